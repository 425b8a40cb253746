using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Reprieve.Appeals.Packing;

/// <summary>
/// Writes a package into its folder, all or nothing. Everything is staged beside the folder, on the same file system,
/// and then moved in; what is replaced is moved aside first and put back when a move fails. A run that was killed
/// between two moves is undone by the next one, from the journal it left in the staging folder.
/// </summary>
internal sealed class PackageFolder : IDisposable
{
    private const string Journal = "journal.json";

    private readonly string _target;
    private readonly string _staging;
    private readonly FileStream _lock;
    private readonly List<PackedFile> _fresh = [];
    private readonly IReadOnlyList<string> _made;
    private bool _keepStaging;

    private PackageFolder(string target, string staging, FileStream @lock, IReadOnlyList<string> made)
    {
        _target = target;
        _staging = staging;
        _lock = @lock;
        _made = made;
    }

    /// <summary>Called before each move with its number, from 0: tests stop or look there.</summary>
    internal Action<int>? BeforeMove { get; init; }

    private string New => Path.Combine(_staging, "new");

    private string Old => Path.Combine(_staging, "old");

    /// <summary>
    /// Opens the folder for one run; first undoes what a killed run left half done.
    /// </summary>
    /// <exception cref="IOException">The place cannot be written, or another run is writing there.</exception>
    public static PackageFolder Open(
        string directory,
        IReadOnlyList<PackedFile> previous,
        Action<int>? beforeMove = null
    )
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        string parent = Path.GetDirectoryName(target) ?? throw new IOException(Say.Texts.Get("FolderIsRoot", target));
        string staging = Path.Combine(parent, $".{Path.GetFileName(target)}.staging");
        List<string> made = [.. Missing(parent)];
        Directory.CreateDirectory(staging);
        FileStream @lock;
        try
        {
            @lock = new FileStream(
                Path.Combine(staging, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException busy) when (File.Exists(Path.Combine(staging, "lock")))
        {
            throw new IOException(Say.Texts.Get("AnotherRun", target), busy);
        }

        var folder = new PackageFolder(target, staging, @lock, made) { BeforeMove = beforeMove };
        try
        {
            folder.UndoKilledRun(previous);
            return folder;
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    }

    /// <summary>SHA-256 of a file, lower-case hex; null when there is none.</summary>
    public static string? HashOf(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Stages a file made by us.</summary>
    public void Stage(string name, byte[] content)
    {
        File.WriteAllBytes(Staged(name), content);
        _fresh.Add(new PackedFile(name, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    /// <summary>The staged texts with an ending, by name.</summary>
    public IReadOnlyDictionary<string, string> StagedTexts(string ending) =>
        _fresh
            .Where(file => file.Path.EndsWith(ending, StringComparison.Ordinal))
            .ToDictionary(
                file => file.Path,
                file => File.ReadAllText(Path.Combine(New, file.Path)),
                StringComparer.Ordinal
            );

    /// <summary>Stages a copy of a file, byte for byte; returns its hash.</summary>
    public string StageCopy(string name, string source)
    {
        string staged = Staged(name);
        File.Copy(source, staged);
        // Moving a read-only copy would work, replacing it on the next run would not.
        File.SetAttributes(staged, FileAttributes.Normal);
        string hash = HashOf(staged)!;
        _fresh.Add(new PackedFile(name, hash));
        return hash;
    }

    /// <summary>Stages an archive of staged files, the same bytes for the same files wherever it is made.</summary>
    public void StageArchive(string name, Func<string, bool> holds)
    {
        List<string> files = [.. _fresh.Select(file => file.Path).Where(holds)];
        string archive = Staged(name);
        using (ZipArchive zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            foreach (string file in files)
            {
                // Papers are compressed already, and what compresses differs from machine to machine.
                ZipArchiveEntry entry = zip.CreateEntry(file, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                entry.ExternalAttributes = 0;
                using Stream to = entry.Open();
                using FileStream from = File.OpenRead(Path.Combine(New, file));
                from.CopyTo(to);
            }
        }

        _fresh.Add(new PackedFile(name, HashOf(archive)!));
    }

    /// <summary>What the folder will hold when what is staged is moved in; nothing is touched yet.</summary>
    public PackageChange Preview(IReadOnlyList<PackedFile> previous) =>
        PackageChange.Decide(_fresh, previous, name => HashOf(InTarget(name)));

    /// <summary>
    /// Moves the staged files in. Not interrupted once begun: it is a handful of renames.
    /// </summary>
    /// <param name="record">Called when all is in place; when it throws, everything is put back.</param>
    public void Commit(PackageChange change, Action? record)
    {
        List<Move> moves =
        [
            .. change.Write.Select(file => new Move(file.Path, file.Sha256, File.Exists(InTarget(file.Path)))),
            .. change.Remove.Select(path => new Move(path, null, true)),
        ];
        Directory.CreateDirectory(Old);
        File.WriteAllText(
            Path.Combine(_staging, Journal),
            JsonSerializer.Serialize(moves, PackageJson.Default.ListMove)
        );
        bool made = !Directory.Exists(_target);
        try
        {
            Directory.CreateDirectory(_target);
            for (int i = 0; i < moves.Count; i++)
            {
                BeforeMove?.Invoke(i);
                Carry(moves[i]);
            }

            record?.Invoke();
        }
        catch
        {
            // Until all is put back, what was moved aside must not be cleared away.
            _keepStaging = true;
            Undo(moves);
            _keepStaging = false;
            if (made)
            {
                DeleteIfEmpty(_target);
            }

            throw;
        }

        foreach (string folder in change.Remove.Select(path => Path.GetDirectoryName(InTarget(path))!).Distinct())
        {
            DeleteIfEmpty(folder);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        if (_keepStaging)
        {
            return;
        }

        try
        {
            Directory.Delete(_staging, recursive: true);
            foreach (string folder in _made.Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Directory.Delete(folder);
            }
        }
        catch (IOException)
        {
            // A virus scanner or an indexer holds a file: the next run clears it away.
        }
        catch (UnauthorizedAccessException) { }
    }

    private string Staged(string name)
    {
        if (name.Length == 0 || Path.IsPathRooted(name) || name.Split('/', '\\').Any(part => part is "" or "." or ".."))
        {
            throw new IOException(Say.Texts.Get("BadName", name));
        }

        string path = Path.Combine(New, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.Exists(path) ? throw new IOException(Say.Texts.Get("NameTwice", name)) : path;
    }

    private string InTarget(string name) => Path.Combine(_target, name);

    private void Carry(Move move)
    {
        string place = InTarget(move.Path);
        if (move.Replaces)
        {
            string aside = Path.Combine(Old, move.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
            File.Move(place, aside);
        }

        if (move.Sha256 is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(Path.Combine(New, move.Path), place);
        }
    }

    /// <summary>Puts back what was moved aside and takes out what was moved in; each step can be repeated.</summary>
    private void Undo(IReadOnlyList<Move> moves)
    {
        foreach (Move move in moves)
        {
            string place = InTarget(move.Path);
            string aside = Path.Combine(Old, move.Path);
            // What is neither ours of now nor of before was written by somebody since: it stays.
            if (move.Sha256 is not null && !File.Exists(Path.Combine(New, move.Path)) && HashOf(place) == move.Sha256)
            {
                File.Delete(place);
            }

            if (File.Exists(aside) && !File.Exists(place))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Move(aside, place);
            }

            if (Path.GetDirectoryName(place) != _target)
            {
                DeleteIfEmpty(Path.GetDirectoryName(place)!);
            }
        }
    }

    private void UndoKilledRun(IReadOnlyList<PackedFile> previous)
    {
        string journal = Path.Combine(_staging, Journal);
        if (File.Exists(journal) && Moves(journal) is { } moves)
        {
            // The case's own record tells whether that run had come to its end before it was killed.
            bool recorded = moves
                .Where(move => move.Sha256 is not null)
                .All(move => previous.Any(file => file.Path == move.Path && file.Sha256 == move.Sha256));
            if (!recorded)
            {
                Undo(moves);
            }
        }

        foreach (string left in Directory.GetDirectories(_staging))
        {
            Directory.Delete(left, recursive: true);
        }

        File.Delete(journal);
        Directory.CreateDirectory(New);
    }

    /// <summary>The journal; null when it was cut short, that is before the first move.</summary>
    private static List<Move>? Moves(string journal)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(journal), PackageJson.Default.ListMove);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The folders of a path that are not there yet, deepest first.</summary>
    private static IEnumerable<string> Missing(string? folder)
    {
        for (; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private static void DeleteIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}

/// <summary>One change of the journal: a file put in place (with its hash) or taken away (without).</summary>
/// <param name="Replaces">Whether a file of ours lay there before.</param>
internal sealed record Move(string Path, string? Sha256, bool Replaces);

[System.Text.Json.Serialization.JsonSerializable(typeof(List<Move>))]
internal sealed partial class PackageJson : System.Text.Json.Serialization.JsonSerializerContext;

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Cases;

namespace Reprieve.Storage.Archives;

/// <summary>
/// One case as one zip: <c>case.json</c> (the record with its timeline), <c>files/</c> as they stand, and
/// <c>manifest.json</c> with the hash of each. It carries a case between a workbench, another one and a case folder.
/// </summary>
public static class CaseArchive
{
    private const string FilesFolder = "files/";
    private const int MostFiles = 5_000;
    private const long MostBytes = 8L * 1024 * 1024 * 1024;

    /// <summary>Packs a case folder; nothing in it is changed.</summary>
    /// <exception cref="CaseException">Its record cannot be read.</exception>
    /// <exception cref="StorageException">A file has a name that cannot be kept everywhere.</exception>
    public static async Task PackAsync(CasePaths paths, Stream archive, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        CaseSnapshot snapshot = CaseSnapshot.Of(paths);
        await WriteAsync(
            archive,
            Path.GetFileName(paths.Folder),
            snapshot.Record,
            new CaseSummary(),
            snapshot.Files.Select(file => new ArchivedFile(
                file.Path,
                _ => Task.FromResult<Stream>(File.OpenRead(Path.Combine(paths.Folder, file.Path)))
            )),
            cancel
        );
    }

    /// <summary>Lays an archive out as a case folder.</summary>
    /// <exception cref="StorageException">The folder is not empty, or the archive is none or not whole; nothing is left then.</exception>
    public static async Task UnpackAsync(Stream archive, CasePaths paths, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        bool there = Directory.Exists(paths.Folder);
        if (there && Directory.EnumerateFileSystemEntries(paths.Folder).Any())
        {
            throw new StorageException(Say.Texts.Get("Folder_NotEmpty", paths.Folder));
        }

        try
        {
            Directory.CreateDirectory(paths.Folder);
            ArchivedCase read = await ReadAsync(
                archive,
                async (path, content) =>
                {
                    string target = Path.Combine(paths.Folder, path);
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    await using FileStream file = File.Create(target);
                    await content.CopyToAsync(file, cancel);
                },
                cancel
            );
            if (read.Record is not null)
            {
                CaseRecordFile.Write(paths, read.Record);
            }
        }
        catch
        {
            Directory.Delete(paths.Folder, recursive: true);
            if (there)
            {
                Directory.CreateDirectory(paths.Folder);
            }

            throw;
        }
    }

    internal static async Task WriteAsync(
        Stream archive,
        string title,
        Case? record,
        CaseSummary summary,
        IEnumerable<ArchivedFile> files,
        CancellationToken cancel
    )
    {
        await using var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (record is not null)
        {
            byte[] json = System.Text.Encoding.UTF8.GetBytes(CaseJson.Serialize(record));
            await using Stream entry = await zip.CreateEntry(CasePaths.RecordName).OpenAsync(cancel);
            await entry.WriteAsync(json, cancel);
            hashes.Add(CasePaths.RecordName, Convert.ToHexStringLower(SHA256.HashData(json)));
        }

        foreach (ArchivedFile file in files)
        {
            string name = FilesFolder + CaseFilePath.Check(file.Path);
            await using Stream content = await file.Open(cancel);
            await using Stream entry = await zip.CreateEntry(name).OpenAsync(cancel);
            hashes.Add(name, await CopyAsync(content, entry, MostBytes, cancel));
        }

        var manifest = new ArchiveManifest(ArchiveManifest.CurrentFormat, title, summary, hashes);
        await using Stream last = await zip.CreateEntry(ArchiveManifest.Name).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(last, manifest, ArchiveJson.Default.ArchiveManifest, cancel);
    }

    /// <summary>Reads an archive, each file as it comes; what differs from the manifest is refused.</summary>
    /// <exception cref="StorageException">It is none, or not whole, or a path in it leads elsewhere.</exception>
    internal static async Task<ArchivedCase> ReadAsync(
        Stream archive,
        Func<string, Stream, Task> take,
        CancellationToken cancel
    )
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(
                archive,
                ZipArchiveMode.Read,
                leaveOpen: true,
                entryNameEncoding: null,
                cancel
            );
            ArchiveManifest manifest = await ManifestAsync(zip, cancel);
            Case? record = null;
            foreach ((string name, string sha256) in manifest.Files)
            {
                ZipArchiveEntry entry =
                    zip.GetEntry(name) ?? throw new StorageException(Say.Texts.Get("Archive_NotWhole", name));
                await using var content = new HashedEntry(await entry.OpenAsync(cancel), entry.Length);
                if (name == CasePaths.RecordName)
                {
                    using var reader = new StreamReader(content, leaveOpen: true);
                    record = CaseJson.Deserialize(await reader.ReadToEndAsync(cancel));
                }
                else
                {
                    await take(CaseFilePath.Check(name[FilesFolder.Length..]), content);
                }

                if (content.Sha256() != sha256)
                {
                    throw new StorageException(Say.Texts.Get("Archive_NotWhole", name));
                }
            }

            return record is null || Timeline.FirstBroken(record.Timeline) is null
                ? new ArchivedCase(manifest.Title, record, manifest.Summary)
                : throw new StorageException(Say.Texts.Get("Archive_NotWhole", CasePaths.RecordName));
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new StorageException(Say.Texts.Get("Archive_None"), fault);
        }
    }

    private static async Task<ArchiveManifest> ManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        ZipArchiveEntry entry =
            zip.GetEntry(ArchiveManifest.Name) ?? throw new InvalidDataException("there is no manifest");
        await using Stream json = await entry.OpenAsync(cancel);
        ArchiveManifest? manifest = await JsonSerializer.DeserializeAsync(
            json,
            ArchiveJson.Default.ArchiveManifest,
            cancel
        );
        bool known =
            manifest is { Format: ArchiveManifest.CurrentFormat, Files.Count: <= MostFiles }
            && zip.Entries.Sum(one => (decimal)one.Length) <= MostBytes
            && manifest.Files.Keys.All(name =>
                name == CasePaths.RecordName || name.StartsWith(FilesFolder, StringComparison.Ordinal)
            );
        return known ? manifest! : throw new InvalidDataException("the manifest is none that this program knows");
    }

    private static async Task<string> CopyAsync(Stream from, Stream to, long most, CancellationToken cancel)
    {
        await using var hashed = new HashedEntry(from, most);
        await hashed.CopyToAsync(to, cancel);
        return hashed.Sha256();
    }
}

/// <summary>A file on its way into an archive.</summary>
internal sealed record ArchivedFile(string Path, Func<CancellationToken, Task<Stream>> Open);

/// <summary>What an archive holds beside its files.</summary>
/// <param name="Record">With its timeline; null for a folder that was never worked on.</param>
internal sealed record ArchivedCase(string Title, Case? Record, CaseSummary Summary);

internal sealed record ArchiveManifest(
    int Format,
    string Title,
    CaseSummary Summary,
    IReadOnlyDictionary<string, string> Files
)
{
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ArchiveManifest))]
internal sealed partial class ArchiveJson : JsonSerializerContext;

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Reprieve.Storage.Backups;

/// <summary>Reads a backup: checks that it is whole, and unpacks it.</summary>
internal static class BackupReader
{
    /// <summary>Reads every byte and holds it against the manifest.</summary>
    /// <exception cref="StorageException">It is no backup, or not whole.</exception>
    public static Task<BackupManifest> CheckAsync(string file, CancellationToken cancel) =>
        ReadAsync(file, (_, _) => Stream.Null, cancel);

    /// <summary>Unpacks a backup; what was not what the manifest says is refused.</summary>
    /// <param name="target">Opens the place of an entry.</param>
    public static async Task<BackupManifest> ReadAsync(
        string file,
        Func<string, BackupManifest, Stream> target,
        CancellationToken cancel
    )
    {
        try
        {
            await using ZipArchive zip = await ZipFile.OpenReadAsync(file, cancel);
            BackupManifest manifest = await ManifestAsync(zip, cancel);
            foreach ((string name, string sha256) in manifest.Files)
            {
                ZipArchiveEntry entry =
                    zip.GetEntry(name) ?? throw new StorageException(Say.Texts.Get("Backup_NotWhole", file, name));
                await using Stream place = target(name, manifest);
                if (await CopyAsync(entry, place, cancel) != sha256)
                {
                    throw new StorageException(Say.Texts.Get("Backup_NotWhole", file, name));
                }
            }

            return manifest;
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new StorageException(Say.Texts.Get("Backup_None", file), fault);
        }
    }

    /// <summary>Whether a name is one that a backup has: the database, a content below files/, or an entry below knowledge/.</summary>
    public static bool IsKnown(string name) =>
        name == BackupManifest.Database
        || (
            name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal)
            && name.Split('/') is [_, var id, var content]
            && Guid.TryParseExact(id, "D", out _)
            && content.Length == 64
            && content.All(char.IsAsciiHexDigitLower)
        )
        || (
            name.StartsWith(BackupManifest.KnowledgeFolder, StringComparison.Ordinal)
            && name.Split('/') is [_, var folder, var entry]
            && IsName(folder)
            && IsName(entry)
            && entry.EndsWith(".yaml", StringComparison.Ordinal)
        );

    /// <summary>Whether it can name nothing but a file in its folder, on every system.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= 120
        && name[0] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, CancellationToken cancel)
    {
        ZipArchiveEntry entry =
            zip.GetEntry(BackupManifest.Name) ?? throw new InvalidDataException("there is no manifest");
        await using Stream json = await entry.OpenAsync(cancel);
        BackupManifest? manifest = BackupManifest.Read(json);
        return
            manifest?.Format == BackupManifest.CurrentFormat
            && manifest.Files.ContainsKey(BackupManifest.Database)
            && manifest.Files.Keys.All(IsKnown)
            ? manifest
            : throw new InvalidDataException("the manifest is none that this program knows");
    }

    private static async Task<string> CopyAsync(ZipArchiveEntry entry, Stream place, CancellationToken cancel)
    {
        await using Stream content = await entry.OpenAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[128 * 1024];
        int read;
        while ((read = await content.ReadAsync(block, cancel)) > 0)
        {
            hash.AppendData(block, 0, read);
            await place.WriteAsync(block.AsMemory(0, read), cancel);
        }

        if (place is FileStream written)
        {
            written.Flush(flushToDisk: true);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

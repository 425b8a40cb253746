using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Files;

namespace Reprieve.Storage.Backups;

/// <summary>Writes a backup: a copy of the database as of one moment, the encrypted contents, and a manifest of hashes.</summary>
internal sealed class BackupWriter(Workbench workbench)
{
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>Writes it beside its place, reads it again whole, and only then gives it its name.</summary>
    public async Task WriteAsync(string file, CancellationToken cancel)
    {
        string target = Path.GetFullPath(file);
        string beside = $"{target}.{Environment.ProcessId}.tmp";
        string copy = Path.Combine(workbench.Folder.Work, $"backup-{Guid.NewGuid():N}.db");
        try
        {
            await CopyDatabaseAsync(copy, cancel);
            await using (FileStream stream = Secrets.Durable.Create(beside, 128 * 1024))
            {
                await WriteAsync(stream, copy, cancel);
                stream.Flush(flushToDisk: true);
            }

            await BackupReader.CheckAsync(beside, cancel);
            File.Move(beside, target, overwrite: true);
            Secrets.Durable.FlushFolder(Path.GetDirectoryName(target)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(Say.Texts.Get("Backup_NotWritten", target, fault.Message), fault);
        }
        finally
        {
            File.Delete(beside);
            File.Delete(copy);
        }
    }

    private async Task CopyDatabaseAsync(string copy, CancellationToken cancel)
    {
        await using StorageContext db = workbench.Connect();
        if (!db.Database.IsSqlite())
        {
            await RowCopy.CopyAsync(db, Connections.Sqlite(copy, pooled: false), wanted: null, cancel);
            return;
        }

        // Writers wait for the moment that the copy takes; a backup that runs beside them would begin anew with each write.
        await workbench.Writing.WaitAsync(cancel);
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            await using var target = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString
            );
            await target.OpenAsync(cancel);
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(target);
        }
        finally
        {
            workbench.Writing.Release();
        }
    }

    private async Task WriteAsync(FileStream stream, string copy, CancellationToken cancel)
    {
        await Quiet(copy, cancel);
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        await AddAsync(zip, BackupManifest.Database, copy, CompressionLevel.Fastest, cancel);
        await using var db = new StorageContext(Connections.Sqlite(copy, pooled: false));
        var contents = db.Files.Select(row => new { row.CaseId, row.Blob }).Distinct().AsAsyncEnumerable();
        await foreach (var content in contents.WithCancellation(cancel))
        {
            var id = new CaseId(content.CaseId);
            string name = BackupManifest.FilesFolder + BlobFolder.NameOf(id, content.Blob);
            string place = workbench.Blobs.PathOf(id, content.Blob);
            if (!File.Exists(place))
            {
                throw new StorageException(Say.Texts.Get("Blob_Missing", place));
            }

            // Encrypted bytes do not shrink.
            await AddAsync(zip, name, place, CompressionLevel.NoCompression, cancel);
        }

        foreach ((string name, string place) in Knowledge())
        {
            await AddAsync(zip, name, place, CompressionLevel.Fastest, cancel);
        }

        int cases = await db.Cases.CountAsync(cancel);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, workbench.Clock.GetUtcNow(), cases, _hashes);
        await using var writer = new StreamWriter(await zip.CreateEntry(BackupManifest.Name).OpenAsync(cancel));
        await writer.WriteAsync(manifest.ToJson());
    }

    /// <summary>The seller's own knowledge, an entry a file.</summary>
    private IEnumerable<(string Name, string Place)> Knowledge()
    {
        string folder = workbench.Folder.Knowledge;
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
                .Select(file =>
                    (BackupManifest.KnowledgeFolder + Path.GetRelativePath(folder, file).Replace('\\', '/'), file)
                )
                .Where(entry => BackupReader.IsKnown(entry.Item1))
            : [];
    }

    /// <summary>Brings the copy into one file, with no log beside it.</summary>
    private static async Task Quiet(string copy, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE;";
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task AddAsync(
        ZipArchive zip,
        string name,
        string file,
        CompressionLevel level,
        CancellationToken cancel
    )
    {
        await using FileStream source = new(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        await using Stream entry = await zip.CreateEntry(name, level).OpenAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[128 * 1024];
        int read;
        while ((read = await source.ReadAsync(block, cancel)) > 0)
        {
            hash.AppendData(block, 0, read);
            await entry.WriteAsync(block.AsMemory(0, read), cancel);
        }

        _hashes.Add(name, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

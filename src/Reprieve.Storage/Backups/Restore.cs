using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Backups;

/// <summary>What a restore brought back.</summary>
/// <param name="Cases">Cases that are there again.</param>
/// <param name="LeftOut">Titles of cases that have no key any more: they were deleted, or their keys were not copied.</param>
public sealed record RestoredBackup(int Cases, IReadOnlyList<string> LeftOut);

/// <summary>Brings a backup back into a data folder that holds nothing but keys.</summary>
internal static class Restore
{
    public static async Task<RestoredBackup> RunAsync(string file, WorkbenchOptions options, CancellationToken cancel)
    {
        var folder = new DataFolder(Path.GetFullPath(options.Folder));
        RefuseUnlessEmpty(folder);
        Durable.MakeFolder(folder.Root);
        Durable.MakeFolder(folder.Keys);
        string database = Path.Combine(folder.Root, "restored.tmp");
        try
        {
            var keys = new KeyFolder(folder.Keys);
            HashSet<Guid> kept = [.. keys.All.Where(keys.Has).Select(id => id.Value)];
            await BackupReader.ReadAsync(file, (name, _) => Place(name, folder, database, kept), cancel);
            return await TakeRowsAsync(database, options, kept, cancel);
        }
        catch
        {
            Undo(folder);
            throw;
        }
        finally
        {
            File.Delete(database);
        }
    }

    /// <summary>Rows of cases whose key is not here are left out, as their contents were.</summary>
    private static async Task<RestoredBackup> TakeRowsAsync(
        string database,
        WorkbenchOptions options,
        HashSet<Guid> kept,
        CancellationToken cancel
    )
    {
        await using var source = new StorageContext(Connections.Sqlite(database, pooled: false));
        // A backup of an earlier version has fewer tables and columns. It is opened first: the migration looks for it by a
        // connection that may not write, and the first one sets how it is written.
        await source.Database.OpenConnectionAsync(cancel);
        await source.Database.MigrateAsync(cancel);
        await using (var target = new StorageContext(DataFolder.DatabaseOf(options)))
        {
            await target.Database.MigrateAsync(cancel);
            if (await target.Cases.AnyAsync(cancel))
            {
                throw new StorageException(
                    Say.Texts.Get("Restore_NotEmpty", options.PostgreSql is null ? options.Folder : "PostgreSQL")
                );
            }
        }

        List<CaseRow> cases = await source.Cases.AsNoTracking().OrderBy(row => row.Title).ToListAsync(cancel);
        await RowCopy.CopyAsync(source, DataFolder.DatabaseOf(options), kept, cancel);
        return new RestoredBackup(
            cases.Count(row => kept.Contains(row.Id)),
            [.. cases.Where(row => !kept.Contains(row.Id)).Select(row => row.Title)]
        );
    }

    private static Stream Place(string name, DataFolder folder, string database, HashSet<Guid> kept)
    {
        if (name == BackupManifest.Database)
        {
            return Durable.Create(database, 128 * 1024);
        }

        string[] parts = name.Split('/');
        if (name.StartsWith(BackupManifest.KnowledgeFolder, StringComparison.Ordinal))
        {
            string entries = Path.Combine(folder.Knowledge, parts[1]);
            Durable.MakeFolder(folder.Knowledge);
            Durable.MakeFolder(entries);
            return Durable.Create(Path.Combine(entries, parts[2]));
        }

        CaseId id = CaseId.Parse(parts[1]);
        if (!kept.Contains(id.Value))
        {
            return Stream.Null;
        }

        string home = Path.Combine(folder.Files, id.ToString());
        Durable.MakeFolder(folder.Files);
        Durable.MakeFolder(home);
        return Durable.Create(Path.Combine(home, parts[2]), 128 * 1024);
    }

    private static void RefuseUnlessEmpty(DataFolder folder)
    {
        bool filled =
            Directory.Exists(folder.Root)
            && Directory.EnumerateFileSystemEntries(folder.Root).Any(entry => entry != folder.Keys);
        if (filled)
        {
            throw new StorageException(Say.Texts.Get("Restore_NotEmpty", folder.Root));
        }
    }

    /// <summary>Leaves the folder as it was found: with keys only.</summary>
    private static void Undo(DataFolder folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (string made in new[] { folder.Files, folder.Knowledge }.Where(Directory.Exists))
        {
            Directory.Delete(made, recursive: true);
        }

        foreach (string file in Directory.EnumerateFiles(folder.Root, "reprieve.db*"))
        {
            File.Delete(file);
        }
    }
}

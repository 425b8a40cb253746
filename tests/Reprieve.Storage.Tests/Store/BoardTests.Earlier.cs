using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Backups;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Tests.Store;

/// <summary>Backups, and what an earlier version kept.</summary>
public abstract partial class BoardTests
{
    [Fact]
    public async Task A_backup_brings_it_all_back()
    {
        string file = Path.Combine(database.Folder, "backup.zip");
        CaseId id;
        await using (Workbench workbench = await database.OpenAsync())
        {
            id = (await ThreeAsync(workbench))[0];
            await HoldAsync(workbench, id, 100, "EUR");
            await workbench.BackupAsync(file, Cancel);
        }

        await using Workbench other = await RestoredAsync(file);

        (
            await TitlesAsync(
                other,
                new CaseQuery
                {
                    Turn = Turn.Client,
                    Person = Mara,
                    Marketplace = "amazon.de",
                }
            )
        ).ShouldBe(["asked"]);
        (await HeldAsync(other, new CaseQuery())).ShouldBe(["100 EUR"]);
        (await other.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_of_an_earlier_version_is_brought_back_too()
    {
        string file = Path.Combine(database.Folder, "backup.zip");
        await using (Workbench workbench = await database.OpenAsync())
        {
            await ThreeAsync(workbench);
            await workbench.BackupAsync(file, Cancel);
        }

        await MakeEarlierAsync(file);

        await using Workbench other = await RestoredAsync(file);
        (await TitlesAsync(other, new CaseQuery { Turn = Turn.Client, Marketplace = "amazon.de" })).ShouldBe(["asked"]);
        (await other.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_of_an_earlier_version_are_filled_when_the_workbench_opens()
    {
        await using (Workbench workbench = await database.OpenAsync())
        {
            await ThreeAsync(workbench);
        }

        await MakeEarlierAsync(DataFolder.DatabaseOf(database.Options));

        await using Workbench opened = await database.OpenAsync();
        (await TitlesAsync(opened, new CaseQuery { Turn = Turn.Client })).ShouldBe(["asked"]);
        (await TitlesAsync(opened, new CaseQuery { Marketplace = "amazon.com" })).ShouldBe(["ready"]);
        (await opened.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_of_an_earlier_version_that_was_changed_by_hand_is_not_made_good()
    {
        await using (Workbench workbench = await database.OpenAsync())
        {
            await ThreeAsync(workbench);
        }

        await MakeEarlierAsync(DataFolder.DatabaseOf(database.Options));
        await RunAsync(
            DataFolder.DatabaseOf(database.Options),
            "UPDATE cases SET \"Stage\" = 'reinstated' WHERE \"Title\" = 'sent'"
        );

        await using Workbench opened = await database.OpenAsync();
        (await opened.VerifyAsync(Cancel)).ShouldHaveSingleItem().ShouldContain("sent");
    }

    /// <summary>Another workbench with what a backup holds.</summary>
    private async Task<Workbench> RestoredAsync(string backup)
    {
        string keys = Path.Combine(database.Another().Folder, "keys");
        Directory.CreateDirectory(keys);
        foreach (string key in Directory.EnumerateFiles(Path.Combine(database.Options.Folder, "keys")))
        {
            File.Copy(key, Path.Combine(keys, Path.GetFileName(key)));
        }

        await Workbench.RestoreAsync(backup, database.Another(), database.Clock, Cancel);
        return await Workbench.OpenAsync(database.Another(), database.Clock, Cancel);
    }

    /// <summary>Makes of a backup one that the version before wrote.</summary>
    private async Task MakeEarlierAsync(string backup)
    {
        string unpacked = Path.Combine(database.Folder, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(backup, unpacked, Cancel);
        string rows = Path.Combine(unpacked, BackupManifest.Database);
        string before = await HashAsync(rows);
        await MakeEarlierAsync(Database.Connections.Sqlite(rows, pooled: false));
        string manifest = Path.Combine(unpacked, BackupManifest.Name);
        string text = await File.ReadAllTextAsync(manifest, Cancel);
        await File.WriteAllTextAsync(
            manifest,
            text.Replace(before, await HashAsync(rows), StringComparison.Ordinal),
            Cancel
        );
        File.Delete(backup);
        await ZipFile.CreateFromDirectoryAsync(unpacked, backup, Cancel);
    }

    private static async Task<string> HashAsync(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, Cancel)));

    /// <summary>Brings a database back to what the version before made of it.</summary>
    private async Task MakeEarlierAsync(DbContextOptions<StorageContext> options)
    {
        await using (var db = new StorageContext(options))
        {
            var keys = new KeyFolder(Path.Combine(database.Options.Folder, "keys"));
            foreach (CaseRow row in await db.Cases.ToListAsync(Cancel))
            {
                row.Turn = null;
                row.AssigneeId = null;
                row.Mac = keys.Of(new CaseId(row.Id)).CodeOf(row);
            }

            await db.SaveChangesAsync(Cancel);
        }

        await RunAsync(options, "DROP INDEX ix_cases_due");
        await RunAsync(options, "DROP INDEX ix_cases_stage");
        foreach (string column in new[] { "Turn", "Marketplace", "AssigneeId", "Held", "Currency" })
        {
            await RunAsync(options, $"ALTER TABLE cases DROP COLUMN \"{column}\"");
        }

        await RunAsync(options, "CREATE INDEX ix_cases_due ON cases (\"Due\")");
        await RunAsync(options, "CREATE INDEX ix_cases_stage ON cases (\"Stage\")");
        await RunAsync(options, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '0005_board'");
    }

    private static async Task RunAsync(DbContextOptions<StorageContext> options, string command)
    {
        await using var db = new StorageContext(options);
        await db.Database.ExecuteSqlRawAsync(command, Cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Reprieve.Storage.Database;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests;

/// <summary>How a data folder is opened; the database within makes no difference, so SQLite stands for both.</summary>
public sealed class WorkbenchTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly SqliteDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Only_one_workbench_has_a_folder_open()
    {
        await using Workbench workbench = await _database.OpenAsync();

        StorageException fault = await Should.ThrowAsync<StorageException>(_database.OpenAsync);

        fault.Message.ShouldContain("in use by another");
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_keep_the_workbench_closed()
    {
        await using (await _database.OpenAsync()) { }

        await using (var db = new StorageContext(DataFolder.DatabaseOf(_database.Options)))
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, 'x')",
                Cancel
            );
        }

        await using Workbench workbench = await _database.OpenAsync();
        (await workbench.Cases.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(0);
    }
}

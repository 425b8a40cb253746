using Reprieve.Alerts;
using Reprieve.Cases;
using Reprieve.Practices.Standing;
using Reprieve.Storage.Backups;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Backups;

public sealed class BackupOnSqlite() : BackupTests(new SqliteDatabase());

public sealed class BackupOnPostgreSql() : BackupTests(new PostgreSqlDatabase());

public abstract class BackupTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Seen = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    private string BackupFile => Path.Combine(database.Folder, "backup.zip");

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_backup_and_the_keys_bring_everything_back()
    {
        (CaseId one, _) = await BackedUpAsync();
        CopyKeys();

        RestoredBackup restored = await RestoreAsync();

        restored.Cases.ShouldBe(2);
        restored.LeftOut.ShouldBeEmpty();
        await using Workbench workbench = await OpenOtherAsync();
        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
        (await workbench.Cases.FindAsync(one, Cancel))!.Files.ShouldHaveSingleItem().Path.ShouldBe("a.txt");
        (await workbench.Cases.TasksAsync(one, Cancel)).ShouldHaveSingleItem().Text.ShouldBe("Call");
        (await workbench.Clients.ClientsAsync(Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Harbor Trade");
        (await workbench.AlertChannels.AllAsync(Cancel)).Channels.ShouldHaveSingleItem().Secret.ShouldBe("robot");
        Client client = (await workbench.Clients.ClientsAsync(Cancel)).Single();
        StoredConnection connection = (await workbench.Connections.OfAsync(client.Id, Cancel)).ShouldHaveSingleItem();
        connection.RefreshToken.ShouldBe("token");
        (await workbench.Snapshots.OfAsync(connection.Id, Seen, Cancel))
            .ShouldHaveSingleItem()
            .Status.ShouldBe("AT_RISK");
        await workbench.Cases.RenameAsync(one, "Goes on", "Dana", Cancel);
    }

    [Fact]
    public async Task The_sellers_own_knowledge_comes_along()
    {
        await using (Workbench workbench = await database.OpenAsync())
        {
            string folder = Directory.CreateDirectory(Path.Combine(workbench.KnowledgeFolder, "metrics")).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, "late_shipment_rate_30d.yaml"), "code: x", Cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "half-written.yaml.tmp"), "code", Cancel);
        }

        await BackedUpAsync();
        CopyKeys();
        await RestoreAsync();

        await using Workbench other = await OpenOtherAsync();
        string back = Directory
            .EnumerateFiles(other.KnowledgeFolder, "*", SearchOption.AllDirectories)
            .ShouldHaveSingleItem();
        Path.GetRelativePath(other.KnowledgeFolder, back)
            .ShouldBe(Path.Combine("metrics", "late_shipment_rate_30d.yaml"));
        (await File.ReadAllTextAsync(back, Cancel)).ShouldBe("code: x");
    }

    [Fact]
    public async Task A_case_deleted_since_cannot_be_read_from_the_older_backup()
    {
        (CaseId one, CaseId two) = await BackedUpAsync();
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.Cases.DeleteAsync(one, "Dana", Cancel);
        }

        CopyKeys();

        RestoredBackup restored = await RestoreAsync();

        restored.LeftOut.ShouldBe(["One"]);
        await using Workbench other = await OpenOtherAsync();
        (await other.Cases.FindAsync(one, Cancel)).ShouldBeNull();
        (await other.Cases.FindAsync(two, Cancel)).ShouldNotBeNull();
        (await other.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_holds_no_key()
    {
        await BackedUpAsync();
        byte[] backup = await File.ReadAllBytesAsync(BackupFile, Cancel);

        foreach (string key in Directory.EnumerateFiles(Path.Combine(database.Options.Folder, "keys")))
        {
            byte[] bytes = await File.ReadAllBytesAsync(key, Cancel);
            backup.AsSpan().IndexOf(bytes).ShouldBe(-1);
        }
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_leaves_nothing_behind()
    {
        await BackedUpAsync();
        CopyKeys();
        byte[] backup = await File.ReadAllBytesAsync(BackupFile, Cancel);
        backup[backup.Length / 3] ^= 1;
        await File.WriteAllBytesAsync(BackupFile, backup, Cancel);

        await Should.ThrowAsync<StorageException>(RestoreAsync);

        Directory.EnumerateFileSystemEntries(database.Another().Folder).Select(Path.GetFileName).ShouldBe(["keys"]);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await File.WriteAllTextAsync(BackupFile, "hello", Cancel);

        await Should.ThrowAsync<StorageException>(RestoreAsync);
    }

    [Fact]
    public async Task A_folder_with_data_in_it_is_not_overwritten()
    {
        await BackedUpAsync();
        await using (await OpenOtherAsync()) { }

        (await Should.ThrowAsync<StorageException>(RestoreAsync)).Message.ShouldContain("not empty");
    }

    [Fact]
    public async Task A_backup_is_taken_while_others_write()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        Task writing = Task.Run(
            async () =>
            {
                for (int i = 0; i < 30; i++)
                {
                    await workbench.Cases.PutFileAsync(id, $"{i}.bin", new MemoryStream([(byte)i]), "Dana", Cancel);
                }
            },
            Cancel
        );

        await workbench.BackupAsync(BackupFile, Cancel);
        await writing;
        CopyKeys();
        await RestoreAsync();

        await using Workbench other = await OpenOtherAsync();
        (await other.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    private async Task<(CaseId One, CaseId Two)> BackedUpAsync()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Harbor Trade"), Cancel);
        var connection = new StoredConnection
        {
            Id = Guid.NewGuid(),
            Client = client.Id,
            Name = "Northfold",
            Region = "eu",
            ClientId = "our-app",
            ClientSecret = "secret",
            RefreshToken = "token",
        };
        await workbench.Connections.SaveAsync(connection, Cancel);
        await workbench.Snapshots.KeepAsync(
            connection,
            [
                new AccountSnapshot
                {
                    TakenAt = Seen,
                    Store = "amazon.de",
                    Status = "AT_RISK",
                },
            ],
            Cancel
        );
        CaseId one = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await workbench.Cases.PutFileAsync(one, "a.txt", new MemoryStream(new byte[200_000]), "Dana", Cancel);
        await workbench.Cases.AddTaskAsync(one, "Call", null, "Dana", Cancel);
        CaseId two = (await workbench.Cases.AddAsync("Two", "Dana", Cancel)).Id;
        await workbench.AlertChannels.SaveAsync(
            new AlertChannel
            {
                Id = Guid.NewGuid().ToString(),
                Name = "The group",
                Kind = AlertKind.Feishu,
                Address = new Uri("https://robot.example/hook"),
                Secret = "robot",
            },
            Cancel
        );
        await workbench.BackupAsync(BackupFile, Cancel);
        Directory.EnumerateFiles(database.Folder, "*.tmp").ShouldBeEmpty();
        return (one, two);
    }

    private void CopyKeys()
    {
        string target = Path.Combine(database.Another().Folder, "keys");
        Directory.CreateDirectory(target);
        foreach (string key in Directory.EnumerateFiles(Path.Combine(database.Options.Folder, "keys")))
        {
            File.Copy(key, Path.Combine(target, Path.GetFileName(key)));
        }
    }

    private Task<RestoredBackup> RestoreAsync() =>
        Workbench.RestoreAsync(BackupFile, database.Another(), database.Clock, Cancel);

    private Task<Workbench> OpenOtherAsync() => Workbench.OpenAsync(database.Another(), database.Clock, Cancel);
}

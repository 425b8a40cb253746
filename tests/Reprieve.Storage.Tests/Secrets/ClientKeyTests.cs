using Reprieve.Cases;
using Reprieve.Storage.Backups;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Secrets;

public sealed class ClientKeyOnSqlite() : ClientKeyTests(new SqliteDatabase());

public sealed class ClientKeyOnPostgreSql() : ClientKeyTests(new PostgreSqlDatabase());

/// <summary>Each client has a key, which encrypts those of its cases.</summary>
public abstract class ClientKeyTests(TestDatabase database) : IDisposable
{
    private const int Bare = 32;
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private string Keys => Path.Combine(database.Options.Folder, "keys");

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_case_of_a_client_opens_by_the_key_of_that_client_alone()
    {
        Filled filled;
        await using (Workbench workbench = await database.OpenAsync())
        {
            filled = await FilledAsync(workbench);
        }

        byte[] of = await File.ReadAllBytesAsync(KeyOf(filled.One), Cancel);
        of.Length.ShouldNotBe(Bare);
        File.Copy(ClientKeyOf(filled.Harbor), ClientKeyOf(filled.Lark), overwrite: true);

        await using Workbench again = await database.OpenAsync();
        (await again.Cases.FindAsync(filled.One, Cancel))!.Title.ShouldBe("One");
        await Should.ThrowAsync<StorageException>(() => again.Cases.FindAsync(filled.Two, Cancel));
    }

    [Fact]
    public async Task The_key_file_of_a_case_does_not_open_in_the_place_of_another()
    {
        Filled filled;
        CaseId other;
        await using (Workbench workbench = await database.OpenAsync())
        {
            filled = await FilledAsync(workbench);
            other = await CaseAsync(workbench, "Three", filled.HarborStore);
        }

        File.Copy(KeyOf(filled.One), KeyOf(other), overwrite: true);

        await using Workbench again = await database.OpenAsync();
        await Should.ThrowAsync<StorageException>(() => again.Cases.FindAsync(other, Cancel));
    }

    [Fact]
    public async Task A_case_without_a_client_has_its_key_as_before()
    {
        await using Workbench workbench = await database.OpenAsync();
        Filled filled = await FilledAsync(workbench);

        await workbench.Cases.SetAccountAsync(filled.One, null, "Dana", Cancel);

        new FileInfo(KeyOf(filled.One)).Length.ShouldBe(Bare);
        new FileInfo(KeyOf(filled.Two)).Length.ShouldNotBe(Bare);
    }

    [Fact]
    public async Task A_case_that_moves_comes_under_the_key_of_its_new_client()
    {
        Filled filled;
        await using (Workbench workbench = await database.OpenAsync())
        {
            filled = await FilledAsync(workbench);
            await workbench.Cases.SetAccountAsync(filled.One, filled.LarkStore, "Dana", Cancel);
            (await workbench.Clients.RemoveAsync(filled.Harbor, Cancel)).ShouldBeTrue();
            File.Exists(ClientKeyOf(filled.Harbor)).ShouldBeFalse();
        }

        await using Workbench again = await database.OpenAsync();
        (await again.Cases.FindAsync(filled.One, Cancel))!.Files.ShouldHaveSingleItem();
        (await again.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_of_an_earlier_version_come_under_their_clients_at_the_next_start()
    {
        Filled filled;
        byte[] key;
        await using (Workbench workbench = await database.OpenAsync())
        {
            filled = await FilledAsync(workbench);
            await workbench.Cases.SetAccountAsync(filled.One, null, "Dana", Cancel);
            key = await File.ReadAllBytesAsync(KeyOf(filled.One), Cancel);
            await workbench.Cases.SetAccountAsync(filled.One, filled.HarborStore, "Dana", Cancel);
        }

        await File.WriteAllBytesAsync(KeyOf(filled.One), key, Cancel);
        File.Delete(ClientKeyOf(filled.Harbor));

        await using Workbench again = await database.OpenAsync();

        (await again.Cases.FindAsync(filled.One, Cancel)).ShouldNotBeNull();
        new FileInfo(KeyOf(filled.One)).Length.ShouldNotBe(Bare);
        File.Exists(ClientKeyOf(filled.Harbor)).ShouldBeTrue();
        (await again.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_between_the_two_files_of_a_move_loses_no_key(bool destroyed)
    {
        Filled filled;
        await using (Workbench workbench = await database.OpenAsync())
        {
            filled = await FilledAsync(workbench);
        }

        // As it lies when the machine stops after the new file was written, or after the old one was overwritten.
        File.Copy(KeyOf(filled.One), Path.ChangeExtension(KeyOf(filled.One), ".next"));
        if (destroyed)
        {
            await File.WriteAllBytesAsync(KeyOf(filled.One), new byte[80], Cancel);
        }

        await using Workbench again = await database.OpenAsync();
        (await again.Cases.FindAsync(filled.One, Cancel)).ShouldNotBeNull();
        Directory.EnumerateFiles(Keys, "*.next").ShouldBeEmpty();
        (await again.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removal_that_was_interrupted_is_finished_and_never_takes_a_key_that_cases_need()
    {
        Filled filled;
        await using (Workbench workbench = await database.OpenAsync())
        {
            filled = await FilledAsync(workbench);
            await workbench.Cases.DeleteAsync(filled.One, "Dana", Cancel);
        }

        await File.WriteAllBytesAsync(Path.Combine(Keys, $"{filled.Harbor}.left"), [], Cancel);
        await File.WriteAllBytesAsync(Path.Combine(Keys, $"{filled.Lark}.left"), [], Cancel);

        await using Workbench again = await database.OpenAsync();
        File.Exists(ClientKeyOf(filled.Harbor)).ShouldBeFalse();
        (await again.Clients.ClientsAsync(Cancel)).ShouldHaveSingleItem().Id.ShouldBe(filled.Lark);
        (await again.Cases.FindAsync(filled.Two, Cancel)).ShouldNotBeNull();
        Directory.EnumerateFiles(Keys, "*.left").ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_key_of_its_client_a_case_does_not_come_back_from_a_backup()
    {
        string backup = Path.Combine(database.Folder, "backup.zip");
        string kept = Directory.CreateDirectory(Path.Combine(database.Another().Folder, "keys")).FullName;
        Filled filled;
        await using (Workbench workbench = await database.OpenAsync())
        {
            filled = await FilledAsync(workbench);
            await workbench.BackupAsync(backup, Cancel);
        }

        foreach (string key in Directory.EnumerateFiles(Keys).Where(key => key != ClientKeyOf(filled.Harbor)))
        {
            File.Copy(key, Path.Combine(kept, Path.GetFileName(key)));
        }

        RestoredBackup restored = await Workbench.RestoreAsync(backup, database.Another(), database.Clock, Cancel);

        restored.LeftOut.ShouldBe(["One"]);
        await using Workbench other = await Workbench.OpenAsync(database.Another(), database.Clock, Cancel);
        (await other.Cases.FindAsync(filled.Two, Cancel)).ShouldNotBeNull();
        (await other.VerifyAsync(Cancel)).ShouldHaveSingleItem().ShouldContain(filled.One.ToString());
    }

    private string KeyOf(CaseId id) => Path.Combine(Keys, $"{id}.key");

    private string ClientKeyOf(Guid client) => Path.Combine(Keys, $"{client}.client");

    private static async Task<Filled> FilledAsync(Workbench workbench)
    {
        (Guid harbor, Guid harborStore) = await ClientAsync(workbench, "Harbor Trade");
        (Guid lark, Guid larkStore) = await ClientAsync(workbench, "Lark Goods");
        CaseId one = await CaseAsync(workbench, "One", harborStore);
        CaseId two = await CaseAsync(workbench, "Two", larkStore);
        return new Filled(harbor, harborStore, one, lark, larkStore, two);
    }

    private static async Task<(Guid Client, Guid Store)> ClientAsync(Workbench workbench, string name)
    {
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.CreateVersion7(), name), Cancel);
        var store = new Account(Guid.CreateVersion7(), client.Id, name + " Store", "", []);
        return (client.Id, (await workbench.Clients.SaveAsync(store, Cancel)).Id);
    }

    private static async Task<CaseId> CaseAsync(Workbench workbench, string title, Guid store)
    {
        CaseId id = (await workbench.Cases.AddAsync(title, "Dana", Cancel)).Id;
        await workbench.Cases.SetAccountAsync(id, store, "Dana", Cancel);
        await workbench.Cases.PutFileAsync(id, "a.txt", new MemoryStream("a"u8.ToArray()), "Dana", Cancel);
        return id;
    }

    private sealed record Filled(Guid Harbor, Guid HarborStore, CaseId One, Guid Lark, Guid LarkStore, CaseId Two);
}

using Reprieve.Cases;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.People;

public sealed class SightOnSqlite() : SightTests(new SqliteDatabase());

public sealed class SightOnPostgreSql() : SightTests(new PostgreSqlDatabase());

/// <summary>Whoever sees some clients finds nothing of the others, by whatever way it is asked for.</summary>
public abstract class SightTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly Account _mine = new(Guid.NewGuid(), Guid.NewGuid(), "Mine", "", []);
    private readonly Account _other = new(Guid.NewGuid(), Guid.NewGuid(), "Other", "", []);

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Lists_and_counts_hold_the_cases_of_the_own_clients_alone()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId seen = await FilledAsync(workbench, _mine.Id);
        await FilledAsync(workbench, _other.Id);
        await FilledAsync(workbench, null);
        CaseStore store = workbench.CasesSeen(Sight());

        CasePage page = await store.ListAsync(new CaseQuery(), Cancel);

        page.Lines.ShouldHaveSingleItem().Id.ShouldBe(seen);
        page.Total.ShouldBe(1);
        (await store.ListAsync(new CaseQuery { Accounts = [_other.Id, null] }, Cancel)).Total.ShouldBe(0);
        (await store.DueTasksAsync(database.Clock.GetUtcNow().AddDays(9), Cancel))
            .ShouldHaveSingleItem()
            .Case.ShouldBe(seen);
        (await store.StandingAsync([CaseStage.Preparing], Cancel)).ShouldHaveSingleItem().Account.ShouldBe(_mine.Id);
        (await workbench.Cases.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(3, "who sees all sees all");
    }

    [Fact]
    public async Task A_case_of_another_client_is_not_there_by_its_id()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseStore store = workbench.CasesSeen(Sight());
        foreach (Guid? account in new Guid?[] { _other.Id, null })
        {
            CaseId id = await FilledAsync(workbench, account);

            (await store.FindAsync(id, Cancel)).ShouldBeNull();
            (await store.AccountOfAsync(id, Cancel)).Found.ShouldBeFalse();
            (await store.TimelineAsync(id, cancel: Cancel)).ShouldBeEmpty();
            (await store.TasksAsync(id, Cancel)).ShouldBeEmpty();
            (await store.HistoryAsync(id, "notice.txt", Cancel)).ShouldBeEmpty();
            await Should.ThrowAsync<StorageException>(() => store.OpenFileAsync(id, "notice.txt", cancel: Cancel));
            await Should.ThrowAsync<StorageException>(() => store.RenameAsync(id, "Taken", "other", Cancel));
            await Should.ThrowAsync<StorageException>(() => store.AddTaskAsync(id, "Do", null, "other", Cancel));
        }
    }

    [Fact]
    public async Task The_own_cases_are_worked_on_as_ever()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench, _mine.Id);
        CaseStore store = workbench.CasesSeen(Sight());

        await store.RenameAsync(id, "Renamed", "Mara", Cancel);

        StoredCase found = (await store.FindAsync(id, Cancel)).ShouldNotBeNull();
        found.Title.ShouldBe("Renamed");
        found.Files.ShouldHaveSingleItem();
        (await store.TimelineAsync(id, cancel: Cancel)).Count.ShouldBe(5);
        await using Stream file = await store.OpenFileAsync(id, "notice.txt", cancel: Cancel);
        new StreamReader(file).ReadToEnd().ShouldBe("Hello");
    }

    private Sight Sight() => new([_mine.Client!.Value], [_mine.Id]);

    private async Task<CaseId> FilledAsync(Workbench workbench, Guid? account)
    {
        StoredCase opened = await workbench.Cases.AddAsync("Case", "us", Cancel);
        using var notice = new MemoryStream("Hello"u8.ToArray());
        await workbench.Cases.PutFileAsync(opened.Id, "notice.txt", notice, "us", Cancel);
        await workbench.Cases.AddTaskAsync(opened.Id, "Call", database.Clock.GetUtcNow().AddDays(1), "us", Cancel);
        await workbench.Cases.SetAccountAsync(opened.Id, account, "us", Cancel);
        return opened.Id;
    }
}

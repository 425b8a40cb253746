using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Store;

public sealed class PrintsOnSqlite() : PrintTests(new SqliteDatabase());

public sealed class PrintsOnPostgreSql() : PrintTests(new PostgreSqlDatabase());

/// <summary>What of sent answers is kept as hashes, and held against those of other clients.</summary>
public abstract class PrintTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly HashSet<uint> Groups = [.. Enumerable.Range(0, 100).Select(at => (uint)at)];

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_share_is_that_of_another_clients_answer_that_is_most_alike()
    {
        await using Workbench workbench = await database.OpenAsync();
        await SentAsync(workbench, "Harbor Trade", Groups.Take(40).ToHashSet());
        await SentAsync(workbench, "Wren Goods", Groups.Take(10).ToHashSet());
        CaseId mine = await SentAsync(workbench, "Lark Goods", Groups);

        (await workbench.Cases.SharedAsync(mine, Groups, Cancel)).ShouldBe(0.4);
    }

    [Fact]
    public async Task What_is_kept_is_bounded_keyed_and_gone_with_its_case()
    {
        await using Workbench workbench = await database.OpenAsync();
        HashSet<uint> many = [.. Enumerable.Range(0, 2000).Select(at => (uint)at)];
        CaseId sent = await SentAsync(workbench, "Harbor Trade", many);
        CaseId mine = await SentAsync(workbench, "Lark Goods", Groups);
        await using StorageContext db = workbench.Connect();

        byte[] kept = (await db.Prints.SingleAsync(row => row.CaseId == sent.Value, Cancel)).Groups;
        kept.Length.ShouldBe(512 * sizeof(ulong));
        (await workbench.Cases.SharedAsync(mine, Groups, Cancel)).ShouldBe(1);

        await workbench.Cases.DeleteAsync(sent, "Dana", Cancel);
        (await db.Prints.CountAsync(row => row.CaseId == sent.Value, Cancel)).ShouldBe(0);
        (await workbench.Cases.SharedAsync(mine, Groups, Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task The_answers_for_several_stores_of_a_case_are_each_kept_once()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId sent = await SentAsync(workbench, "Harbor Trade", Groups.Take(10).ToHashSet());
        CaseId mine = await SentAsync(workbench, "Lark Goods", Groups);
        for (int times = 0; times < 2; times++)
        {
            await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(sent, Cancel);
            await workbench.Cases.CheckInAsync(
                folder,
                new CaseSummary(),
                "Dana",
                "store_sent",
                sent: [new SentGroups(1, Groups.Take(60).ToHashSet()) { Store = "amazon.de" }],
                cancel: Cancel
            );
        }

        await using StorageContext db = workbench.Connect();
        (await db.Prints.CountAsync(row => row.CaseId == sent.Value, Cancel)).ShouldBe(2);
        (await workbench.Cases.SharedAsync(mine, Groups, Cancel)).ShouldBe(0.6);
    }

    private static async Task<CaseId> SentAsync(Workbench workbench, string client, IReadOnlySet<uint> groups)
    {
        Client owner = await workbench.Clients.SaveAsync(new Client(Guid.CreateVersion7(), client), Cancel);
        var store = new Account(Guid.CreateVersion7(), owner.Id, client, "", []);
        await workbench.Clients.SaveAsync(store, Cancel);
        CaseId id = (await workbench.Cases.AddAsync(client, "Dana", Cancel)).Id;
        await workbench.Cases.SetAccountAsync(id, store.Id, "Dana", Cancel);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        await workbench.Cases.CheckInAsync(
            folder,
            new CaseSummary(),
            "Dana",
            "sent",
            sent: [new SentGroups(1, groups)],
            cancel: Cancel
        );
        return id;
    }
}

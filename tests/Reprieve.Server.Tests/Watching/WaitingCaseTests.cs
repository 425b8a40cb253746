using Microsoft.Extensions.DependencyInjection;
using Reprieve.Arrivals;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using Reprieve.Server.Selling;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Watching;

/// <summary>A case that an account's status opened, and the notice that comes for it.</summary>
public sealed class WaitingCaseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_notice_goes_into_the_case_that_waits_for_its_store_and_into_no_other()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        CaseId dutch = await OpenedAsync(server, "amazon.nl");
        CaseId other = await OpenedAsync(server, "amazon.de");
        dutch.ShouldNotBe(other);
        (await OpenedAsync(server, "amazon.nl")).ShouldBe(dutch, "the same change opens it once");
        (await watching.WatchAsync()).Dispose();

        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), server.Clock.GetUtcNow(), cases: 1);
        Arrival arrival = await watching.SortedAsync(scenario.Beginning[0].Mail);

        (arrival.State, arrival.Case).ShouldBe((ArrivalState.InCase, dutch));
        StoredCase filled = (await server.Store.FindAsync(dutch, Cancel)).ShouldNotBeNull();
        filled.Summary.Marketplace.ShouldBe("amazon.nl");
        (await server.Store.TasksAsync(dutch, Cancel)).ShouldHaveSingleItem().DoneAt.ShouldNotBeNull();
        (await server.Store.TasksAsync(other, Cancel)).ShouldHaveSingleItem().DoneAt.ShouldBeNull();
        (await server.Store.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(2);

        // Another notice of that store begins a case of its own or asks, but does not fill this one again.
        (await watching.SortedAsync(scenario.Beginning[1].Mail)).Case.ShouldNotBe(dutch);
    }

    private static async Task<CaseId> OpenedAsync(RunningServer server, string store)
    {
        StatusCases statuses = server.Services.GetRequiredService<StatusCases>();
        DateTimeOffset now = server.Clock.GetUtcNow();
        SnapshotHistory history = SnapshotHistory.Of(
            store,
            [Seen(store, now.AddDays(-1), "NORMAL"), Seen(store, now, "DEACTIVATED")],
            KnowledgeLoader.BuiltIn
        );
        await statuses.FollowAsync(Connection, history, StatusEvidence.Report("{}"u8.ToArray()), Cancel);
        return (await statuses.WaitingAsync(null, store, Cancel)).ShouldNotBeNull();
    }

    private static StoredConnection Connection =>
        new()
        {
            Id = Guid.Parse("6f3f2d0e-8d0c-4b43-8a4e-1d1a9b9d6a01"),
            Client = null,
            Name = "Own",
            Region = "eu",
            ClientId = "app",
            ClientSecret = "secret",
            RefreshToken = "token",
        };

    private static AccountSnapshot Seen(string store, DateTimeOffset at, string status) =>
        new()
        {
            TakenAt = at,
            Store = store,
            Status = status,
        };
}

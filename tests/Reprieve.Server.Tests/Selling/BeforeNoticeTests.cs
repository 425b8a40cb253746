using System.Net;
using Reprieve.Practices.Standing;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Selling;

/// <summary>Step 1 says what changed of the account in the days before its notice.</summary>
public sealed class BeforeNoticeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_days_before_the_notice_are_shown_and_those_after_it_and_of_other_stores_are_not()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string page = WebUtility.HtmlDecode(await server.PageAsync(path + "/why"));
        page.ShouldNotContain("What changed before the notice");
        var connection = new StoredConnection
        {
            Id = Guid.NewGuid(),
            Client = null,
            Name = "Own",
            Region = "na",
            ClientId = "app",
            ClientSecret = "secret",
            RefreshToken = "token",
        };
        await server.Workbench.Connections.SaveAsync(connection, Cancel);
        // The notice is of the evening of that day in the store.
        var came = new DateTimeOffset(2026, 9, 29, 12, 0, 0, TimeSpan.Zero);
        await KeepAsync(server, connection, Seen("amazon.com", came.AddDays(-3), 0));
        await KeepAsync(
            server,
            connection,
            Seen("amazon.com", came.AddDays(-1), 4),
            Seen("amazon.ca", came.AddDays(-1), 90)
        );
        await KeepAsync(server, connection, Seen("amazon.com", came.AddDays(1), 70));

        page = WebUtility.HtmlDecode(await server.PageAsync(path + "/why"));

        page.ShouldContain("What changed before the notice");
        page.ShouldContain("0 → 4");
        page.ShouldNotContain("→ 90");
        page.ShouldNotContain("→ 70");
    }

    private static Task KeepAsync(RunningServer server, StoredConnection connection, params AccountSnapshot[] seen) =>
        server.Workbench.Snapshots.KeepAsync(connection, seen, Cancel);

    private static AccountSnapshot Seen(string store, DateTimeOffset at, int violations) =>
        new()
        {
            TakenAt = at,
            Store = store,
            Status = "NORMAL",
            Counters = new Dictionary<string, int> { ["listingPolicyViolations"] = violations },
        };
}

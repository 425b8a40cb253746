using Microsoft.Extensions.DependencyInjection;
using Reprieve.Arrivals;
using Reprieve.Server.Alerting;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Watching;

/// <summary>Which mailboxes are watched, and what is said of each.</summary>
public sealed class MailboxWatchingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mailbox_is_watched_when_its_owner_wants_it_and_not_before()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        (await watching.WatchAsync()).Dispose();
        Storage.Mailbox mailbox = (await watching.Server.Workbench.Mailboxes.OfAsync(null, Cancel)).Single();
        (await watching.LookedAsync()).ShouldBeTrue();
        (await watching.PageAsync("/mailboxes")).ShouldContain("looked through");

        (await watching.Server.PostAsync($"/mailboxes/{mailbox.Id}/watch", ("watch", "no"))).Dispose();
        (await watching.PageAsync("/mailboxes")).ShouldContain("not watched");
        Watching(watching).StandingOf(mailbox.Id).ShouldBeNull();
        var scenario = new Scenario(watching.Mails, Fixtures.Folder(), watching.Server.Clock.GetUtcNow(), cases: 0);
        watching.Deliver(scenario.Beginning[0].Mail);
        await watching.Server.RestartAsync();
        watching.Server.Enter();
        (await watching.AllAsync()).ShouldBeEmpty();

        // What came meanwhile is found.
        (await watching.Server.PostAsync($"/mailboxes/{mailbox.Id}/watch", ("watch", "yes"))).Dispose();
        Arrival found = await WatchingServer.UntilAsync(async () =>
            (await watching.AllAsync()).FirstOrDefault(one => one.State == ArrivalState.Opened)
        );
        found.Message!.Marketplace.ShouldBe("amazon.nl");
    }

    [Fact]
    public async Task What_is_wrong_with_a_mailbox_is_said_in_words_and_alerts()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        (await watching.WatchAsync(password: "not it")).Dispose();
        (await watching.LookedAsync()).ShouldBeFalse();

        string page = await watching.PageAsync("/mailboxes");
        page.ShouldContain("password");
        page.ShouldContain("Tried again");
        watching
            .Server.Services.GetRequiredService<AlertDesk>()
            .All.ShouldHaveSingleItem()
            .Alert.In("en")
            .Title.ShouldContain(WatchingServer.Address);

        (await watching.WatchAsync()).Dispose();
        (await watching.LookedAsync()).ShouldBeTrue();
        (await watching.PageAsync("/mailboxes")).ShouldContain("looked through");
    }

    [Fact]
    public async Task A_mailbox_without_a_server_that_shows_it_cannot_be_watched()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        using HttpResponseMessage answer = await watching.Server.PostAsync(
            "/mailboxes",
            ("address", WatchingServer.Address),
            ("password", "secret"),
            ("smtp", "127.0.0.1:25"),
            ("watch", "yes")
        );
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("IMAP");
        (await watching.Server.Workbench.Mailboxes.OfAsync(null, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_says_no_word_of_it_leaves_the_watching_as_it_is()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        (await watching.WatchAsync()).Dispose();
        (
            await watching.Server.PostAsync(
                "/mailboxes",
                ("address", WatchingServer.Address),
                ("name", "Larkmoor"),
                ("smtp", $"127.0.0.1:{watching.Sink.Port}"),
                ("imap", $"127.0.0.1:{watching.Dovecot.Server.Port}")
            )
        ).Dispose();
        Storage.Mailbox kept = (await watching.Server.Workbench.Mailboxes.OfAsync(null, Cancel)).Single();
        kept.Watch.ShouldBeTrue();
        kept.DisplayName.ShouldBe("Larkmoor");
        (await watching.LookedAsync()).ShouldBeTrue();
    }

    private static MailboxWatching Watching(WatchingServer watching) =>
        watching.Server.Services.GetRequiredService<MailboxWatching>();
}

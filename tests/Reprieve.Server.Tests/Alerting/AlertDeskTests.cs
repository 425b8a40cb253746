using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Reprieve.Alerts;
using Reprieve.Server.Alerting;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.Tests.Alerting;

/// <summary>Alerts through the running workbench, to services of this machine.</summary>
public sealed class AlertDeskTests
{
    [Fact]
    public async Task An_alert_comes_once_on_each_channel_whoever_raises_it_again()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();

        Parallel.For(0, 8, _ => alerting.Desk.Raise(alerting.Alert("one")));
        await alerting.SettleAsync();
        alerting.Desk.Raise(alerting.Alert("one"));
        await alerting.SettleAsync();

        alerting.Program.Taken.ShouldBe(["one"]);
        alerting.Group.Taken.ShouldHaveSingleItem().ShouldContain("An invoice is missing.");
        alerting.Desk.All.ShouldHaveSingleItem().Deliveries.ShouldAllBe(one => one.State == AlertState.Sent);
    }

    [Fact]
    public async Task An_alert_is_sent_by_the_workbench_itself_as_soon_as_it_is_raised()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();

        alerting.Desk.Raise(alerting.Alert("one"));

        await alerting.Program.Asked.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_was_not_taken_before_a_restart_comes_after_it_and_nothing_twice()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();
        alerting.Group.Faults.Enqueue(new(503, "busy"));
        alerting.Desk.Raise(alerting.Alert("one"));
        await alerting.SettleAsync();
        alerting.Group.Taken.ShouldBeEmpty();

        await alerting.Server.RestartAsync();
        alerting.Server.Clock.Advance(TimeSpan.FromHours(1));
        alerting.Desk.Raise(alerting.Alert("one"));
        await alerting.SettleAsync();

        alerting.Group.Taken.Count.ShouldBe(1);
        alerting.Program.Taken.ShouldBe(["one"]);
    }

    [Fact]
    public async Task Offline_keeps_alerts_and_sends_them_when_it_is_online_again()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();
        alerting.Server.IsOffline = true;
        await alerting.Server.RestartAsync();

        alerting.Desk.IsOffline.ShouldBeTrue();
        alerting.Desk.Raise(alerting.Alert("one"));
        await alerting.SettleAsync();
        alerting.Desk.All.ShouldHaveSingleItem().Deliveries.ShouldAllBe(one => one.State == AlertState.Waiting);
        (alerting.Program.Requests + alerting.Group.Requests).ShouldBe(0);

        alerting.Server.IsOffline = false;
        await alerting.Server.RestartAsync();
        await alerting.SettleAsync();
        alerting.Program.Taken.ShouldBe(["one"]);
    }

    [Fact]
    public async Task A_bad_alert_and_a_full_disk_stop_nobody()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();
        string folder = Path.Combine(alerting.Server.DataFolder, "alerts");
        alerting.Desk.Raise(alerting.Alert(""));
        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "in the way", TestContext.Current.CancellationToken);
        alerting.Desk.Raise(alerting.Alert("one"));
        File.Delete(folder);
        Directory.CreateDirectory(folder);

        alerting.Desk.Raise(alerting.Alert("two"));
        await alerting.SettleAsync();

        alerting.Program.Taken.ShouldBe(["two"]);
    }

    [Fact]
    public async Task What_is_kept_of_an_alert_cannot_be_read_from_the_disk()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();
        alerting.Desk.Raise(alerting.Alert("one"));

        string file = Directory
            .GetFiles(Path.Combine(alerting.Server.DataFolder, "alerts"), "*.json")
            .ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("invoice");
    }

    [Fact]
    public async Task A_link_leads_to_the_public_address_or_to_this_machine()
    {
        PublicAddress.TryParse("https://desk.example.com", out PublicAddress? open, out _).ShouldBeTrue();
        await using (AlertingServer shared = await AlertingServer.StartAsync(open))
        {
            shared.Desk.Link("/cases/7")!.AbsoluteUri.ShouldBe("https://desk.example.com/cases/7");
        }

        await using AlertingServer alone = await AlertingServer.StartAsync();
        int port = alone.Server.Address.Port;
        alone
            .Desk.Link("/cases/7")!
            .AbsoluteUri.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/cases/7"));
    }

    [Fact]
    public async Task A_desk_needs_no_server()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await server.DownAsync();
        await using (
            Storage.Workbench workbench = await Storage.Workbench.OpenAsync(
                new() { Folder = server.DataFolder },
                server.Clock,
                TestContext.Current.CancellationToken
            )
        )
        {
            using var desk = new AlertDesk(workbench, null, () => null, NullLogger<AlertDesk>.Instance);
            await desk.LoadAsync(TestContext.Current.CancellationToken);
            desk.Link("/").ShouldBeNull();
            desk.Raise(
                new Alert
                {
                    Event = "one",
                    At = server.Clock.GetUtcNow(),
                    Texts = new Dictionary<string, AlertText>(StringComparer.Ordinal) { ["en"] = new("a", "b", "c") },
                }
            );
            desk.All.ShouldHaveSingleItem().Deliveries.ShouldBeEmpty();
        }

        await server.UpAsync();
    }
}

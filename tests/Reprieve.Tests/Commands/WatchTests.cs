using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Arrivals;
using Reprieve.Cases;
using Reprieve.MailFaults;
using Reprieve.MailWatch;
using Reprieve.Storage;

namespace Reprieve.Tests.Commands;

/// <summary><c>reprieve watch</c>: what it needs, and what it does at a real mail server.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("reprieve-watching-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_root, "data");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_workbench_that_is_not_there_is_told()
    {
        CommandRun run = CommandRun.Of("watch", "--data", Data);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("needs the network");
        CommandRun online = CommandRun.Watching(WatchedWorkbench.Nothing, null, "watch", "--data", Data);
        online.ExitCode.ShouldBe(3);
        online.Error.ShouldContain(Data);
    }

    [Fact]
    public async Task Without_a_mailbox_it_says_where_to_add_one()
    {
        await using (await Workbench.OpenAsync(new WorkbenchOptions { Folder = Data }, TimeProvider.System, Cancel)) { }
        CommandRun run = CommandRun.Watching(WatchedWorkbench.Nothing, null, "watch", "--data", Data);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("reprieve serve");
    }

    [Fact]
    public async Task A_watch_that_is_kept_by_hand_is_enough_and_its_day_alerts()
    {
        await using (
            Workbench workbench = await Workbench.OpenAsync(
                new WorkbenchOptions { Folder = Data },
                TimeProvider.System,
                Cancel
            )
        )
        {
            var watch = StoredConnection.OfHand(Guid.NewGuid(), null, "By hand", "na", "amazon.com");
            await workbench.Connections.SaveAsync(watch, Cancel);
        }

        CommandRun run = CommandRun.Watching(WatchedWorkbench.Nothing, null, "watch", "--once", "--data", Data);

        run.ExitCode.ShouldBe(0, run.Error);
        Directory.GetFiles(Path.Combine(Data, "alerts")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_workbench_that_runs_watches_by_itself()
    {
        await using Workbench open = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = Data },
            TimeProvider.System,
            Cancel
        );
        CommandRun run = CommandRun.Watching(WatchedWorkbench.Nothing, null, "watch", "--data", Data);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("watches its mailboxes itself");
    }

    [Fact]
    public async Task It_moves_cases_and_says_a_line_for_each_mail()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1",
            "REPRIEVE_FAST_TESTS=1 leaves Dovecot out."
        );
        Assert.SkipUnless(DovecotServer.IsInstalled, "Dovecot is not installed (Debian: dovecot-imapd).");
        using DovecotServer dovecot = await DovecotServer.StartAsync();
        using var mails = new SignedMails();
        var clock = new FakeTimeProvider(CommandRun.Now);
        var scenario = new Scenario(mails, Fixtures.Folder(), CommandRun.Now, cases: 1);
        Server.Mailing.MailEnds ends = WatchedWorkbench.Ends(dovecot.Certificate);
        await WatchedWorkbench.MakeAsync(Data, scenario, WatchedWorkbench.Options(Data, mails, ends), clock);
        await WatchAsync(dovecot);
        dovecot.Store("", SomeMails.Other("other"));
        dovecot.Store("", scenario.Cases[0].Answer);
        dovecot.Store("", scenario.Moving[0].Mail);

        CommandRun run = CommandRun.Watching(ends, mails, "watch", "--data", Data, "--once");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.Split('\n').Length.ShouldBeLessThan(6);
        run.Out.ShouldContain("into its case  Answer to the appeal: more information wanted");
        run.Out.ShouldContain("FALSE, moved nothing");
        run.Out.ShouldNotContain("secret");

        dovecot.Store("", scenario.Beginning[0].Mail);
        CommandRun json = CommandRun.Watching(ends, mails, "watch", "--data", Data, "--once", "--json");
        JsonElement mail = JsonDocument.Parse(json.Out).RootElement;
        mail.GetProperty("state").GetString().ShouldBe("opened");
        mail.GetProperty("case").GetString().ShouldBe(mail.GetProperty("mail").GetString());

        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = Data },
            TimeProvider.System,
            Cancel
        );
        (await Histories.StagesAsync(workbench))[scenario.Cases[0].Name].ShouldBe(CaseStage.MoreInformation);
    }

    private async Task WatchAsync(DovecotServer dovecot)
    {
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = Data },
            TimeProvider.System,
            Cancel
        );
        await WatchedWorkbench.WatchAsync(workbench, dovecot.Server);
    }
}

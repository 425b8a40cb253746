using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Server.Demo;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Demo;

/// <summary>The story of the demo, pressed as a person does, step by step.</summary>
public sealed class DemoStoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_story_leads_from_a_notice_to_promises()
    {
        await using RunningServer server = await RunningServer.StartAsync(demo: true);
        (await server.PageAsync("/")).ShouldContain("href=\"/demo\"");

        await PressAsync(server, DemoStep.Notice);
        StoredCase opened = await CaseAsync(server);
        opened.Record.Stage.ShouldNotBe(CaseStage.Sent);
        opened.Title.ShouldContain("Late shipment rate");

        await PressAsync(server, DemoStep.FalseMail);
        (await CaseAsync(server)).Revision.ShouldBe(opened.Revision);
        string arrivals = WebUtility.HtmlDecode(await server.PageAsync("/arrivals"));
        arrivals.ShouldContain("URGENT: your Amazon seller account will be closed");

        await PressAsync(server, DemoStep.Reports);
        (await server.PageAsync($"/cases/{opened.Id}/answer")).ShouldContain("Bluepost");

        await PressAsync(server, DemoStep.Sent);
        StoredCase sent = await CaseAsync(server);
        sent.Record.Stage.ShouldBe(CaseStage.Sent);
        sent.Record.Rounds.Single().Sent.By.ShouldBe("Demo");

        await PressAsync(server, DemoStep.More);
        (await CaseAsync(server)).Record.Rounds.Single().Decision.ShouldBe(Decision.MoreInformation);

        await PressAsync(server, DemoStep.SentAgain);
        StoredCase again = await CaseAsync(server);
        again.Record.Rounds.Count.ShouldBe(2);
        (again.Record.Rounds[1].Sent.At - again.Record.Rounds[0].Sent.At).ShouldBe(
            TimeSpan.FromDays(4),
            TimeSpan.FromHours(1)
        );

        await PressAsync(server, DemoStep.Reinstated);
        (await CaseAsync(server)).Record.Stage.ShouldBe(CaseStage.Reinstated);
        (await server.PageAsync("/demo")).ShouldContain($"/cases/{opened.Id}/decision");
        (await server.PageAsync($"/cases/{opened.Id}/decision")).ShouldContain("promised");
    }

    [Fact]
    public async Task A_step_that_was_taken_or_is_not_due_changes_nothing()
    {
        await using RunningServer server = await RunningServer.StartAsync(demo: true);
        (await PostAsync(server, DemoStep.Sent)).Dispose();
        (await server.Store.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(0);

        await PressAsync(server, DemoStep.Notice);
        StoredCase opened = await CaseAsync(server);
        (await PostAsync(server, DemoStep.Notice)).Dispose();
        (await PostAsync(server, DemoStep.Reinstated)).Dispose();

        (await CaseAsync(server)).Revision.ShouldBe(opened.Revision);
        (await ArrivalsAsync(server)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_stands_where_it_stood_after_a_restart()
    {
        await using RunningServer server = await RunningServer.StartAsync(demo: true);
        await PressAsync(server, DemoStep.Notice);

        await server.RestartAsync();
        server.Enter();

        (await OfferedAsync(server)).ShouldBe(nameof(DemoStep.FalseMail));
    }

    [Fact]
    public async Task Without_a_demo_there_is_no_such_page()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        using HttpResponseMessage page = await server.Browser.GetAsync(new Uri("/demo", UriKind.Relative), Cancel);
        using HttpResponseMessage pressed = await PostAsync(server, DemoStep.Notice);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        pressed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.PageAsync("/")).ShouldNotContain("/demo");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_of_a_demo_is_believed_in_that_demo_alone(bool another)
    {
        using var run = new DemoRun(RunningServer.Sample(""), TimeProvider.System);
        byte[] mail = run.Mails.Of(Path.Combine(RunningServer.Sample("late-shipment"), "notice.eml"));
        await using RunningServer server = await RunningServer.StartAsync(demo: another);

        var mailbox = new Mailbox
        {
            Id = Guid.NewGuid(),
            Client = null,
            Address = DemoMails.Recipient,
        };
        MailReading reading = server.Services.GetRequiredService<MailReading>();
        await new ArrivalTaker(mailbox, reading, server.Workbench.Arrivals, server.Clock).TakeAsync(
            new ArrivedMail(mail, "INBOX", 1, server.Clock.GetUtcNow(), "one"),
            Cancel
        );
        await server.Services.GetRequiredService<ArrivalRound>().SortAsync(null, Cancel);

        (await server.Store.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(0);
        (await ArrivalsAsync(server)).Single().State.ShouldNotBe(ArrivalState.Opened);
    }

    /// <summary>Presses the one step that can be pressed.</summary>
    private static async Task PressAsync(RunningServer server, DemoStep step)
    {
        (await OfferedAsync(server)).ShouldBe(step.ToString());
        using HttpResponseMessage answer = await PostAsync(server, step);
        answer.StatusCode.ShouldBe(
            HttpStatusCode.OK,
            WebUtility.HtmlDecode(
                RunningServer.Between(await answer.Content.ReadAsStringAsync(Cancel), "<main", "</h2>")
            )
        );
    }

    private static async Task<string?> OfferedAsync(RunningServer server)
    {
        using var page = new HtmlParser().ParseDocument(await server.PageAsync("/demo"));
        return page.QuerySelectorAll("button[name=step]:not([disabled])").Single().GetAttribute("value");
    }

    private static Task<HttpResponseMessage> PostAsync(RunningServer server, DemoStep step) =>
        server.PostAsync("/demo", ("step", step.ToString()));

    private static async Task<StoredCase> CaseAsync(RunningServer server)
    {
        CaseLine line = (await server.Store.ListAsync(new CaseQuery(), Cancel)).Lines.Single();
        return (await server.Store.FindAsync(line.Id, Cancel)).ShouldNotBeNull();
    }

    private static Task<IReadOnlyList<Arrival>> ArrivalsAsync(RunningServer server) =>
        server.Workbench.Arrivals.ListAsync(null, Enum.GetValues<ArrivalState>(), cancel: Cancel);
}

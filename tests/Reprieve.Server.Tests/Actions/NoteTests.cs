using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>Ticks, tasks and approvals: noted beside the case, with who and when.</summary>
public sealed class NoteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repair_is_ticked_off_and_opened_again()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string key = RunningServer.Between(await server.PageAsync(path + "/review"), "name=\"done\" value=\"", "\"");

        await server.PostAsync(path + "/repairs", ("done", key));
        string done = await server.PageAsync(path + "/review");
        await server.PostAsync(path + "/repairs", ("open", key));
        string open = await server.PageAsync(path + "/review");

        key.ShouldContain("|");
        done.ShouldContain("done by seller");
        done.ShouldContain($"name=\"open\" value=\"{key}\"");
        open.ShouldNotContain("done by seller");
        IReadOnlyList<TimelineEntry> timeline = await server.Store.TimelineAsync(IdOf(path), cancel: Cancel);
        timeline.TakeLast(2).Select(entry => entry.What).ShouldBe(["repair_done", "repair_open"]);
    }

    [Fact]
    public async Task A_repair_that_is_none_is_not_noted()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        int before = (await server.Store.FindAsync(IdOf(path), Cancel))!.Revision;

        await server.PostAsync(path + "/repairs", ("done", "no|such"));

        (await server.Store.FindAsync(IdOf(path), Cancel))!.Revision.ShouldBe(before);
    }

    [Fact]
    public async Task A_task_due_today_stands_on_the_list_of_cases_until_it_is_done()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await server.PostAsync(path + "/tasks", ("text", "Ask the carrier <b>for scans"), ("due", "2026-10-02"));
        await server.PostAsync(path + "/tasks", ("text", "Call the bank"), ("due", "2026-10-09"));
        string due = await server.PageAsync("/");
        CaseTask task = (await server.Store.TasksAsync(IdOf(path), Cancel))[0];

        await server.PostAsync($"{path}/tasks/{task.Id}/done", ("back", "/"));

        due.ShouldContain("Ask the carrier &lt;b&gt;for scans");
        due.ShouldNotContain("Call the bank");
        (await server.PageAsync("/")).ShouldNotContain("Ask the carrier");
        (await server.PageAsync(path)).ShouldContain("done by seller");
    }

    [Fact]
    public async Task Where_it_is_asked_for_nothing_is_sent_before_a_second_person_approved_exactly_this_text()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await server.PostAsync(path + "/approval", ("do", "want"));
        string page = await server.PageAsync(path + "/send");
        string was = RunningServer.Between(page, "name=\"was\" value=\"", "\"");

        string unapproved = await SentAsync(server, path, "Dana");
        await server.PostAsync(path + "/approval", ("do", "approve"), ("by", "Lin"), ("sure", "yes"), ("was", was));
        string bySame = await SentAsync(server, path, "lin ");
        await SentAsync(server, path, "Dana");

        page.ShouldNotContain($"action=\"{path}/sent\"");
        unapproved.ShouldContain("A second person has to approve");
        bySame.ShouldContain("A second person has to approve");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Record.Stage.ShouldBe(CaseStage.Sent);
    }

    [Fact]
    public async Task Who_wrote_last_cannot_approve_and_a_changed_text_asks_again()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string answer = await server.PageAsync(path + "/answer");
        string text = WebText(RunningServer.Between(answer, "name=\"text\"", "</textarea>"));
        await server.PostAsync(
            path + "/answer/text",
            ("by", "Dana"),
            ("was", RunningServer.Between(answer, "name=\"was\" value=\"", "\"")),
            ("text", text + "\n\nOur packing table has a second scanner since 1 September 2026.")
        );
        await server.PostAsync(path + "/approval", ("do", "want"));
        string was = Was(await server.PageAsync(path + "/send"));

        string own = await ApprovedAsync(server, path, "dana", was);
        string stale = await ApprovedAsync(server, path, "Lin", "0123");
        string approved = await ApprovedAsync(server, path, "Lin", was);
        await server.PostAsync(
            path + "/answer/text",
            ("text", "x"),
            ("discard", "yes"),
            ("was", Was(await server.PageAsync(path + "/answer")))
        );

        own.ShouldContain("wrote this text last");
        stale.ShouldContain("The text or an attachment has changed");
        approved.ShouldContain("Approved by Lin");
        (await server.PageAsync(path + "/send")).ShouldNotContain("Approved by Lin");
    }

    private static async Task<string> ApprovedAsync(RunningServer server, string path, string by, string was)
    {
        using HttpResponseMessage page = await server.PostAsync(
            path + "/approval",
            ("do", "approve"),
            ("by", by),
            ("sure", "yes"),
            ("was", was)
        );
        return await page.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<string> SentAsync(RunningServer server, string path, string by)
    {
        using HttpResponseMessage page = await server.PostAsync(path + "/sent", ("by", by), ("sure", "yes"));
        return await page.Content.ReadAsStringAsync(Cancel);
    }

    private static string Was(string page) => RunningServer.Between(page, "name=\"was\" value=\"", "\"");

    private static string WebText(string area) => System.Net.WebUtility.HtmlDecode(area[(area.IndexOf('>') + 1)..]);

    private static CaseId IdOf(string path) => CaseId.Parse(path.Split('/')[2]);
}

using System.Net;
using Reprieve.Cases;
using Reprieve.Server.Tests.Api;
using Reprieve.Server.Tests.Mailing;

namespace Reprieve.Server.Tests.Actions;

/// <summary>A second person's approval is of one version: what was changed since is sent by no page, operation or mail.</summary>
public sealed class ApprovedVersionTests
{
    private const string Paper = "invoice-TF-2026-0727.pdf";
    private const string First = "A second person has to approve";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_changed_after_the_approval_is_sent_by_no_page_and_no_operation()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenAsync(server);
        await ApproveAsync(server, path);
        await PutPaperAsync(server, path);

        string byPage = await SentAsync(server, path);
        using Asking program = await Asking.OfMachineAsync(server);
        string byProgram = await program.RefusalAsync("POST", $"/api/v1{path}/sent", new { sure = true, by = "Dana" });

        byPage.ShouldContain(First);
        byProgram.ShouldContain(First);
        (await StageAsync(server, path)).ShouldNotBe(CaseStage.Sent);
        (await server.PageAsync(path + "/send")).ShouldNotContain("Approved by Lin");
    }

    [Fact]
    public async Task The_approval_of_an_older_version_does_not_count_and_that_of_this_one_does()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenAsync(server);
        await server.PostAsync(path + "/approval", ("do", "want"));
        string older = Was(await server.PageAsync(path + "/send"));
        await PutPaperAsync(server, path);

        using HttpResponseMessage stale = await ApprovedAsync(server, path, older);
        string staleSays = await stale.Content.ReadAsStringAsync(Cancel);
        string unapproved = await SentAsync(server, path);
        (await ApprovedAsync(server, path, Was(await server.PageAsync(path + "/send")))).Dispose();
        await SentAsync(server, path);

        staleSays.ShouldContain("has changed since this page was shown");
        unapproved.ShouldContain(First);
        (await StageAsync(server, path)).ShouldBe(CaseStage.Sent);
    }

    [Fact]
    public async Task A_text_changed_after_the_approval_leaves_by_no_mail()
    {
        await using MailingServer office = await MailingServer.StartAsync();
        await ApproveAsync(office.Server, office.Case);
        string answer = await office.Server.PageAsync(office.Case + "/answer");
        string area = RunningServer.Between(answer, "name=\"text\"", "</textarea>");
        (
            await office.Server.PostAsync(
                office.Case + "/answer/text",
                ("by", "Dana"),
                ("was", Was(answer)),
                ("text", WebUtility.HtmlDecode(area[(area.IndexOf('>') + 1)..]) + "\n\nWe keep the log open.")
            )
        ).Dispose();

        using HttpResponseMessage byPage = await office.SendAsync();
        string said = await byPage.Content.ReadAsStringAsync(Cancel);
        using Asking program = await Asking.OfMachineAsync(office.Server);
        string byProgram = await program.RefusalAsync(
            "POST",
            $"/api/v1{office.Case}/mail",
            new
            {
                mailbox = await office.MailboxAsync(),
                sure = true,
                by = "Dana",
            }
        );

        said.ShouldContain(First);
        byProgram.ShouldContain(First);
        office.Sink.Kept.ShouldBeEmpty();
        office.Server.Store.WithOutbox().ShouldBeEmpty();
    }

    [Fact]
    public async Task Programs_are_told_the_version_that_they_approve()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenAsync(server);
        using Asking program = await Asking.OfMachineAsync(server);
        string approval = $"/api/v1{path}/approval";
        string before = await VersionAsync(program, approval);
        await PutPaperAsync(server, path);

        (await VersionAsync(program, approval)).ShouldNotBe(before);
        (
            await program.RefusalAsync(
                "POST",
                approval,
                new
                {
                    @do = "approve",
                    text = before,
                    by = "Lin",
                }
            )
        ).ShouldContain("has changed");
    }

    private static async Task<string> VersionAsync(Asking program, string approval) =>
        (await program.JsonAsync("GET", approval)).GetProperty("text").GetString()!;

    /// <summary>A case with papers that is ready to send, some days after its notice.</summary>
    private static Task<string> OpenAsync(RunningServer server)
    {
        server.Clock.Advance(TimeSpan.FromDays(18));
        return server.OpenSampleAsync("inauthentic");
    }

    private static async Task ApproveAsync(RunningServer server, string path)
    {
        await server.PostAsync(path + "/approval", ("do", "want"));
        (await ApprovedAsync(server, path, Was(await server.PageAsync(path + "/send")))).Dispose();
        (await server.PageAsync(path + "/send")).ShouldContain("Approved by Lin");
    }

    private static Task<HttpResponseMessage> ApprovedAsync(RunningServer server, string path, string was) =>
        server.PostAsync(path + "/approval", ("do", "approve"), ("by", "Lin"), ("sure", "yes"), ("was", was));

    /// <summary>Another file of the same name, by one byte: it reads the same, and is not the one that was looked at.</summary>
    private static async Task PutPaperAsync(RunningServer server, string path)
    {
        byte[] paper = await File.ReadAllBytesAsync(Path.Combine(RunningServer.Sample("inauthentic"), Paper), Cancel);
        paper["%PDF-1.".Length] = (byte)'5';
        using var content = new MemoryStream(paper);
        await server.Store.PutFileAsync(IdOf(path), Paper, content, "Dana", Cancel);
    }

    private static async Task<string> SentAsync(RunningServer server, string path)
    {
        using HttpResponseMessage page = await server.PostAsync(path + "/sent", ("by", "Dana"), ("sure", "yes"));
        return await page.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<CaseStage> StageAsync(RunningServer server, string path) =>
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Record.Stage;

    private static string Was(string page) => RunningServer.Between(page, "name=\"was\" value=\"", "\"");

    private static CaseId IdOf(string path) => CaseId.Parse(path.Split('/')[2]);
}

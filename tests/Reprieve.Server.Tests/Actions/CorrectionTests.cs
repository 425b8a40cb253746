using System.Net;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>A person corrects what was read, and takes it back.</summary>
public sealed class CorrectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corrected_reason_is_shown_with_what_was_read_and_changes_the_questions()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string notice = NoticeIn(await server.PageAsync(path + "/why"));

        await server.PostAsync(path + "/correct", ("by", "Dana"), ("notice", notice), ("reasons", "valid_tracking"));
        string why = await server.PageAsync(path + "/why");

        why.ShouldContain("read as: Late shipment rate");
        why.ShouldContain("Dana");
        (await server.PageAsync(path + "/answer")).ShouldContain("a:valid_tracking.");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Summary.Reasons.ShouldBe(["valid_tracking"]);
    }

    [Fact]
    public async Task A_correction_taken_back_leaves_the_reading()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string notice = NoticeIn(await server.PageAsync(path + "/why"));
        await server.PostAsync(path + "/correct", ("by", "Dana"), ("notice", notice), ("kind", "policy_warning"));
        NoticeKind? corrected = (await server.Store.FindAsync(IdOf(path), Cancel))!.Summary.Kind;

        await server.PostAsync(path + "/correct", ("notice", notice), ("undo", "kind"));

        corrected.ShouldBe(NoticeKind.PolicyWarning);
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Summary.Kind.ShouldBe(NoticeKind.Deactivation);
        (await server.PageAsync(path + "/why")).ShouldNotContain("read as:");
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_and_nothing_changes()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string notice = NoticeIn(await server.PageAsync(path + "/why"));
        int before = (await server.Store.FindAsync(IdOf(path), Cancel))!.Revision;

        using HttpResponseMessage unfit = await server.PostAsync(
            path + "/correct",
            ("notice", notice),
            ("asins", "not-an-asin")
        );
        using HttpResponseMessage same = await server.PostAsync(path + "/correct", ("notice", notice));
        using HttpResponseMessage other = await server.PostAsync(
            path + "/correct",
            ("notice", "00"),
            ("kind", "policy_warning")
        );

        (await Text(unfit)).ShouldContain("cannot be kept");
        (await Text(same)).ShouldContain("Nothing was changed");
        (await Text(other)).ShouldContain("Another message");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Revision.ShouldBe(before);
    }

    [Fact]
    public async Task Of_a_pasted_notice_the_day_can_be_said_and_the_last_day_appears()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage opened = await server.PostAsync(
            "/new/text",
            (
                "text",
                "Hello,\n\nYour Amazon.com seller account has been deactivated because your late shipment rate is above "
                    + "4%. Submit a plan of action within 7 days.\n\nSeller Performance Team\namazon.com"
            )
        );
        string path = opened.RequestMessage!.RequestUri!.AbsolutePath;
        string notice = NoticeIn(await server.PageAsync(path + "/why"));

        await server.PostAsync(path + "/correct", ("by", "Dana"), ("notice", notice), ("date", "2026-09-30"));

        StoredCase stored = (await server.Store.FindAsync(IdOf(path), Cancel))!;
        DateOnly.FromDateTime(stored.Summary.Due!.Value.DateTime).ShouldBe(new DateOnly(2026, 10, 7));
        stored.Title.ShouldBe("Late shipment rate · amazon.com");
    }

    private static Task<string> Text(HttpResponseMessage page)
    {
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        return page.Content.ReadAsStringAsync(Cancel);
    }

    private static string NoticeIn(string page) => RunningServer.Between(page, "name=\"notice\" value=\"", "\"");

    private static CaseId IdOf(string path) => CaseId.Parse(path.Split('/')[2]);
}

using System.Net;
using System.Text.RegularExpressions;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.People;

public sealed partial class IntakeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_that_comes_by_a_link_is_checked_at_once_and_stands_in_the_case()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (string path, string link) = await OpenAsync(server, "inauthentic", "Li Wei");
        using var phone = new Visitor(server.Address);
        byte[] invoice = await File.ReadAllBytesAsync(
            Path.Combine(RunningServer.Sample("inauthentic"), "invoice-TF-2026-0727.pdf"),
            Cancel
        );

        using HttpResponseMessage sent = await phone.UploadAsync(link, "IMG_0412.pdf", invoice);
        using HttpResponseMessage torn = await phone.UploadAsync(link, "IMG_0413.pdf", invoice[..900]);
        string page = await phone.PageAsync(link + "?done=added");

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        RunningServer.Between(page, "<h3>IMG_0412.pdf</h3>", "</section>").ShouldContain("finding");
        RunningServer.Between(page, "<h3>IMG_0413.pdf</h3>", "</section>").ShouldContain("finding");
        (await server.PageAsync(path)).ShouldContain("Li Wei (link)");
        (await server.PageAsync(path + "/review")).ShouldContain("IMG_0412.pdf");
    }

    [Fact]
    public async Task An_answer_given_by_a_link_stands_in_the_case_by_name()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (string path, string link) = await OpenAsync(server, "late-shipment", "Li Wei", without: "answers.yaml");
        using var phone = new Visitor(server.Address);
        string question = Question().Match(await phone.PageAsync(link)).Groups["name"].Value;

        using HttpResponseMessage given = await phone.PostFromAsync(
            link + "/answers",
            link,
            (question, "Our new scanner was not charged")
        );

        given.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await server.PageAsync(path + "/answer")).ShouldContain("Our new scanner was not charged");
        (await server.PageAsync(path)).ShouldContain("Li Wei (link)");
    }

    [Fact]
    public async Task A_link_replaces_no_file_and_never_the_answers()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (string path, string link) = await OpenAsync(server, "late-shipment", "Li Wei");
        using var phone = new Visitor(server.Address);
        foreach (string name in new[] { "notice.eml", "answers.yaml", "../../orders.txt", "corrections.json" })
        {
            (await phone.UploadAsync(link, name, [1])).Dispose();
        }

        StoredCase stored = (await server.Store.FindAsync(IdOf(path), Cancel))!;

        foreach (StoredFile file in stored.Files.Where(file => file.Who == "Li Wei (link)"))
        {
            file.Path.ShouldBeOneOf("notice-2.eml", "client-answers.yaml", "orders-2.txt", "client-corrections.json");
        }

        stored.Files.Count(file => file.Who == "Li Wei (link)").ShouldBe(4);
        (await server.Store.HistoryAsync(stored.Id, "notice.eml", Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_shows_nothing_of_the_case_but_what_is_asked()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (string path, string link) = await OpenAsync(server, "inauthentic", "Li Wei");
        using var phone = new Visitor(server.Address);

        string page = await phone.PageAsync(link);
        using HttpResponseMessage board = await phone.GetAsync("/");
        using HttpResponseMessage own = await phone.GetAsync(path);

        page.ShouldContain("Papers and answers");
        page.ShouldNotContain(path["/cases/".Length..], Shouldly.Case.Sensitive, "no way leads to the case");
        page.ShouldNotContain("href=\"/clients");
        page.ShouldNotContain("href=\"/cases");
        board.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        own.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_link_ends_by_its_day_by_hand_and_with_its_case()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (string path, string first) = await OpenAsync(server, "late-shipment", "Li Wei");
        string second = await MakeAsync(server, path, "Chen", "30");
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        string third = await MakeAsync(server, path, "Wang", "3");
        using var phone = new Visitor(server.Address);

        string end = End().Match(await server.PageAsync(path + "/intake")).Groups["path"].Value;
        (await server.PostAsync(end)).Dispose();
        (await StatusAsync(phone, third)).ShouldBe(HttpStatusCode.NotFound, "the newest was ended by hand");
        (await StatusAsync(phone, first)).ShouldBe(HttpStatusCode.OK);

        server.Clock.Advance(TimeSpan.FromDays(14));
        (await StatusAsync(phone, first)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(phone, second)).ShouldBe(HttpStatusCode.OK);

        (await server.PostAsync(path + "/delete", ("sure", "yes"))).Dispose();
        (await StatusAsync(phone, second)).ShouldBe(HttpStatusCode.NotFound);
        using HttpResponseMessage late = await phone.UploadAsync(second, "bill.txt", [1], script: true);
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Content.ReadAsStringAsync(Cancel)).ShouldContain("holds no longer");
    }

    [Theory]
    [InlineData("", "14")]
    [InlineData("Li Wei", "365")]
    [InlineData("Li Wei", "soon")]
    public async Task A_link_needs_a_name_and_an_end(string name, string days)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        using HttpResponseMessage refused = await server.PostAsync(path + "/intake", ("name", name), ("days", days));

        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("/intake/0");
        (await server.PageAsync(path + "/intake")).ShouldNotContain("Links that hold");
    }

    [Fact]
    public async Task Whoever_may_only_look_makes_no_link()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        using Visitor viewer = await Visitor.InvitedAsync(server, "Vera", "viewer");

        using HttpResponseMessage refused = await viewer.PostAsync(path + "/intake", ("name", "Li"), ("days", "3"));

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<(string Path, string Link)> OpenAsync(
        RunningServer server,
        string sample,
        string name,
        string without = ""
    )
    {
        string path = await server.OpenCaseAsync([
            .. Directory.GetFiles(RunningServer.Sample(sample)).Where(file => Path.GetFileName(file) != without),
        ]);
        return (path, await MakeAsync(server, path, name, "14"));
    }

    private static async Task<string> MakeAsync(RunningServer server, string path, string name, string days)
    {
        using HttpResponseMessage made = await server.PostAsync(path + "/intake", ("name", name), ("days", days));
        string page = await made.Content.ReadAsStringAsync(Cancel);
        Match link = Token().Match(page);
        link.Success.ShouldBeTrue(page);
        return link.Value;
    }

    private static CaseId IdOf(string path) => new(Guid.Parse(path["/cases/".Length..]));

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        using HttpResponseMessage answer = await visitor.GetAsync(path);
        return answer.StatusCode;
    }

    [GeneratedRegex("/intake/[0-9a-f]{64}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("<textarea[^>]* name=\"(?<name>a:[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Question();

    [GeneratedRegex("action=\"(?<path>/cases/[0-9a-f-]+/intake/[0-9a-f-]+/end)\"", RegexOptions.NonBacktracking)]
    private static partial Regex End();
}

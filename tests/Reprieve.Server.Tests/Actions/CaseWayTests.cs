using System.Net;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>The way of a case through the server, as a browser without script goes it.</summary>
public sealed partial class CaseWayTests
{
    private const string Refusal =
        "Hello,\n\nThank you for your appeal. We reviewed the information you provided and decided not to reinstate your "
        + "account, because the plan of action does not describe how you will prevent late shipments in the future.\n\n"
        + "Please send us: greater detail on the steps you have taken to prevent late shipments going forward.\n\n"
        + "Seller Performance Team";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_become_a_case_that_says_what_it_is_and_by_when()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        string page = await server.PageAsync(await server.OpenSampleAsync());

        page.ShouldContain("Late shipment rate");
        page.ShouldContain("Cannot be verified");
        page.ShouldNotContain("reprieve appeal");
    }

    [Fact]
    public async Task What_the_system_left_in_the_folder_is_passed_over()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("reprieve-left-");
        string left = Path.Combine(folder.FullName, ".DS_Store");
        await File.WriteAllTextAsync(left, "Bud1", Cancel);

        string path = await server.OpenCaseAsync(
            left,
            Path.Combine(RunningServer.Sample("late-shipment"), "notice.eml")
        );
        folder.Delete(recursive: true);

        StoredCase opened = (await server.Store.FindAsync(IdOf(path), Cancel))!;
        opened.Files.ShouldContain(file => file.Path == "notice.eml");
        opened.Files.ShouldNotContain(file => file.Path == ".DS_Store");
    }

    [Fact]
    public async Task A_case_is_named_after_its_notice_until_a_person_names_it()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string named = (await server.Store.FindAsync(IdOf(path), Cancel))!.Title;

        await server.PostAsync(path + "/rename", ("title", "The autumn case"));
        await server.PageAsync(path + "?first=1&name=1");

        named.ShouldBe("Larkmoor Supply · Late shipment rate · amazon.com");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Title.ShouldBe("The autumn case");
    }

    [Fact]
    public async Task The_whole_way_ends_in_the_next_round()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        await server.PostAsync(path + "/sent", ("by", "Dana"), ("sure", "yes"));
        StoredCase sent = (await server.Store.FindAsync(IdOf(path), Cancel))!;
        await server.PostAsync(path + "/text", ("text", Refusal));
        string decision = await server.PageAsync(path + "/decision");

        sent.Record.Stage.ShouldBe(CaseStage.Sent);
        sent.Files.ShouldContain(file => file.Path == "rounds/1/plan.txt");
        decision.ShouldContain("Prevention");
        decision.ShouldContain("Round 1");
    }

    [Fact]
    public async Task What_was_not_confirmed_is_not_recorded_as_sent()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        using HttpResponseMessage page = await server.PostAsync(path + "/sent", ("by", "Dana"));

        (await page.Content.ReadAsStringAsync(Cancel)).ShouldContain("Confirm that exactly this was sent");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Record.Rounds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forged_notice_gets_a_warning_and_no_answer()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync("phishing");

        (await server.PageAsync(path + "/answer")).ShouldContain("No answer is written");
        (await server.PageAsync("/")).ShouldContain("Not from Amazon");
    }

    [Fact]
    public async Task A_hostile_notice_stays_text()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        const string Hostile =
            "Your Amazon.com account has been deactivated. <script>alert(1)</script> <img src=x onerror=alert(2)> late shipment rate";

        using HttpResponseMessage opened = await server.PostAsync("/new/text", ("text", Hostile));
        string path = opened.RequestMessage!.RequestUri!.AbsolutePath;

        foreach (string step in new[] { "", "/why", "/review", "/answer", "/send" })
        {
            string page = await server.PageAsync(path + step);
            page.ShouldNotContain("<script>alert");
            page.ShouldNotContain("<img src=x");
        }
    }

    [Fact]
    public async Task A_deleted_case_is_gone_from_list_and_address()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        await server.PostAsync(path + "/delete", ("sure", "yes"));
        using HttpResponseMessage page = await server.Browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.PageAsync("/")).ShouldContain("No cases yet");
    }

    [Fact]
    public async Task Every_page_speaks_Chinese_when_asked()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await server.PostAsync("/settings/language", ("language", "zh-Hans"), ("back", "/"));

        foreach (
            string page in new[]
            {
                "/",
                "/new",
                "/knowledge",
                "/settings",
                path,
                path + "/why",
                path + "/review",
                path + "/answer",
                path + "/send",
                path + "/decision",
            }
        )
        {
            (await server.PageAsync(page)).ShouldContain("<html lang=\"zh-Hans\"");
        }
    }

    private static CaseId IdOf(string path) => CaseId.Parse(path.Split('/')[2]);

    private static string Was(string page, string question) =>
        RunningServer.Between(page, $"name=\"was:{question}\" value=\"", "\"");
}

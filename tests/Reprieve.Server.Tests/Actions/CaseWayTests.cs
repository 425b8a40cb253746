using System.Net;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>The way of a case through the server, as a browser without script goes it.</summary>
public sealed class CaseWayTests
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
    public async Task An_answer_changes_the_sentence_that_rests_on_it()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string before = await server.PageAsync(path + "/answer");

        await server.PostAsync(
            path + "/answers",
            ("by", "Dana"),
            ("a:late_shipment.found_who", "our shift leader"),
            ("was:late_shipment.found_who", Was(before, "late_shipment.found_who"))
        );

        before.ShouldNotContain("our shift leader");
        (await server.PageAsync(path + "/answer")).ShouldContain("our shift leader");
    }

    [Fact]
    public async Task Of_two_tabs_that_answer_alike_the_second_is_told_and_loses_nothing()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string was = Was(await server.PageAsync(path + "/answer"), "late_shipment.found_who");

        await server.PostAsync(
            path + "/answers",
            ("by", "A"),
            ("a:late_shipment.found_who", "our shift leader"),
            ("was:late_shipment.found_who", was)
        );
        using HttpResponseMessage second = await server.PostAsync(
            path + "/answers",
            ("by", "B"),
            ("a:late_shipment.found_who", "our night manager"),
            ("was:late_shipment.found_who", was)
        );

        string page = await second.Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("Answered elsewhere");
        page.ShouldContain("our night manager");
        page.ShouldContain("our shift leader");
    }

    [Fact]
    public async Task An_emptied_answer_is_taken_back_and_one_that_the_page_does_not_show_is_left()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string page = await server.PageAsync(path + "/answer");
        page.ShouldContain("name=\"had:late_shipment.found_who\"");

        using HttpResponseMessage saved = await server.PostAsync(
            path + "/answers",
            ("by", "A"),
            ("a:late_shipment.found_who", ""),
            ("had:late_shipment.found_who", "yes"),
            ("was:late_shipment.found_who", Was(page, "late_shipment.found_who")),
            ("was:late_shipment.cause", Was(page, "late_shipment.cause"))
        );

        string after = await server.PageAsync(path + "/answer");
        after.ShouldNotContain("name=\"had:late_shipment.found_who\"");
        after.ShouldContain("name=\"had:late_shipment.cause\"");
        after.ShouldNotContain("comparing the order report with our shipping records");
    }

    [Fact]
    public async Task What_was_read_in_place_of_an_answer_is_shown_and_becomes_one_only_when_it_is_changed()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenCaseAsync(Path.Combine(RunningServer.Sample("late-shipment"), "notice.eml"));
        string page = await server.PageAsync(path + "/answer");
        page.ShouldContain("Read from your files");
        page.ShouldContain("name=\"had:seller.store\"");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Title.ShouldStartWith("Larkmoor Supply");

        string kept = await SavedAsync("Larkmoor Supply");
        string corrected = await SavedAsync("Larkmoor Outlet");

        kept.ShouldContain("Read from your files");
        corrected.ShouldNotContain("Read from your files");
        corrected.ShouldContain("our store Larkmoor Outlet");

        async Task<string> SavedAsync(string store)
        {
            using HttpResponseMessage saved = await server.PostAsync(
                path + "/answers",
                ("by", "A"),
                ("a:seller.store", store),
                ("had:seller.store", "yes"),
                ("was:seller.store", Was(page, "seller.store"))
            );
            return await server.PageAsync(path + "/answer");
        }
    }

    [Fact]
    public async Task An_own_text_is_kept_and_ours_can_be_had_again()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string page = await server.PageAsync(path + "/answer");
        string text = TextIn(page);

        await server.PostAsync(
            path + "/answer/text",
            ("text", text + "\n\nWe keep the shipping log open."),
            ("was", TextWas(page))
        );
        string edited = await server.PageAsync(path + "/answer");
        await server.PostAsync(path + "/answer/text", ("text", "x"), ("discard", "yes"), ("was", TextWas(edited)));

        edited.ShouldContain("We keep the shipping log open.");
        (await server.PageAsync(path + "/answer")).ShouldNotContain("We keep the shipping log open.");
    }

    [Fact]
    public async Task A_text_changed_elsewhere_meanwhile_is_not_overwritten()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string was = TextWas(await server.PageAsync(path + "/answer"));

        await server.PostAsync(path + "/answer/text", ("text", "First hand."), ("was", was));
        using HttpResponseMessage second = await server.PostAsync(
            path + "/answer/text",
            ("text", "Second hand."),
            ("was", was)
        );

        string page = await second.Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("was changed elsewhere");
        page.ShouldContain("Second hand.");
        (await server.PageAsync(path + "/answer")).ShouldContain("First hand.");
    }

    [Fact]
    public async Task What_is_typed_is_checked_and_not_kept()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string text = TextIn(await server.PageAsync(path + "/answer"));
        const string Pleading = "\n\nPlease, please give us our account back. We beg you, our family depends on it.";

        using HttpResponseMessage before = await server.PostAsync(path + "/answer/check", ("text", text));
        using HttpResponseMessage after = await server.PostAsync(path + "/answer/check", ("text", text + Pleading));

        (await before.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("class=\"bad\"");
        (await after.Content.ReadAsStringAsync(Cancel)).ShouldContain("class=\"bad\"");
        (await server.PageAsync(path + "/answer")).ShouldNotContain("beg you");
    }

    [Fact]
    public async Task Before_anything_is_answered_only_the_questions_are_shown()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage opened = await server.PostAsync(
            "/new/text",
            (
                "text",
                "Your Amazon.com account has been deactivated because your late shipment rate is above 4%. Send a plan of action."
            )
        );
        string path = opened.RequestMessage!.RequestUri!.AbsolutePath;

        string answer = await server.PageAsync(path + "/answer");

        answer.ShouldContain("late_shipment.cause");
        answer.ShouldNotContain("id=\"answer-text\"");
        (await server.PageAsync(path)).ShouldNotContain("must not go out");
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

    private static string TextWas(string page) => RunningServer.Between(page, "name=\"was\" value=\"", "\"");

    private static string TextIn(string page)
    {
        string area = RunningServer.Between(page, " name=\"text\"", "</textarea>");
        return WebUtility.HtmlDecode(area[(area.IndexOf('>', StringComparison.Ordinal) + 1)..]).TrimStart('\n');
    }
}

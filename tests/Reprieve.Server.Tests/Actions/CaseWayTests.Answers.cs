namespace Reprieve.Server.Tests.Actions;

/// <summary>What a person answers.</summary>
public sealed partial class CaseWayTests
{
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
}

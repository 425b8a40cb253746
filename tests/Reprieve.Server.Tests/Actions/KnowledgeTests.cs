using System.Net;
using Reprieve.Knowledge;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Tests.Actions;

public sealed class KnowledgeTests
{
    private const string Late = "/knowledge/metrics/late_shipment_rate_30d";
    private static readonly string NothingKept = TextHash.Of("");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_entry_has_a_page_that_tells_what_it_says_and_from_where()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        string page = await server.PageAsync(Late);

        page.ShouldContain("Late shipment rate");
        page.ShouldContain("Target");
        page.ShouldContain("4.0 %");
        page.ShouldContain("Customer metric");
        page.ShouldContain("Read on");
        page.ShouldContain("code: late_shipment_rate_30d");
        page.ShouldContain("target: 0.04");
    }

    [Fact]
    public async Task One_entry_of_each_kind_is_shown_in_both_languages()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        foreach (string language in new[] { "en", "zh-Hans" })
        {
            using HttpResponseMessage chosen = await server.PostAsync(
                "/settings/language",
                ("language", language),
                ("back", "/")
            );
            foreach (var kind in KnowledgeLoader.BuiltIn.Entries.GroupBy(entry => entry.Folder))
            {
                string page = WebUtility.HtmlDecode(
                    await server.PageAsync($"/knowledge/{kind.Key}/{kind.First().Entry.Code}")
                );
                page.ShouldContain(language == "en" ? "What it says" : "内容");
            }
        }
    }

    [Fact]
    public async Task The_list_leads_to_each_entry()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        (await server.PageAsync("/knowledge?q=late_shipment_rate_30d")).ShouldContain($"href=\"{Late}\"");
    }

    [Theory]
    [InlineData("/knowledge/metrics/no_such_metric")]
    [InlineData("/knowledge/no-such-folder/late_shipment")]
    public async Task What_is_not_known_has_no_page(string path)
    {
        await using RunningServer server = await RunningServer.StartAsync();

        using HttpResponseMessage page = await server.Browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_seller_keeps_holds_at_once_also_for_a_case_that_lies_open_and_after_a_restart()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        (await server.PageAsync(path + "/review")).ShouldContain("4.0 %");

        using HttpResponseMessage kept = await KeepAsync(server, "target: 0.081", "A call with Amazon");

        (await kept.Content.ReadAsStringAsync(Cancel)).ShouldContain("8.1 %");
        (await server.PageAsync(path + "/review")).ShouldContain("8.1 %");
        await server.RestartAsync();
        server.Enter();
        string page = await server.PageAsync(Late);
        page.ShouldContain("8.1 %");
        page.ShouldContain("Anna: A call with Amazon");
        (await server.PageAsync("/knowledge?of=mine")).ShouldContain($"href=\"{Late}\"");
    }

    [Fact]
    public async Task What_is_removed_gives_way_to_the_built_in_entry()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage kept = await KeepAsync(server, "target: 0.081", "A call");

        using HttpResponseMessage removed = await server.PostAsync(
            Late + "/own/remove",
            ("was", TextHash.Of("target: 0.081"))
        );

        string page = await removed.Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("4.0 %");
        page.ShouldNotContain("8.1 %");
        (await server.PageAsync("/knowledge?of=mine")).ShouldNotContain($"href=\"{Late}\"");
    }

    [Theory]
    [InlineData("target: 4", "target is a fraction", "line 1")]
    [InlineData("windowDays: 30\ntarget: many", "not of the right kind", "line 2")]
    [InlineData("windowDays: 30\ntargett: 1", "unknown field", "line 2")]
    [InlineData("windowDays: [1", "line", "line")]
    [InlineData("just words", "write one field a line", "line 1")]
    [InlineData("code: another", "leave", "line 1")]
    [InlineData("a: &x 1\nb: *x", "aliases", "line 2")]
    public async Task What_is_faulty_is_named_by_its_line_and_stays_typed(string fields, string message, string line)
    {
        await using RunningServer server = await RunningServer.StartAsync();

        using HttpResponseMessage refused = await KeepAsync(server, fields, "A call");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        page.ShouldContain(message);
        page.ShouldContain(line);
        page.ShouldContain(fields);
        page.ShouldContain("value=\"A call\"");
        (await server.PageAsync("/knowledge?of=mine")).ShouldNotContain($"href=\"{Late}\"");
    }

    [Fact]
    public async Task What_is_too_long_or_has_no_reason_is_not_kept()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        using HttpResponseMessage tooLong = await KeepAsync(
            server,
            "note: " + new string('x', OwnEntries.LongestFields),
            "A call"
        );
        using HttpResponseMessage reasonless = await KeepAsync(server, "target: 0.05", "");

        tooLong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reasonless.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await server.PageAsync(Late)).ShouldContain("4.0 %");
    }

    [Fact]
    public async Task Of_two_who_keep_at_once_the_second_is_told()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage first = await KeepAsync(server, "target: 0.05", "A call");

        using HttpResponseMessage second = await KeepAsync(server, "target: 0.06", "A page");

        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string page = await second.Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("target: 0.06");
        page.ShouldContain("5.0 %");
    }

    [Fact]
    public async Task An_entry_that_broke_since_is_left_out_and_named()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage kept = await KeepAsync(server, "target: 0.081", "A call");
        string file = Path.Combine(server.DataFolder, "knowledge", "metrics", "late_shipment_rate_30d.yaml");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file, Cancel)).Replace("0.081", "81", StringComparison.Ordinal),
            Cancel
        );

        await server.RestartAsync();
        server.Enter();

        string page = await server.PageAsync(Late);
        page.ShouldContain("4.0 %");
        page.ShouldContain("does not hold");
    }

    private static Task<HttpResponseMessage> KeepAsync(RunningServer server, string fields, string why) =>
        server.PostAsync(Late + "/own", ("fields", fields), ("why", why), ("by", "Anna"), ("was", NothingKept));
}

using System.Net;
using System.Text.RegularExpressions;
using Reprieve.Cases;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Actions;

/// <summary>The list of all cases as a consultant needs it: whose turn, which marketplace, who looks after it, what is held.</summary>
public sealed partial class BoardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_is_narrowed_by_turn_and_marketplace()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string late = await server.OpenSampleAsync();
        string other = await PastedAsync(server, "Amazon.co.uk");
        await OwnAsync(server, late, "Harbor Trade", "Northfold");

        string all = await server.PageAsync("/");
        string british = await server.PageAsync("/?market=amazon.co.uk");
        string ours = await server.PageAsync("/?turn=Us");
        string none = await server.PageAsync("/?turn=Amazon");

        Options(all, "turn").ShouldBe(["All", "Client (1)", "Us (1)"]);
        Options(all, "market").ShouldBe(["All", "amazon.co.uk (1)", "amazon.com (1)"]);
        (Shows(british, late), Shows(british, other)).ShouldBe((false, true));
        Options(british, "turn").ShouldBe(["All", "Client (1)"], "it counts what the marketplace leaves");
        (Shows(ours, late), Shows(ours, other)).ShouldBe((true, false));
        Options(ours, "turn").ShouldBe(["All", "Client (1)", "Us (1)"]);
        (Shows(none, late), Shows(none, other)).ShouldBe((false, false));
        Options(none, "turn").ShouldContain("Amazon (0)", "what finds nothing can still be changed");
    }

    [Fact]
    public async Task A_seller_alone_is_asked_neither_for_a_turn_nor_for_a_person()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        string list = await server.PageAsync("/");

        foreach (string filter in new[] { "turn", "market", "person" })
        {
            list.ShouldNotContain($"name=\"{filter}\"");
        }

        (await server.PageAsync(path)).ShouldNotContain("/keeper");
    }

    [Fact]
    public async Task Whoever_looks_after_a_case_stands_on_the_list_and_in_the_timeline()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string mine = await server.OpenSampleAsync();
        string other = await server.OpenSampleAsync();
        using Visitor edda = await Visitor.InvitedAsync(server, "Edda", "editor");
        string id = Persons(await server.PageAsync(mine))["Edda"];

        (await server.PostAsync(mine + "/keeper", ("person", id), ("was", ""))).Dispose();

        string list = await server.PageAsync("/?person=" + id);
        (Shows(list, mine), Shows(list, other)).ShouldBe((true, false));
        Options(list, "person").ShouldBe(["All", "Edda (1)", "Nobody (1)"]);
        list.ShouldContain(">Edda<");
        string nobodys = await server.PageAsync("/?person=none");
        (Shows(nobodys, mine), Shows(nobodys, other)).ShouldBe((false, true));
        string page = WebUtility.HtmlDecode(await server.PageAsync(mine));
        page.ShouldContain("Looked after by: Edda");
        (await edda.PageAsync("/?person=" + id)).ShouldContain(mine);
    }

    [Fact]
    public async Task Only_who_may_work_on_a_case_looks_after_it_and_of_two_the_second_is_told()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await OwnAsync(server, path, "Harbor Trade", "Northfold");
        (await server.PostAsync("/clients", ("name", "Other House"))).Dispose();
        string other = IdBefore(await server.PageAsync("/clients"), "Other House");
        using Visitor vera = await Visitor.InvitedAsync(server, "Vera", "viewer");
        using Visitor otto = await Visitor.InvitedAsync(server, "Otto", "owner", other);
        using Visitor edda = await Visitor.InvitedAsync(server, "Edda", "editor");
        Dictionary<string, string> people = Persons(await server.PageAsync(path));
        string ottos = RunningServer.Between(await server.PageAsync("/people"), "action=\"/people/", "/");

        using HttpResponseMessage wrong = await server.PostAsync(path + "/keeper", ("person", ottos), ("was", ""));
        using HttpResponseMessage first = await server.PostAsync(
            path + "/keeper",
            ("person", people["Edda"]),
            ("was", "")
        );
        using HttpResponseMessage second = await server.PostAsync(path + "/keeper", ("person", ""), ("was", ""));

        people.Keys.ShouldBe(["Edda"]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.Content.ReadAsStringAsync(Cancel)).ShouldContain("Somebody else");
        (await server.Store.FindAsync(IdOf(path), Cancel))
            .ShouldNotBeNull()
            .Assignee.ToString()
            .ShouldBe(people["Edda"]);
        (await vera.PageAsync(path)).ShouldNotContain("/keeper\"");
    }

    [Fact]
    public async Task Money_held_is_shown_summed_and_corrected_with_what_was_said_before()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string one = await server.OpenSampleAsync();
        string two = await server.OpenSampleAsync();
        await HoldAsync(server, one, "12,000.50", "USD", "");
        await HoldAsync(server, two, "500", "USD", "");

        string list = WebUtility.HtmlDecode(await server.PageAsync("/"));
        await HoldAsync(server, one, "11.000", "USD", "12,000.50 USD");
        string page = WebUtility.HtmlDecode(await server.PageAsync(one));

        list.ShouldContain("<strong>12,500.50 USD</strong>");
        list.ShouldContain("12,000.50 USD</div>");
        page.ShouldContain("Money Amazon holds: 11,000 USD");
        page.ShouldContain("Money Amazon holds: 12,000.50 USD");
        WebUtility.HtmlDecode(await server.PageAsync("/")).ShouldContain("<strong>11,500 USD</strong>");
    }

    [Theory]
    [InlineData("much", "USD", "", "This is no amount")]
    [InlineData("5", "XXX", "", "This is no amount")]
    [InlineData("5", "USD", "7 USD", "Somebody else")]
    public async Task What_cannot_be_taken_for_money_is_said(string amount, string currency, string was, string why)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        using HttpResponseMessage answer = await server.PostAsync(
            path + "/held",
            ("amount", amount),
            ("currency", currency),
            ("was", was)
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(why);
        (await server.Store.FindAsync(IdOf(path), Cancel)).ShouldNotBeNull().Held.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_sees_one_client_is_offered_nothing_of_another()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string hers = await server.OpenSampleAsync();
        string other = await PastedAsync(server, "Amazon.co.uk");
        await OwnAsync(server, hers, "Harbor Trade", "Northfold");
        await OwnAsync(server, other, "Other House", "Quillbrook");
        string client = IdBefore(await server.PageAsync("/clients"), "Harbor Trade");
        using Visitor edda = await Visitor.InvitedAsync(server, "Edda", "editor");
        await HoldAsync(server, other, "7771312.77", "GBP", "");
        string id = Persons(await server.PageAsync(other))["Edda"];
        (await server.PostAsync(other + "/keeper", ("person", id), ("was", ""))).Dispose();
        using Visitor vera = await Visitor.InvitedAsync(server, "Vera", "viewer", client);

        foreach (string query in new[] { "", "?market=amazon.co.uk", "?person=" + id, "?turn=Client" })
        {
            string page = await vera.PageAsync("/" + query);
            page.ShouldNotContain("7,771,312.77");
            page.ShouldNotContain("amazon.co.uk (1)");
            page.ShouldNotContain(other);
            Options(page, "person").ShouldNotContain(text => text.StartsWith("Edda", StringComparison.Ordinal));
        }

        string all = await server.PageAsync("/");
        Options(all, "person").ShouldContain("Edda (1)");
        all.ShouldContain("7,771,312.77");
    }

    private static async Task<string> PastedAsync(RunningServer server, string store)
    {
        using HttpResponseMessage opened = await server.PostAsync(
            "/new/text",
            (
                "text",
                $"Hello,\n\nYour {store} seller account has been deactivated because your late shipment rate is above "
                    + $"4%. Submit a plan of action within 7 days.\n\nSeller Performance Team\n{store.ToLowerInvariant()}"
            )
        );
        return opened.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task OwnAsync(RunningServer server, string path, string client, string store) =>
        (await server.PostAsync(path + "/client", ("client", client), ("store", store))).Dispose();

    private static async Task HoldAsync(RunningServer server, string path, string amount, string currency, string was)
    {
        using HttpResponseMessage kept = await server.PostAsync(
            path + "/held",
            ("amount", amount),
            ("currency", currency),
            ("was", was)
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.OK, await kept.Content.ReadAsStringAsync(Cancel));
    }

    private static bool Shows(string page, string path) => page.Contains($"href=\"{path}\"", StringComparison.Ordinal);

    /// <summary>The texts of a choice.</summary>
    private static List<string> Options(string page, string name) =>
        [
            .. Option()
                .Matches(RunningServer.Between(page, $"name=\"{name}\"", "</select>"))
                .Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value)),
        ];

    private static Dictionary<string, string> Persons(string page) =>
        Option()
            .Matches(RunningServer.Between(page, "name=\"person\"", "</select>"))
            .Where(match => match.Groups["value"].Value.Length > 0)
            .ToDictionary(match => match.Groups["text"].Value, match => match.Groups["value"].Value);

    private static string IdBefore(string page, string name) =>
        Regex
            .Match(page, $"href=\"/clients/(?<id>[0-9a-f-]+)\">{name}<", RegexOptions.NonBacktracking)
            .Groups["id"]
            .Value;

    private static CaseId IdOf(string path) => CaseId.Parse(path.Split('/')[2]);

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\"[^>]*>(?<text>[^<]*)</option>", RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Reprieve.Server.Tests.Actions;

public sealed partial class ClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seller_alone_sees_nothing_of_clients()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        string list = await server.PageAsync("/");

        list.ShouldNotContain("href=\"/clients\"");
        list.ShouldNotContain("Whose turn");
        (await server.PageAsync("/settings")).ShouldContain("href=\"/clients\"");
        (await server.PageAsync(path)).ShouldContain("Whose case it is");
    }

    [Fact]
    public async Task A_case_that_gets_a_client_shows_it_everywhere()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        await OwnAsync(server, path, "Harbor Trade", "Northfold");

        string list = WebUtility.HtmlDecode(await server.PageAsync("/"));
        list.ShouldContain("Harbor Trade");
        list.ShouldContain(" · Northfold");
        list.ShouldContain("Whose turn");
        foreach (string page in new[] { "", "/why", "/review", "/answer", "/send", "/decision" })
        {
            (await server.PageAsync(path + page)).ShouldContain("Harbor Trade");
        }

        string client = WebUtility.HtmlDecode(await server.PageAsync(await ClientAsync(server, "Harbor Trade")));
        RunningServer
            .Between(client, ">Northfold</th>", "</tr>")
            .ShouldContain("amazon.com", Case.Sensitive, "the store knows the marketplace of its case");
        client.ShouldContain($"href=\"{path}\"");
    }

    [Fact]
    public async Task A_new_case_of_a_store_is_its_clients_from_the_start()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await OwnAsync(server, await server.OpenSampleAsync(), "Harbor Trade", "Northfold");
        string client = await ClientAsync(server, "Harbor Trade");
        string query = RunningServer.Between(await server.PageAsync(client), "href=\"/new?", "\"");

        string page = await server.PageAsync("/new?" + query);
        using HttpResponseMessage pasted = await server.PostAsync(
            "/new/text?" + query,
            ("text", "Hello, your account")
        );
        using HttpResponseMessage folder = await server.PostAsync(
            "/new/folder?" + query,
            ("folder", RunningServer.Sample("inauthentic"))
        );
        string stranger = $"store={Guid.NewGuid()}";
        using HttpResponseMessage other = await server.PostAsync(
            "/new/text?" + stranger,
            ("text", "Hello, your account")
        );

        page.ShouldContain("A case of Harbor Trade, store Northfold");
        page.ShouldContain($"action=\"/new/files?{query}\"");
        foreach (HttpResponseMessage opened in new[] { pasted, folder })
        {
            (await server.PageAsync(client)).ShouldContain(
                $"href=\"{opened.RequestMessage!.RequestUri!.AbsolutePath}\""
            );
        }

        (await server.PageAsync(client)).ShouldNotContain(other.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_list_shows_the_cases_of_one_client_or_of_none()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string one = await server.OpenSampleAsync();
        string two = await server.OpenSampleAsync();
        await OwnAsync(server, one, "Harbor Trade", "Northfold");
        string client = (await ClientAsync(server, "Harbor Trade")).Split('/')[^1];

        string hers = await server.PageAsync("/?client=" + client);
        string nobodys = await server.PageAsync("/?client=none");
        string all = await server.PageAsync("/?client=no-such-client");

        (hers.Contains(one, StringComparison.Ordinal), hers.Contains(two, StringComparison.Ordinal)).ShouldBe(
            (true, false)
        );
        (nobodys.Contains(one, StringComparison.Ordinal), nobodys.Contains(two, StringComparison.Ordinal)).ShouldBe(
            (false, true)
        );
        (all.Contains(one, StringComparison.Ordinal), all.Contains(two, StringComparison.Ordinal)).ShouldBe(
            (true, true)
        );
        string clients = await server.PageAsync("/clients");
        clients.ShouldContain("href=\"/?client=none\"");
    }

    [Fact]
    public async Task The_same_names_in_other_letters_are_the_same_client_and_store()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string one = await server.OpenSampleAsync();
        string two = await server.OpenSampleAsync();

        await OwnAsync(server, one, "Harbor Trade", "Northfold");
        await OwnAsync(server, two, "harbor trade", "NORTHFOLD");

        string clients = await server.PageAsync("/clients");
        ClientLinks().Count(clients).ShouldBe(1);
        string page = await server.PageAsync(await ClientAsync(server, "Harbor Trade"));
        page.ShouldContain($"href=\"{one}\"");
        page.ShouldContain($"href=\"{two}\"");
    }

    [Theory]
    [InlineData("", "A name has")]
    [InlineData("harbor trade", "There is a client of this name already")]
    public async Task A_name_that_cannot_be_taken_is_said_beside_what_was_typed(string name, string why)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using (await server.PostAsync("/clients", ("name", "Harbor Trade"))) { }

        using HttpResponseMessage answer = await server.PostAsync("/clients", ("name", name));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(why);
    }

    [Fact]
    public async Task Of_two_who_rename_a_client_the_second_is_told()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using (await server.PostAsync("/clients", ("name", "Harbor Trade"))) { }

        string path = await ClientAsync(server, "Harbor Trade");
        using (await server.PostAsync(path, ("name", "Harbor Trading"), ("was", "Harbor Trade"))) { }

        using HttpResponseMessage second = await server.PostAsync(path, ("name", "Harbour"), ("was", "Harbor Trade"));

        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        string page = await second.Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("changed elsewhere");
        page.ShouldContain("Harbor Trading");
    }

    [Fact]
    public async Task Of_two_who_give_a_case_to_a_client_the_second_is_told()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await OwnAsync(server, path, "Harbor Trade", "Northfold");

        using HttpResponseMessage second = await server.PostAsync(
            path + "/client",
            ("client", "Somebody Else"),
            ("store", "Other"),
            ("was", "")
        );

        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await server.PageAsync(path)).ShouldContain("Harbor Trade");
        (await server.PageAsync("/clients")).ShouldNotContain("Somebody Else");
    }

    [Fact]
    public async Task A_store_is_changed_on_the_page_of_its_client_and_only_with_known_marketplaces()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await OwnAsync(server, path, "Harbor Trade", "Northfold");
        string client = await ClientAsync(server, "Harbor Trade");
        string page = await server.PageAsync(client);
        string form = RunningServer.Between(page, $"action=\"{client}/stores/", "\"");
        string was = RunningServer.Between(
            page[page.IndexOf("/stores/", StringComparison.Ordinal)..],
            "name=\"was\" value=\"",
            "\""
        );

        using HttpResponseMessage wrong = await server.PostAsync(
            $"{client}/stores/{form}",
            ("store", "Northfold"),
            ("marketplaces", "amazon.com amazon.moon"),
            ("was", was)
        );
        using HttpResponseMessage right = await server.PostAsync(
            $"{client}/stores/{form}",
            ("store", "Northfold Goods"),
            ("legal", "Northfold Goods LLC"),
            ("marketplaces", "amazon.com, AMAZON.DE"),
            ("was", was)
        );

        (await wrong.Content.ReadAsStringAsync(Cancel)).ShouldContain("amazon.moon");
        string after = WebUtility.HtmlDecode(await server.PageAsync(client));
        RunningServer.Between(after, ">Northfold Goods</th>", "</tr>").ShouldContain("amazon.com, amazon.de");
        after.ShouldContain("Northfold Goods LLC");
    }

    [Fact]
    public async Task A_store_is_not_changed_through_another_client()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await OwnAsync(server, path, "Harbor Trade", "Northfold");
        using (await server.PostAsync("/clients", ("name", "Other"))) { }

        string client = await ClientAsync(server, "Harbor Trade");
        string page = await server.PageAsync(client);
        string store = RunningServer.Between(page, $"action=\"{client}/stores/", "\"");
        string was = RunningServer.Between(
            page[page.IndexOf("/stores/", StringComparison.Ordinal)..],
            "name=\"was\" value=\"",
            "\""
        );
        string other = await ClientAsync(server, "Other");

        foreach (string wrong in new[] { other, $"/clients/{Guid.NewGuid()}" })
        {
            using HttpResponseMessage answer = await server.PostAsync(
                $"{wrong}/stores/{store}",
                ("store", "Zebra Outlet"),
                ("was", was)
            );
            answer.IsSuccessStatusCode.ShouldBeFalse();
        }

        (await server.PageAsync(client)).ShouldContain("Northfold");
        (await server.PageAsync(other)).ShouldNotContain("Zebra Outlet");
    }

    [Fact]
    public async Task Only_a_client_without_cases_is_removed()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        await OwnAsync(server, path, "Harbor Trade", "Northfold");
        string client = await ClientAsync(server, "Harbor Trade");
        string store = RunningServer.Between(await server.PageAsync(path), "name=\"was\" value=\"", "\"");

        using HttpResponseMessage refused = await server.PostAsync(client + "/remove");
        using HttpResponseMessage freed = await server.PostAsync(path + "/client", ("client", ""), ("was", store));
        using HttpResponseMessage removed = await server.PostAsync(client + "/remove");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await server.PageAsync("/clients")).ShouldNotContain("Harbor Trade");
        using HttpResponseMessage gone = await server.Browser.GetAsync(new Uri(client, UriKind.Relative), Cancel);
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using (await server.PostAsync("/clients", ("name", "<script>alert(1)</script>\"'&"))) { }

        (await server.PageAsync("/clients")).ShouldNotContain("<script>alert");
    }

    private static async Task OwnAsync(RunningServer server, string path, string client, string store)
    {
        using HttpResponseMessage answer = await server.PostAsync(
            path + "/client",
            ("client", client),
            ("store", store),
            ("was", "")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The path of a client's page.</summary>
    private static async Task<string> ClientAsync(RunningServer server, string name)
    {
        string page = await server.PageAsync("/clients");
        string before = page[..page.IndexOf($"\">{name}</a>", StringComparison.Ordinal)];
        return before[(before.LastIndexOf('"') + 1)..];
    }

    [GeneratedRegex("href=\"/clients/[0-9a-f-]{36}\"", RegexOptions.None, 1000)]
    private static partial Regex ClientLinks();
}

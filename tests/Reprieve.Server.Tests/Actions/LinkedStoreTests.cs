using System.Net;
using System.Text.Json;
using Reprieve.Cases;
using Reprieve.Server.Tests.Api;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>Five notices of one event in one case, on the pages and by the API.</summary>
public sealed class LinkedStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_case_shows_every_store_of_the_event_with_its_own_answer()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);

        string first = await ReadAsync(server, path + "?first=1");
        string german = await ReadAsync(server, path + "/stores/amazon.de");

        foreach (string store in new[] { "amazon.com", "amazon.com-2", "amazon.co.uk", "amazon.de" })
        {
            first.ShouldContain($"href=\"{path}/stores/{store}\"");
        }

        first.ShouldContain("Petrel Lane");
        german.ShouldContain("unseren Shop Quillbrook Home auf Amazon.de");
        german.ShouldContain("28 October 2026");
        german.ShouldContain($"{path}/file?path=appeal-amazon.de%2Fpackage.zip");
    }

    [Fact]
    public async Task A_store_that_the_event_has_not_is_gone()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);

        using HttpResponseMessage page = await server.Browser.GetAsync(
            new Uri(path + "/stores/amazon.fr", UriKind.Relative),
            Cancel
        );

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_sent_for_one_store_leaves_the_others_waiting()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);

        await server.PostAsync(path + "/stores/amazon.de/sent", ("by", "Dana"), ("sure", "yes"));

        StoredCase after = (await server.Store.FindAsync(IdOf(path), Cancel))!;
        after.Files.ShouldContain(file => file.Path == "rounds-amazon.de/1/plan.txt");
        after.Record.Stage.ShouldBe(CaseStage.Ready);
        after.Summary.LinkedStores.ShouldBe(4);
        after.Summary.LinkedSent.ShouldBe(1);
        (await server.Store.TimelineAsync(IdOf(path), cancel: Cancel))
            .Last(entry => entry.What == "store_sent")
            .Details["store"]
            .ShouldBe("amazon.de");
        (await ReadAsync(server, path + "/stores/amazon.de")).ShouldContain("Sent");
    }

    [Fact]
    public async Task Without_a_name_or_a_word_that_it_was_sent_nothing_is_written_down()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);

        await server.PostAsync(path + "/stores/amazon.de/sent", ("by", ""), ("sure", "yes"));
        await server.PostAsync(path + "/stores/amazon.de/sent", ("by", "Dana"));

        (await server.Store.FindAsync(IdOf(path), Cancel))!.Summary.LinkedSent.ShouldBe(0);
    }

    [Fact]
    public async Task Where_a_second_person_is_to_approve_a_linked_store_is_not_sent_without()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);
        await server.PostAsync(path + "/approval", ("do", "want"), ("by", "Dana"));

        await server.PostAsync(path + "/stores/amazon.de/sent", ("by", "Dana"), ("sure", "yes"));
        string page = await ReadAsync(server, path + "/stores/amazon.de");

        (await server.Store.FindAsync(IdOf(path), Cancel))!.Summary.LinkedSent.ShouldBe(0);
        page.ShouldNotContain($"action=\"{path}/stores/amazon.de/sent\"");
    }

    [Fact]
    public async Task The_answer_of_a_linked_store_is_approved_on_its_own_page()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);
        string store = path + "/stores/amazon.de";
        await server.PostAsync(path + "/approval", ("do", "want"), ("by", "Dana"), ("store", "amazon.de"));
        string was = RunningServer.Between(await ReadAsync(server, store), "name=\"was\" value=\"", "\"");

        using HttpResponseMessage page = await server.PostAsync(
            path + "/approval",
            ("do", "approve"),
            ("by", "Lin"),
            ("sure", "yes"),
            ("was", was),
            ("store", "amazon.de")
        );

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(store);
        (await ReadAsync(server, store)).ShouldContain("Approved by Lin");
        (await ReadAsync(server, path + "/stores/amazon.co.uk")).ShouldNotContain("Approved by Lin");
    }

    [Fact]
    public async Task What_is_said_of_one_store_changes_its_answer_alone()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);

        await server.PostAsync(
            path + "/stores/amazon.co.uk/answers",
            ("by", "Dana"),
            ("a:seller.store", "Quillbrook Kitchen")
        );

        (await ReadAsync(server, path + "/stores/amazon.co.uk")).ShouldContain("our store Quillbrook Kitchen");
        (await ReadAsync(server, path + "/stores/amazon.com")).ShouldContain("our store Quillbrook Home");
        (await server.Store.FindAsync(IdOf(path), Cancel))!.Files.ShouldContain(file =>
            file.Path == "answers-amazon.co.uk.yaml"
        );
    }

    [Fact]
    public async Task A_program_finds_the_stores_and_writes_down_what_was_sent()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await OpenEventAsync(server);
        using Asking program = await Asking.OfMachineAsync(server);
        string stores = $"/api/v1{path}/stores";

        JsonElement[] before = [.. (await program.JsonAsync("GET", stores)).EnumerateArray()];
        await program.RefusalAsync("POST", stores + "/amazon.fr/sent", new { sure = true, by = "Dana" });
        await program.JsonAsync("POST", stores + "/amazon.co.uk/sent", new { sure = true, by = "Dana" });
        JsonElement[] after = [.. (await program.JsonAsync("GET", stores)).EnumerateArray()];

        before.Select(Stage).ShouldBe(["ready", "ready", "ready", "ready"]);
        before[1].GetProperty("name").GetString().ShouldBe("Petrel Lane");
        before[3].GetProperty("language").GetString().ShouldBe("de");
        before[3].GetProperty("howToSend").GetString().ShouldNotBeNull().ShouldContain("amazon.de");
        after.Select(Stage).ShouldBe(["ready", "ready", "sent", "ready"]);
    }

    [Fact]
    public async Task An_answer_like_one_that_another_client_sent_for_a_linked_store_is_said()
    {
        const string warning = "This answer resembles one that was sent for another client";
        await using RunningServer server = await RunningServer.StartAsync();
        string sent = await OpenEventAsync(server);
        await server.PostAsync(sent + "/client", ("client", "Harbor Trade"), ("store", "Quillbrook Home"));
        await server.PostAsync(sent + "/stores/amazon.de/sent", ("by", "Dana"), ("sure", "yes"));
        string path = await OpenEventAsync(server);
        await server.PostAsync(path + "/client", ("client", "Lark Goods"), ("store", "Quillbrook Home"));
        using Asking program = await Asking.OfMachineAsync(server);

        string same = await ReadAsync(server, path + "/stores/amazon.de");
        string other = await ReadAsync(server, path + "/stores/amazon.com");
        JsonElement told = await program.JsonAsync("GET", $"/api/v1{path}/resemblance?store=amazon.de");

        same.ShouldContain(warning);
        other.ShouldNotContain(warning);
        told.GetProperty("warns").GetBoolean().ShouldBeTrue();
    }

    private static string? Stage(JsonElement store) => store.GetProperty("stage").GetString();

    private static async Task<string> OpenEventAsync(RunningServer server)
    {
        // The answers of the sample are of the days after the notice.
        server.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));
        string root = Path.GetFullPath(Path.Combine(RunningServer.Sample("inauthentic"), "..", ".."));
        string fixtures = Path.Combine(root, "tests", "Reprieve.Cases.Tests", "Fixtures", "Linked");
        string path = await server.OpenCaseAsync([
            .. Directory
                .GetFiles(RunningServer.Sample("inauthentic"))
                .Where(file => Path.GetFileName(file) != "notice.eml"),
            .. Directory.GetFiles(fixtures, "*.eml"),
        ]);
        await ReadAsync(server, path + "?first=1&name=1");
        return path;
    }

    /// <summary>The page once the case is read.</summary>
    private static async Task<string> ReadAsync(RunningServer server, string path)
    {
        string page = "";
        for (int tries = 0; tries < 60; tries++)
        {
            page = WebUtility.HtmlDecode(await server.PageAsync(path));
            if (!page.Contains("Reading your files", StringComparison.Ordinal))
            {
                break;
            }

            await Task.Yield();
        }

        return page;
    }

    private static CaseId IdOf(string path) => CaseId.Parse(path.Split('/')[2]);
}

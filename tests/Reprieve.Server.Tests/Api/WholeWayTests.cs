using System.Text;
using System.Text.Json;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Api;

/// <summary>The way of a case through the API, as a program goes it.</summary>
public sealed class WholeWayTests
{
    private const string Refusal =
        "Hello,\n\nThank you for your appeal. We reviewed the information you provided and decided not to reinstate your "
        + "account, because the plan of action does not describe how you will prevent late shipments in the future.\n\n"
        + "Please send us: greater detail on the steps you have taken to prevent late shipments going forward.\n\n"
        + "Seller Performance Team";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_files_to_the_next_round()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        string home = await OpenedAsync(program);

        (await program.JsonAsync("GET", home + "/notice")).GetProperty("kind").GetString().ShouldBe("deactivation");
        (await program.JsonAsync("GET", home + "/review"))
            .GetProperty("metrics")
            .GetArrayLength()
            .ShouldBeGreaterThan(3);
        (await program.JsonAsync("GET", home + "/questions")).GetProperty("done").GetBoolean().ShouldBeTrue();
        JsonElement answer = await program.JsonAsync("GET", home + "/answer");
        answer.GetProperty("mode").GetString().ShouldBe("plan");
        answer.GetProperty("sentences").GetArrayLength().ShouldBeGreaterThan(10);
        (await TextAsync(program, home + "/pages/how-to-send.md")).ShouldContain("Account Health");
        (await TextAsync(program, home + "/package")).ShouldStartWith("PK");
        await program.JsonAsync("POST", home + "/sent", new { sure = true, by = "Dana" });
        await program.JsonAsync("POST", home + "/message", new { text = Refusal });
        JsonElement decision = await program.JsonAsync("GET", home + "/decision");
        decision.GetProperty("rounds").GetInt32().ShouldBe(1);
        decision.GetProperty("canGoOn").GetBoolean().ShouldBeTrue();
        await program.JsonAsync("POST", home + "/next");

        (await program.JsonAsync("GET", home + "/timeline"))
            .EnumerateArray()
            .Select(entry => entry.GetProperty("what").GetString())
            .ShouldContain("sent");
    }

    [Fact]
    public async Task A_question_is_answered_and_taken_back_and_nobody_elses_words_are_gone_over()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        string home = await OpenedAsync(program);
        string id = "late_shipment.found_who";
        string was = Of(await program.JsonAsync("GET", home + "/questions"), id).GetProperty("value").GetString()!;

        await program.JsonAsync("POST", home + "/answers", Said(id, "our shift lead", was));
        string clash = await program.RefusalAsync("POST", home + "/answers", Said(id, "our night manager", was));
        string said = Of(await program.JsonAsync("GET", home + "/questions"), id).GetProperty("value").GetString()!;
        await program.JsonAsync(
            "POST",
            home + "/answers",
            new
            {
                by = "A",
                answers = new[]
                {
                    new
                    {
                        id,
                        values = Array.Empty<string>(),
                        takenBack = true,
                    },
                },
            }
        );

        said.ShouldBe("our shift lead");
        clash.ShouldContain("our shift lead");
        Of(await program.JsonAsync("GET", home + "/questions"), id).GetProperty("state").GetString().ShouldBe("open");
    }

    [Fact]
    public async Task A_text_is_edited_only_by_who_saw_it_and_ours_can_be_had_again()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        string home = await OpenedAsync(program);
        JsonElement ours = await program.JsonAsync("GET", home + "/answer");
        string text = ours.GetProperty("text").GetString()!;
        string hash = ours.GetProperty("hash").GetString()!;
        string mine = text + "\n\nWe keep the shipping log open.";

        await program.JsonAsync(
            "PUT",
            home + "/answer/text",
            new
            {
                text = mine,
                was = hash,
                by = "Dana",
            }
        );
        await program.RefusalAsync(
            "PUT",
            home + "/answer/text",
            new
            {
                text = "Another.",
                was = hash,
                by = "Ed",
            }
        );
        JsonElement edited = await program.JsonAsync("GET", home + "/answer");
        edited.GetProperty("text").GetString().ShouldNotBeNull().TrimEnd().ShouldBe(mine);
        JsonElement check = await program.JsonAsync(
            "POST",
            home + "/answer/check",
            new { text = "It was the carrier." }
        );
        check.GetProperty("findings").GetArrayLength().ShouldBeGreaterThan(0);
        await program.JsonAsync("DELETE", $"{home}/answer/text?was={edited.GetProperty("hash").GetString()}");

        (await program.JsonAsync("GET", home + "/answer")).GetProperty("text").GetString().ShouldBe(text);
        (await program.JsonAsync("GET", home + "/answer/versions")).GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_reading_is_corrected_and_goes_back()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        string home = await OpenedAsync(program);
        string notice = (await program.JsonAsync("GET", home + "/notice")).GetProperty("sha256").GetString()!;
        string path = home + "/notice/corrections/kind";

        await program.JsonAsync("PUT", path, new { notice, values = new[] { "policy_warning" } });
        string corrected = Kind(await program.JsonAsync("GET", home + "/notice"));
        await program.JsonAsync("DELETE", $"{path}?notice={notice}");

        corrected.ShouldBe("policy_warning");
        Kind(await program.JsonAsync("GET", home + "/notice")).ShouldBe("deactivation");
        (await program.RefusalAsync("PUT", path, new { notice, values = new[] { "no_such_kind" } })).ShouldNotBeEmpty();

        static string Kind(JsonElement read) => read.GetProperty("kind").GetString()!;
    }

    [Fact]
    public async Task Clients_people_tasks_and_links_are_kept()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        string home = await OpenedAsync(program);

        JsonElement client = await program.JsonAsync("POST", "/api/v1/clients", new { name = "Harbor Trade" });
        string owner = client.GetProperty("id").GetString()!;
        JsonElement owned = await program.JsonAsync(
            "PUT",
            home + "/owner",
            new { client = "Harbor Trade", store = "Northfold" }
        );
        JsonElement task = await program.JsonAsync(
            "POST",
            home + "/tasks",
            new { text = "Call the carrier", due = "2026-10-02" }
        );
        JsonElement link = await program.JsonAsync("POST", home + "/intake", new { name = "Ada", days = 7 });
        JsonElement invited = await program.JsonAsync(
            "POST",
            "/api/v1/people",
            new
            {
                name = "Mara",
                email = "mara@example.com",
                client = owner,
                role = "editor",
            }
        );
        await program.JsonAsync("POST", $"{home}/tasks/{task.GetProperty("id").GetString()}/done");

        await program.JsonAsync("PUT", home + "/held", new { amount = "1250.40", currency = "USD" });
        (
            await program.RefusalAsync("PUT", home + "/held", new { amount = "much", currency = "USD" })
        ).ShouldNotBeEmpty();
        (await program.RefusalAsync("PUT", home + "/keeper", new { person = Guid.NewGuid() })).ShouldNotBeEmpty();
        (await program.JsonAsync("GET", "/api/v1/cases?turn=us&marketplace=amazon.com&person=none"))
            .GetProperty("items")[0]
            .GetProperty("held")
            .GetProperty("amount")
            .GetDecimal()
            .ShouldBe(1250.40m);
        owned.GetProperty("client").GetString().ShouldBe(owner);
        link.GetProperty("url").GetString()!.ShouldContain("/intake/");
        invited.GetProperty("url").GetString()!.ShouldContain("/welcome?token=");
        (await program.JsonAsync("GET", "/api/v1/tasks")).GetArrayLength().ShouldBe(0);
        (await program.JsonAsync("GET", $"/api/v1/cases?client={owner}")).GetProperty("total").GetInt32().ShouldBe(1);
        (await program.JsonAsync("GET", "/api/v1/people")).GetRawText().ShouldContain("editor");
        (await program.RefusalAsync("POST", home + "/intake", new { name = "Ada", days = 8 })).ShouldContain("7");
        (await program.RefusalAsync("POST", home + "/tasks", new { text = "Call", due = "soon" })).ShouldContain(
            "soon"
        );
    }

    [Fact]
    public async Task A_second_persons_approval_is_wanted_and_given()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor mara = await Visitor.InvitedAsync(office.Server, "Mara", "editor", office.Client);
        using Visitor ned = await Visitor.InvitedAsync(office.Server, "Ned", "editor", office.Client);
        using Asking writer = await Asking.OfAsync(office.Server, mara);
        using Asking reader = await Asking.OfAsync(office.Server, ned);
        string home = "/api/v1/cases/" + office.Case;
        JsonElement ours = await writer.JsonAsync("GET", home + "/answer");
        string mine = ours.GetProperty("text").GetString() + "\n\nWe keep the log open.";
        await writer.JsonAsync(
            "PUT",
            home + "/answer/text",
            new { text = mine, was = ours.GetProperty("hash").GetString() }
        );
        await writer.JsonAsync("POST", home + "/approval", new { @do = "want" });
        string text = (await writer.JsonAsync("GET", home + "/approval")).GetProperty("text").GetString()!;

        await writer.RefusalAsync("POST", home + "/sent", new { sure = true });
        string own = await writer.RefusalAsync("POST", home + "/approval", new { @do = "approve", text });
        await reader.RefusalAsync("POST", home + "/approval", new { @do = "approve", text = "another" });
        await reader.JsonAsync("POST", home + "/approval", new { @do = "approve", text });
        await writer.JsonAsync("POST", home + "/sent", new { sure = true });

        own.ShouldContain("Mara");
        (await reader.JsonAsync("GET", home)).GetProperty("stage").GetString().ShouldBe("sent");
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_and_nothing_is_kept()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        using var broken = new StringContent("{\"title\":", Encoding.UTF8, "application/json");

        using HttpResponseMessage answer = await program.SendAsync("POST", "/api/v1/cases", broken);

        ((int)answer.StatusCode).ShouldBe(400);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        using var plain = new StringContent("title=Late", Encoding.UTF8, "text/plain");
        using HttpResponseMessage other = await program.SendAsync("POST", "/api/v1/cases", plain);
        ((int)other.StatusCode).ShouldBe(415);
        (await program.JsonAsync("GET", "/api/v1/cases")).GetProperty("total").GetInt32().ShouldBe(0);
        (await program.RefusalAsync("GET", "/api/v1/nothing", null, 404)).ShouldNotBeEmpty();
        (await program.RefusalAsync("POST", "/api/v1/cases", new { title = "" })).ShouldContain("title");
        (await program.RefusalAsync("GET", "/api/v1/cases/" + Guid.NewGuid(), null, 404)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        for (int number = 1; number <= 5; number++)
        {
            await program.JsonAsync("POST", "/api/v1/cases", new { title = $"Case {number}" });
        }

        List<string> titles = [];
        string? next = "/api/v1/cases?size=2&q=case";
        while (next is not null)
        {
            JsonElement page = await program.JsonAsync("GET", next);
            page.GetProperty("total").GetInt32().ShouldBe(5);
            titles.AddRange(
                page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("title").GetString()!)
            );
            next = page.GetProperty("next").GetString();
        }

        titles.Order().ShouldBe(["Case 1", "Case 2", "Case 3", "Case 4", "Case 5"]);
    }

    /// <summary>The late-shipment sample as a case, read; its path.</summary>
    private static async Task<string> OpenedAsync(Asking program)
    {
        JsonElement opened = await program.JsonAsync("POST", "/api/v1/cases", new { title = "Late", by = "Dana" });
        string home = "/api/v1/cases/" + opened.GetProperty("id").GetString();
        foreach (string file in Directory.GetFiles(RunningServer.Sample("late-shipment")))
        {
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file, Cancel));
            content.Headers.ContentType = new("application/octet-stream");
            using HttpResponseMessage put = await program.SendAsync(
                "PUT",
                $"{home}/file?path={Uri.EscapeDataString(Path.GetFileName(file))}",
                content
            );
            put.IsSuccessStatusCode.ShouldBeTrue(file);
        }

        await program.JsonAsync("POST", home + "/reading?name=true");
        return home;
    }

    private static async Task<string> TextAsync(Asking program, string path)
    {
        using HttpResponseMessage answer = await program.SendAsync("GET", path);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static object Said(string id, string value, string was) =>
        new
        {
            by = "A",
            answers = new[]
            {
                new
                {
                    id,
                    values = new[] { value },
                    was,
                },
            },
        };

    private static JsonElement Of(JsonElement guide, string id) =>
        guide.GetProperty("questions").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
}

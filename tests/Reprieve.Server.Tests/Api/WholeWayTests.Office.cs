using System.Text.Json;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Api;

/// <summary>What an office keeps around its cases.</summary>
public sealed partial class WholeWayTests
{
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
}

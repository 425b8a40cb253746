using System.Text;
using System.Text.Json;

namespace Reprieve.Server.Tests.Api;

/// <summary>The way of a case through the API, as a program goes it.</summary>
public sealed partial class WholeWayTests
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

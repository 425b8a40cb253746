using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reprieve.Server.Tests.Api;

namespace Reprieve.Server.Tests.Actions;

/// <summary>What to do when the appeal does not help: on the Decision page and in the API, by the clock of the workbench.</summary>
public sealed class EscalationsTests : IAsyncLifetime
{
    private const string FinalDenial =
        "From: Seller Performance <seller-performance@amazon.com>\nDate: Mon, 05 Oct 2026 09:00:00 -0700\n"
        + "Subject: Your Amazon seller account\n\nHello,\n\nWe reviewed your account and the information you provided, and "
        + "we have decided that you may not sell on Amazon.com. We may not respond to further emails about this issue.\n\n"
        + "Seller Performance Team\n";

    private RunningServer _server = null!;
    private string _case = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _case = await _server.OpenSampleAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Before_anything_is_sent_the_page_does_not_speak_of_it()
    {
        (await DecisionAsync()).ShouldNotContain("If this does not help");
        (await StatesAsync()).Values.ShouldAllBe(state => state == "not_yet");
    }

    [Fact]
    public async Task While_the_appeal_is_with_Amazon_the_page_says_from_when_one_may_ask()
    {
        await SendAsync();

        string page = await DecisionAsync();
        page.ShouldContain("None of them is open now");
        page.ShouldContain("from 9 Oct 2026");
        page.ShouldContain("Let 5 business days pass");
        page.ShouldNotContain("What to say, in English");

        _server.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 9, 7, 0, 0, TimeSpan.Zero));
        page = await DecisionAsync();
        page.ShouldNotContain("None of them is open now");
        page.ShouldContain("What to say, in English");
    }

    [Fact]
    public async Task A_final_denial_opens_the_ways_with_all_that_has_to_be_known()
    {
        await SendAsync();
        (await _server.PostAsync(_case + "/text", ("text", FinalDenial))).Dispose();

        string page = await DecisionAsync();
        page.ShouldContain("executive seller relations");
        page.ShouldContain("What not to do");
        page.ShouldContain("Practice: sellers report it");
        page.ShouldNotContain("CEDR", Case.Sensitive);
        IReadOnlyDictionary<string, string> states = await StatesAsync();
        states["arbitration_us"].ShouldBe("open");
        states["funds_release"].ShouldBe("not_yet");
        states.Keys.ShouldNotContain("mediation_europe");

        (await _server.PostAsync("/settings/language", ("language", "zh-Hans"))).Dispose();
        page = await DecisionAsync();
        page.ShouldContain("如果这样行不通");
        page.ShouldContain("英文通话稿");
    }

    [Fact]
    public async Task The_API_tells_each_way_whole()
    {
        await SendAsync();
        using Asking program = await Asking.OfMachineAsync(_server);
        using HttpResponseMessage answer = await program.SendAsync("GET", $"/api/v1{_case}/escalations");
        JsonElement call = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))
            .EnumerateArray()
            .Single(way => way.GetProperty("code").GetString() == "account_health_call");

        call.GetProperty("from")
            .GetDateTime()
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            .ShouldBe("2026-10-09");
        call.GetProperty("sure").GetString().ShouldBe("secondary");
        foreach (string field in new[] { "preconditions", "prepares", "steps", "script", "clock", "cautions", "doNot" })
        {
            call.GetProperty(field).GetArrayLength().ShouldBeGreaterThan(0, field);
        }
    }

    [Fact]
    public async Task The_entry_has_a_page_with_words_for_its_fields()
    {
        string page = WebUtility.HtmlDecode(await _server.PageAsync("/knowledge/escalations/mediation_europe"));
        page.ShouldContain("Mediation by CEDR");
        page.ShouldContain("A way beyond the appeal");
        page.ShouldContain("Months after Amazon\u2019s last message");
        page.ShouldContain("It opens when");
    }

    private async Task SendAsync() =>
        (await _server.PostAsync(_case + "/sent", ("by", "Dana Reyes"), ("sure", "yes"))).Dispose();

    private async Task<string> DecisionAsync() => WebUtility.HtmlDecode(await _server.PageAsync(_case + "/decision"));

    private async Task<IReadOnlyDictionary<string, string>> StatesAsync()
    {
        using Asking program = await Asking.OfMachineAsync(_server);
        using HttpResponseMessage answer = await program.SendAsync("GET", $"/api/v1{_case}/escalations");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))
            .EnumerateArray()
            .ToDictionary(way => way.GetProperty("code").GetString()!, way => way.GetProperty("state").GetString()!);
    }
}

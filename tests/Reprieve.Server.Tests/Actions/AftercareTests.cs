using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reprieve.Answers.Promises;
using Reprieve.Cases;
using Reprieve.Server.Tests.Api;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>After a reinstatement the page shows what to look at and what was promised, and makes tasks of it.</summary>
public sealed class AftercareTests : IAsyncLifetime
{
    private const string Reinstated =
        "From: Seller Performance <seller-performance@amazon.com>\nDate: Mon, 05 Oct 2026 09:00:00 -0700\n"
        + "Subject: Your Amazon seller account\n\nHello,\n\nThank you for your plan of action. Your Amazon.com seller "
        + "account has been reactivated. You may sell in our store again.\n\nSeller Performance Team\n";

    private RunningServer _server = null!;
    private string _case = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.StartAsync();
        _case = await _server.OpenSampleAsync();
        (await _server.PostAsync(_case + "/sent", ("by", "Dana Reyes"), ("sure", "yes"))).Dispose();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Before_it_nothing_of_it_is_shown()
    {
        (await DecisionAsync()).ShouldNotContain("What was promised");
        using Asking program = await Asking.OfMachineAsync(_server);
        using HttpResponseMessage care = await program.SendAsync("GET", $"/api/v1{_case}/aftercare");
        (await care.Content.ReadAsStringAsync(Cancel)).ShouldBe("""{"checklist":[],"promises":[]}""");
        (await program.SendAsync("POST", $"/api/v1{_case}/aftercare")).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task Promises_are_held_against_the_figures_and_become_tasks_once()
    {
        (await _server.PostAsync(_case + "/text", ("text", Reinstated))).Dispose();

        string page = await DecisionAsync();
        page.ShouldContain("What was promised");
        page.ShouldContain("opens the unshipped orders in ShipStation");
        // The reports are those of before: they say nothing of what was promised.
        page.ShouldNotContain("target is missed, although");
        await ShippedLateAsync();
        page = await DecisionAsync();
        // The rate is still over Amazon's target, and over the seller's own 2.5 %.
        page.ShouldContain("target is missed, although your answer promised to act at 2.5%");

        CaseLine line = (await _server.Store.ListAsync(new CaseQuery(), Cancel)).Lines.ShouldHaveSingleItem();
        PromiseDue due = line.Summary.Promises.ShouldNotBeNull().ShouldHaveSingleItem();
        due.ShouldBe(due with { Verdict = PromiseVerdict.Broken, Metric = "late_shipment_rate_30d", Limit = "2.5%" });

        (await _server.PostAsync(_case + "/aftercare")).Dispose();
        int made = (await TasksAsync()).Count;
        made.ShouldBeGreaterThan(8);
        (await TasksAsync()).ShouldContain(text =>
            text.StartsWith("Promised to Amazon:", StringComparison.Ordinal)
            && text.Contains("our warehouse supervisor", StringComparison.Ordinal)
            && text.Contains("every working day at 13:00", StringComparison.Ordinal)
        );
        (await _server.PostAsync(_case + "/aftercare")).Dispose();
        (await TasksAsync()).Count.ShouldBe(made, "what is there is not made again");

        using Asking program = await Asking.OfMachineAsync(_server);
        using HttpResponseMessage answer = await program.SendAsync("GET", $"/api/v1{_case}/aftercare");
        JsonElement care = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        care.GetProperty("checklist").GetArrayLength().ShouldBeGreaterThan(3);
        care.GetProperty("promises")
            .EnumerateArray()
            .Select(one => one.GetProperty("verdict").GetString())
            .ShouldContain("broken");
    }

    /// <summary>A parcel of days later, as the seller's new report has it.</summary>
    private async Task ShippedLateAsync()
    {
        _server.Clock.Advance(TimeSpan.FromDays(5));
        using var report = new MemoryStream(
            """
            order-id,ship-by,ship-confirmed,carrier,tracking-id,first-scan,deliver-by,delivered,quantity
            111-5555555-5555555,2026-10-05T23:59:59-07:00,2026-10-06T11:00:00-07:00,Bluepost,BP940030031979450099,,,,1

            """u8.ToArray()
        );
        var id = new CaseId(Guid.Parse(_case["/cases/".Length..]));
        await _server.Store.PutFileAsync(id, "shipments-october.csv", report, "Dana Reyes", Cancel);
        await _server.PageAsync(_case + "?first=1&name=1&done=added");
    }

    private async Task<string> DecisionAsync() =>
        WebUtility.HtmlDecode(await _server.PageAsync(_case + "/decision")).Replace('\u2019', '\'');

    private async Task<IReadOnlyList<string>> TasksAsync() =>
        [
            .. (await _server.Store.TasksAsync(new CaseId(Guid.Parse(_case["/cases/".Length..])), Cancel)).Select(
                task => task.Text
            ),
        ];
}

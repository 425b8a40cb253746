using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Alerts;
using Reprieve.AmazonStandIn;
using Reprieve.Server.Alerting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Selling;

/// <summary>An account that is connected is looked at by itself, and what it shows becomes figures, alerts and cases.</summary>
public sealed class AccountWatchingTests : IAsyncLifetime
{
    private SellingServer _selling = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningServer Server => _selling.Server;

    public async ValueTask InitializeAsync() => _selling = await SellingServer.StartAsync();

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task The_account_is_looked_at_once_a_day_and_its_page_shows_how_it_stands()
    {
        await _selling.ConnectAsync();
        (await _selling.LookedAsync()).ShouldBeTrue();
        _selling.Reports.ShouldHaveSingleItem().Type.ShouldBe("GET_V2_SELLER_PERFORMANCE_REPORT");

        string page = await _selling.PageAsync($"/connections/{await _selling.IdAsync()}");
        page.ShouldContain("amazon.com");
        page.ShouldContain("Order defect rate");
        page.ShouldContain("Account Health Rating");
        page.ShouldContain("Next look");

        Server.Clock.Advance(TimeSpan.FromHours(20));
        (await _selling.LookedAsync()).ShouldBeTrue();
        _selling.Reports.Count.ShouldBe(1, "the day is not over");

        Counting(("listingPolicyViolations", 4));
        (await _selling.NextDayAsync()).ShouldBeTrue();
        _selling.Reports.Count.ShouldBe(2);
        page = await _selling.PageAsync($"/connections/{await _selling.IdAsync()}");
        page.ShouldContain("What changed since");
        page.ShouldContain("Listing policy violations");
        Directory
            .EnumerateFiles(Path.Combine(Server.DataFolder, "pulls"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty("what was taken does not stay behind");
    }

    [Fact]
    public async Task What_was_seen_is_there_after_a_restart_and_is_not_asked_for_again()
    {
        await _selling.ConnectAsync();
        await _selling.LookedAsync();

        await Server.RestartAsync();
        Server.Enter();
        (await _selling.LookedAsync()).ShouldBeTrue();

        _selling.Reports.Count.ShouldBe(1);
        (await _selling.PageAsync($"/connections/{await _selling.IdAsync()}")).ShouldContain("Order defect rate");
    }

    [Fact]
    public async Task An_account_that_gets_worse_opens_one_case_with_its_figures_and_asks_for_the_notice()
    {
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        (await CasesAsync()).ShouldBeEmpty();

        _selling.SetStatus("DEACTIVATED");
        (await _selling.NextDayAsync()).ShouldBeTrue();
        (await _selling.NextDayAsync()).ShouldBeTrue();

        CaseLine line = (await CasesAsync()).ShouldHaveSingleItem();
        line.Title.ShouldBe("amazon.com: account not normal");
        StoredCase opened = (await Server.Store.FindAsync(line.Id, Cancel)).ShouldNotBeNull();
        opened.Files.ShouldContain(file => file.Path == "amazon/performance-report.json");
        CaseTask task = (await Server.Store.TasksAsync(line.Id, Cancel)).ShouldHaveSingleItem();
        task.Text.ShouldContain("put it in here");
        task.Due.ShouldNotBeNull();
        Alert alert = Alerts().Single(one => one.Event.Contains("/Deactivated/", StringComparison.Ordinal));
        alert.Urgent.ShouldBeTrue();
        alert.Link.ShouldNotBeNull().AbsolutePath.ShouldBe($"/cases/{line.Id}");
        (await _selling.PageAsync($"/cases/{line.Id}")).ShouldContain("performance-report.json");

        _selling.SetStatus("NORMAL");
        (await _selling.NextDayAsync()).ShouldBeTrue();

        (await CasesAsync()).ShouldHaveSingleItem();
        (await Server.Store.TasksAsync(line.Id, Cancel)).Count.ShouldBe(2);
        (await Server.Store.TimelineAsync(line.Id, cancel: Cancel))
            .Count(entry => entry.What == "status_changed")
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_limit_that_is_missed_alerts_once()
    {
        Performing(one => one with { LateShipments = new Share(9, 100) });
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        await _selling.NextDayAsync();

        Alert alert = Alerts().Single(one => one.Event.Contains("late_shipment_rate_30d", StringComparison.Ordinal));
        alert.Texts["en"].Title.ShouldContain("Northfold");
        alert.Texts["en"].Text.ShouldContain("9.0 %");
        alert.Texts["zh-Hans"].Text.ShouldContain("9.0 %");
        string page = await _selling.PageAsync($"/connections/{await _selling.IdAsync()}");
        page.ShouldContain(alert.Texts["en"].Text);
    }

    [Fact]
    public async Task A_role_that_is_missing_is_said_on_the_page_and_an_alert_tells_of_it()
    {
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        _selling.Seller.Roles.Remove(Roles.SellingPartnerInsights);

        (await _selling.NextDayAsync()).ShouldBeFalse();

        string page = await _selling.PageAsync($"/connections/{await _selling.IdAsync()}");
        page.ShouldContain("The account cannot be looked at");
        page.ShouldContain("Selling Partner Insights");
        page.ShouldContain("Order defect rate", customMessage: "what was seen before stays");
        Alerts().ShouldContain(one => one.Event.Contains("/trouble/", StringComparison.Ordinal));

        _selling.Seller.Roles.Add(Roles.SellingPartnerInsights);
        (HttpStatusCode status, _) = await _selling.PostAsync($"/connections/{await _selling.IdAsync()}/look");
        status.ShouldBe(HttpStatusCode.OK);
        (await _selling.LookedAsync()).ShouldBeTrue();
        page = await _selling.PageAsync($"/connections/{await _selling.IdAsync()}");
        page.ShouldNotContain("The account cannot be looked at");
    }

    [Fact]
    public async Task Disconnecting_wipes_what_was_seen()
    {
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        Guid id = await _selling.IdAsync();
        (await Server.Workbench.Snapshots.LastAsync(id, Cancel)).ShouldNotBeNull();

        await _selling.PostAsync($"/connections/{id}/remove", ("sure", "yes"));
        await _selling.LookedAsync();

        (await Server.Workbench.Snapshots.LastAsync(id, Cancel)).ShouldBeNull();
        using HttpResponseMessage gone = await Server.Browser.GetAsync(
            new Uri($"/connections/{id}", UriKind.Relative),
            Cancel
        );
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IReadOnlyList<CaseLine>> CasesAsync() =>
        (await Server.Store.ListAsync(new CaseQuery(), Cancel)).Lines;

    private IReadOnlyList<Alert> Alerts() =>
        [.. Server.Services.GetRequiredService<AlertDesk>().All.Select(kept => kept.Alert)];

    private void Counting(params (string Name, int Count)[] counters) =>
        Performing(one => one with { Violations = counters.ToDictionary(of => of.Name, of => of.Count) });

    private void Performing(Func<StorePerformance, StorePerformance> change) =>
        _selling.Seller.Data = _selling.Seller.Data with
        {
            Performance = [.. _selling.Seller.Data.Performance.Select(change)],
        };
}

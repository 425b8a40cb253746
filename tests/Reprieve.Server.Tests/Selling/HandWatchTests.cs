using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Alerts;
using Reprieve.Practices.Standing;
using Reprieve.Server.Alerting;
using Reprieve.Server.Selling.ByHand;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Selling;

/// <summary>A watch without a connection: a person looks at the page each day, and all goes the way of a look.</summary>
public sealed class HandWatchTests : IAsyncLifetime
{
    private const string Report = """
        {"accountStatuses":[{"marketplaceId":"ATVPDKIKX0DER","status":"NORMAL"}],"performanceMetrics":[{"marketplaceId":"ATVPDKIKX0DER","lateShipmentRate":{"rate":0.02,"status":"GOOD"}}]}
        """;

    private SellingServer _selling = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningServer Server => _selling.Server;

    public async ValueTask InitializeAsync() => _selling = await SellingServer.StartAsync();

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task The_page_is_due_once_a_day_and_an_alert_tells_of_it_once()
    {
        Guid id = await BegunAsync();
        (await _selling.PageAsync("/connections")).ShouldContain("Look at the Account Health page of amazon.com today");
        (await _selling.PageAsync($"/connections/{id}")).ShouldContain("Performance > Account Health");
        await TellAsync();
        await TellAsync();
        Alert alert = Reminders(id).ShouldHaveSingleItem();
        alert.Urgent.ShouldBeFalse();
        alert.Link.ShouldNotBeNull().AbsolutePath.ShouldBe($"/connections/{id}/hand");
        alert.Texts["zh-Hans"].Text.ShouldContain("amazon.com");

        await KeepAsync(id, ("account_status", "NORMAL"));

        (await _selling.PageAsync("/connections")).ShouldContain("Entered today.");
        (await _selling.PageAsync($"/connections/{id}")).ShouldNotContain("is not entered yet");
        Server.Clock.Advance(TimeSpan.FromDays(1));
        (await _selling.PageAsync("/connections")).ShouldContain("Look at the Account Health page of amazon.com today");
        await TellAsync();
        Reminders(id).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_pasted_page_fills_fields_and_only_what_is_confirmed_is_kept_and_warned_of()
    {
        Guid id = await BegunAsync();

        (HttpStatusCode status, string page) = await _selling.PostAsync(
            $"/connections/{id}/hand/paste",
            ("text", "Late Shipment Rate Target: under 4% 9.1%\nValid Tracking Rate N/A")
        );

        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Filled in from the text that you pasted: 1.");
        page.ShouldContain("value=\"9.1\"");
        page.ShouldContain("“Late Shipment Rate Target: under 4% 9.1%”");
        (await Server.Workbench.Snapshots.LastAsync(id, Cancel)).ShouldBeNull("nobody confirmed it");

        await KeepAsync(id, ("late_shipment_rate_30d.merchant", "9.3"), ("valid_tracking_rate.merchant", ""));

        AccountSnapshot kept = (
            await Server.Workbench.Snapshots.OfAsync(id, DateTimeOffset.UnixEpoch, Cancel)
        ).ShouldHaveSingleItem();
        kept.Figures.ShouldHaveSingleItem().Rate.ShouldBe(0.093);
        Alerts()
            .Single(one => one.Event.Contains("late_shipment_rate_30d", StringComparison.Ordinal))
            .Texts["en"]
            .Text.ShouldContain("9.3 %");
        (await _selling.PageAsync($"/connections/{id}")).ShouldContain("9.3 %");
    }

    [Fact]
    public async Task A_status_that_got_worse_opens_one_case_with_what_was_entered()
    {
        Guid id = await BegunAsync();
        await KeepAsync(id, ("account_status", "NORMAL"));
        (await CasesAsync()).ShouldBeEmpty();
        Server.Clock.Advance(TimeSpan.FromDays(1));

        await KeepAsync(id, ("account_status", "DEACTIVATED"), ("account_health_rating", "90"));
        await KeepAsync(id, ("account_status", "DEACTIVATED"));

        CaseLine line = (await CasesAsync()).ShouldHaveSingleItem();
        StoredCase opened = (await Server.Store.FindAsync(line.Id, Cancel)).ShouldNotBeNull();
        opened.Files.ShouldContain(file => file.Path == "amazon/kept/account-health.txt");
        opened.Files.ShouldNotContain(file => file.Path.Contains("performance-report", StringComparison.Ordinal));
        (await Server.Store.TasksAsync(line.Id, Cancel)).ShouldHaveSingleItem().Text.ShouldContain("put it in here");
        _selling.Calls.ShouldBeEmpty("nobody asks Amazon");
    }

    [Fact]
    public async Task A_saved_page_is_read_and_a_report_is_kept_at_once()
    {
        Guid id = await BegunAsync();

        (_, string page) = await FileAsync(
            id,
            "page.html",
            "<html><body><p>Late shipment rate</p><p>3.3%</p></body></html>"u8.ToArray()
        );
        page.ShouldContain("value=\"3.3\"");
        page.ShouldContain("the file page.html");
        (await Server.Workbench.Snapshots.LastAsync(id, Cancel)).ShouldBeNull();

        await FileAsync(id, "report.json", Encoding.UTF8.GetBytes(Report));
        AccountSnapshot kept = (
            await Server.Workbench.Snapshots.OfAsync(id, DateTimeOffset.UnixEpoch, Cancel)
        ).ShouldHaveSingleItem();
        kept.Figures.ShouldHaveSingleItem().Rate.ShouldBe(0.02);
        kept.Status.ShouldBe("NORMAL");
    }

    [Theory]
    [InlineData("report.json", "{\"performanceMetrics\":[]}", "says nothing of amazon.com")]
    [InlineData("report.json", "{\"performanceMetrics\":", "JSON")]
    [InlineData("shot.png", "\u0089PNG\r\n\u001a\n", "shot.png")]
    [InlineData("page.txt", "   ", "page.txt")]
    public async Task A_file_that_cannot_be_read_is_said(string name, string content, string says)
    {
        Guid id = await BegunAsync();

        (HttpStatusCode status, string page) = await FileAsync(id, name, Encoding.Latin1.GetBytes(content));

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain(says);
        (await Server.Workbench.Snapshots.LastAsync(id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_meant_stays_in_the_form()
    {
        Guid id = await BegunAsync();

        (HttpStatusCode status, string page) = await _selling.PostAsync(
            $"/connections/{id}/hand/keep",
            ("account_health_rating", "2000"),
            ("otherPolicyViolations", "3")
        );

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("from 0 to 1000");
        page.ShouldContain("value=\"2000\"");
        page.ShouldContain("value=\"3\"");
        (await Server.Workbench.Snapshots.LastAsync(id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_connection_keeps_its_name_and_takes_over_a_watch_of_its_name_with_what_was_seen()
    {
        Guid id = await BegunAsync();
        await KeepAsync(id, ("account_health_rating", "300"));

        await _selling.ConnectAsync(("name", "Our shop"));

        (await _selling.IdAsync()).ShouldBe(id);
        (await Server.Workbench.Connections.ByHandAsync(Cancel)).ShouldBeEmpty();
        (await Server.Workbench.Snapshots.LastAsync(id, Cancel)).ShouldNotBeNull();
        (HttpStatusCode status, string page) = await _selling.PostAsync(
            "/connections/hand",
            ("name", "our shop"),
            ("store", "amazon.com")
        );
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("name of another connection");
    }

    [Theory]
    [InlineData("", "amazon.com", "Give the watch a name")]
    [InlineData("Ours", "amazon.example", "Choose the store")]
    public async Task A_watch_that_is_none_is_refused_in_words(string name, string store, string says)
    {
        (HttpStatusCode status, string page) = await _selling.PostAsync(
            "/connections/hand",
            ("name", name),
            ("store", store)
        );

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain(says);
    }

    [Fact]
    public async Task Nothing_that_asks_amazon_takes_a_watch_by_hand()
    {
        Guid id = await BegunAsync();

        (await _selling.LookedAsync()).ShouldBeTrue();
        (_, string page) = await _selling.PostAsync($"/connections/{id}/look");
        page.ShouldContain("kept by hand");
        (_, page) = await _selling.PostAsync($"/connections/{id}/test");
        page.ShouldContain("no such connection");
        using HttpResponseMessage queue = await Server.Browser.GetAsync(
            new Uri($"/connections/{id}/notifications", UriKind.Relative),
            Cancel
        );
        queue.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        _selling.Calls.ShouldBeEmpty();
    }

    private async Task<Guid> BegunAsync()
    {
        (HttpStatusCode status, _) = await _selling.PostAsync(
            "/connections/hand",
            ("name", "Our shop"),
            ("store", "amazon.com")
        );
        status.ShouldBe(HttpStatusCode.OK);
        return await _selling.IdAsync();
    }

    private async Task KeepAsync(Guid id, params (string, string)[] fields)
    {
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        (HttpStatusCode status, _) = await _selling.PostAsync($"/connections/{id}/hand/keep", fields);
        status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(HttpStatusCode Status, string Page)> FileAsync(Guid id, string name, byte[] content)
    {
        using HttpResponseMessage answer = await Server.UploadAsync($"/connections/{id}/hand/file", name, content);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    private Task TellAsync() => Server.Services.GetRequiredService<HandWatching>().OnceAsync(Cancel);

    private List<Alert> Reminders(Guid id) =>
        [.. Alerts().Where(one => one.Event.StartsWith($"standing/{id}/hand/", StringComparison.Ordinal))];

    private IReadOnlyList<Alert> Alerts() =>
        [.. Server.Services.GetRequiredService<AlertDesk>().All.Select(kept => kept.Alert)];

    private async Task<IReadOnlyList<CaseLine>> CasesAsync() =>
        (await Server.Store.ListAsync(new CaseQuery(), Cancel)).Lines;
}

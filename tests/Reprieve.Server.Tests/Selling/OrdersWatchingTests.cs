using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Alerts;
using Reprieve.AmazonStandIn;
using Reprieve.Server.Alerting;
using Reprieve.Server.Selling;
using Reprieve.Server.Tests.Api;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Selling;

/// <summary>Orders that will be late are seen in time, beside the report and whatever becomes of that.</summary>
public sealed class OrdersWatchingTests : IAsyncLifetime
{
    private SellingServer _selling = null!;
    private SellerOrder _like = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningServer Server => _selling.Server;

    private DateTimeOffset Now => Server.Clock.GetUtcNow();

    private int Asked => _selling.Calls.Count(call => call is { Operation: "searchOrders", Status: 200 });

    public async ValueTask InitializeAsync()
    {
        _selling = await SellingServer.StartAsync();
        _like = _selling.Seller.Data.Orders[0];
        Selling();
    }

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task The_page_counts_down_and_an_alert_comes_once_for_each_time()
    {
        Selling(("111-LATE", -3), ("111-SOON", 5.5), ("111-SOON-TOO", 5.5), ("111-DAY", 20), ("111-FAR", 40));
        await ConnectAsync();

        string page = await PageAsync();
        page.ShouldContain("Orders to ship");
        page.ShouldContain("111-LATE");
        page.ShouldContain("late by 3 h 0 min");
        page.ShouldContain("within 5 h 30 min");
        page.ShouldContain("111-DAY");
        page.ShouldNotContain("111-FAR");
        page.IndexOf("111-LATE", StringComparison.Ordinal)
            .ShouldBeLessThan(page.IndexOf("111-SOON", StringComparison.Ordinal));
        Shipping()
            .Select(alert => (alert.Urgent, alert.Texts["en"].Text.Split(' ')[0]))
            .ShouldBe([(false, "1"), (true, "1"), (true, "2")], ignoreOrder: true);
        Shipping().ShouldAllBe(alert => alert.Texts["zh-Hans"].Text.Contains("订单", StringComparison.Ordinal));

        await LaterAsync(TimeSpan.FromHours(1));
        await LaterAsync(TimeSpan.FromHours(2));
        Shipping().Count.ShouldBe(3, "the same is not told twice");
        (await PageAsync()).ShouldContain("late by 6 h 0 min");

        Selling();
        await LaterAsync(TimeSpan.FromHours(3));
        (await PageAsync()).ShouldContain("No order that you ship is open.");
    }

    [Fact]
    public async Task Orders_are_looked_at_every_three_hours_and_the_report_once_a_day()
    {
        await ConnectAsync();
        int first = Asked;

        await LaterAsync(TimeSpan.FromHours(2));
        Asked.ShouldBe(first);
        await LaterAsync(TimeSpan.FromHours(1));
        Asked.ShouldBe(first + 1);
        _selling.Reports.Count.ShouldBe(1);
        (await StateAsync()).Next.ShouldBe(Now + TimeSpan.FromHours(3), "the nearer of the two");
    }

    [Fact]
    public async Task What_is_said_to_have_changed_is_looked_at_at_most_once_in_a_quarter_of_an_hour()
    {
        await ConnectAsync();
        int first = Asked;
        StoredConnection connection = (await Server.Workbench.Connections.OfAsync(null, Cancel)).Single();
        AccountWatching watching = Server.Services.GetRequiredService<AccountWatching>();

        watching.OrdersChanged(connection);
        await LaterAsync(TimeSpan.FromMinutes(10));
        Asked.ShouldBe(first, "they were looked at ten minutes ago");
        watching.OrdersChanged(connection);
        await LaterAsync(TimeSpan.FromMinutes(5));
        Asked.ShouldBe(first + 1);

        Server.Clock.Advance(TimeSpan.FromMinutes(20));
        watching.OrdersChanged(connection);
        await _selling.LookedAsync();
        Asked.ShouldBe(first + 2);
        _selling.Reports.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_button_looks_at_both()
    {
        await ConnectAsync();
        int first = Asked;
        Server.Clock.Advance(TimeSpan.FromMinutes(1));

        (HttpStatusCode status, _) = await _selling.PostAsync($"/connections/{await _selling.IdAsync()}/look");
        status.ShouldBe(HttpStatusCode.OK);
        await _selling.LookedAsync();

        Asked.ShouldBe(first + 1);
        _selling.Reports.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_role_that_is_missing_hides_no_figures_and_is_told_once_a_day()
    {
        _selling.Seller.Roles.Remove(Roles.Orders);
        await _selling.ConnectAsync();
        (await _selling.LookedAsync()).ShouldBeFalse();

        string page = await PageAsync();
        page.ShouldContain("Orders cannot be looked at");
        page.ShouldContain("Inventory and Order Tracking");
        page.ShouldContain("Order defect rate");
        page.ShouldNotContain("The account cannot be looked at");
        for (int hours = 0; hours < 4; hours++)
        {
            await LaterAsync(TimeSpan.FromHours(2));
        }

        Troubles().ShouldHaveSingleItem().Event.ShouldContain("/orders-trouble/");
        await LaterAsync(TimeSpan.FromHours(17));
        Troubles().Count.ShouldBe(2, "it lasts");
    }

    [Fact]
    public async Task A_report_that_is_refused_hides_no_orders()
    {
        await using SellingServer refusing = await SellingServer.StartAsync(new NoReports());
        await refusing.ConnectAsync();
        (await refusing.LookedAsync()).ShouldBeFalse();

        string page = await refusing.PageAsync($"/connections/{await refusing.IdAsync()}");
        page.ShouldContain("The account cannot be looked at");
        page.ShouldContain("open.");
        page.ShouldNotContain("Orders cannot be looked at");
    }

    [Fact]
    public async Task A_report_that_takes_long_holds_no_orders()
    {
        await using SellingServer slow = await SellingServer.StartAsync(reportTime: TimeSpan.FromHours(2));
        await slow.ConnectAsync();
        Guid id = await slow.IdAsync();
        AccountWatching watching = slow.Server.Services.GetRequiredService<AccountWatching>();
        while (watching.StateOf(id) is not { Open: not null, Orders.IsLooking: false })
        {
            await Task.Delay(20, Cancel);
        }

        watching.StateOf(id)!.Standing.IsLooking.ShouldBeTrue();
        string page = await slow.PageAsync($"/connections/{id}");
        page.ShouldContain("Amazon is making the report");
        page.ShouldContain("Orders to ship");
        page.ShouldContain("open.");
    }

    [Fact]
    public async Task Where_both_are_refused_for_the_same_reason_one_alert_tells_it()
    {
        await ConnectAsync();
        _selling.Seller.RefreshTokens.Clear();
        await LaterAsync(TimeSpan.FromHours(25));

        (await PageAsync()).ShouldContain("Orders cannot be looked at");
        Troubles().ShouldHaveSingleItem().Event.ShouldContain("/trouble/");
    }

    [Fact]
    public async Task What_was_seen_of_orders_goes_with_the_connection()
    {
        Selling(("111-LATE", -3));
        await ConnectAsync();
        Guid id = await _selling.IdAsync();
        (await PageAsync()).ShouldContain("111-LATE");

        await _selling.PostAsync($"/connections/{id}/remove", ("sure", "yes"));
        await _selling.LookedAsync();

        Server.Services.GetRequiredService<AccountWatching>().StateOf(id).ShouldBeNull();
        Directory
            .EnumerateFiles(Server.DataFolder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not ".lock" && Path.GetFileName(file) != "lock")
            .ShouldAllBe(file => !Holds(file, "111-LATE"));
    }

    [Fact]
    public async Task Programs_get_them_too()
    {
        Selling(("111-LATE", -3), ("111-DAY", 20), ("111-FAR", 40));
        await ConnectAsync();

        using Asking program = await Asking.OfMachineAsync(Server);
        JsonElement orders = (
            await program.JsonAsync("GET", $"/api/v1/connections/{await _selling.IdAsync()}/standing")
        ).GetProperty("orders");

        orders.GetProperty("open").GetInt32().ShouldBe(3);
        orders.GetProperty("isWhole").GetBoolean().ShouldBeTrue();
        orders
            .GetProperty("due")
            .EnumerateArray()
            .Select(due => (due.GetProperty("orderId").GetString(), due.GetProperty("late").GetBoolean()))
            .ShouldBe([("111-LATE", true), ("111-DAY", false)]);
    }

    private static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }

    private async Task ConnectAsync()
    {
        await _selling.ConnectAsync();
        (await _selling.LookedAsync()).ShouldBeTrue();
    }

    private Task<bool> LaterAsync(TimeSpan time)
    {
        Server.Clock.Advance(time);
        return _selling.LookedAsync();
    }

    private async Task<string> PageAsync() => await _selling.PageAsync($"/connections/{await _selling.IdAsync()}");

    private async Task<LookState> StateAsync() =>
        Server.Services.GetRequiredService<AccountWatching>().StateOf(await _selling.IdAsync()).ShouldNotBeNull();

    private IReadOnlyList<Alert> Shipping() => Alerts("/ship/");

    private IReadOnlyList<Alert> Troubles() => Alerts("trouble/");

    private IReadOnlyList<Alert> Alerts(string what) =>
        [
            .. Server
                .Services.GetRequiredService<AlertDesk>()
                .All.Select(kept => kept.Alert)
                .Where(alert => alert.Event.Contains(what, StringComparison.Ordinal)),
        ];

    /// <summary>The orders that are not shipped, and in how many hours each has to be.</summary>
    private void Selling(params (string Id, double Hours)[] orders)
    {
        _selling.Seller.Data = _selling.Seller.Data with
        {
            Orders =
            [
                .. orders.Select(order =>
                    _like with
                    {
                        Id = order.Id,
                        ByAmazon = false,
                        Status = "UNSHIPPED",
                        Purchased = Now.AddDays(-3),
                        Updated = Now.AddDays(-3),
                        Parcels = [],
                        CancelledBy = null,
                        ShipBy = new TimeWindow(Now.AddDays(-3), Now.AddHours(order.Hours)),
                    }
                ),
            ],
        };
    }

    private sealed class NoReports : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            request.RequestUri!.AbsolutePath.StartsWith("/reports/", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.Forbidden)
                : await base.SendAsync(request, cancellationToken);
    }
}

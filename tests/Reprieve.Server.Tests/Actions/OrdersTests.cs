using System.Net;

namespace Reprieve.Server.Tests.Actions;

/// <summary>The orders behind a figure: sorted, filtered, exported.</summary>
public sealed class OrdersTests
{
    private const string Late = "/orders/late_shipment_rate_30d-merchant";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_orders_behind_a_figure_are_told_with_their_days()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        string page = await server.PageAsync(path + Late);
        string review = await server.PageAsync(path + "/review");

        review.ShouldContain($"href=\"{path}{Late}\"");
        page.ShouldContain("Ship by");
        page.ShouldContain("Days late");
        page.ShouldContain("aria-sort=\"ascending\"");
    }

    [Fact]
    public async Task A_file_holds_what_the_search_found_in_its_order()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string[] all = await LinesAsync(server, path + Late + ".csv?sort=days_late&desc=1");
        string sku = all[1].Split(',')[6];

        string[] found = await LinesAsync(server, $"{path}{Late}.csv?q={Uri.EscapeDataString(sku)}");

        all[0].TrimStart('\uFEFF').ShouldStartWith("order,purchased,ship_by,");
        int[] days = [.. all[1..].Select(line => line.Split(',')[4]).Where(cell => cell.Length > 0).Select(int.Parse)];
        days.ShouldBe([.. days.OrderDescending()]);
        days[0].ShouldBeGreaterThan(0);
        found.Length.ShouldBeInRange(2, all.Length);
        found[1..].ShouldAllBe(line => line.Contains(sku, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        (await server.PageAsync(path + Late + "?q=zzzzzz&page=99")).ShouldContain("No order fits this search");
    }

    [Fact]
    public async Task A_figure_that_is_none_is_not_found()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        using HttpResponseMessage page = await server.Browser.GetAsync(
            new Uri(path + "/orders/none-merchant", UriKind.Relative),
            Cancel
        );

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string[]> LinesAsync(RunningServer server, string path) =>
        (await server.PageAsync(path)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}

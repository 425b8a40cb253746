using Reprieve.Practices;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Tests.Pages;

public sealed class OrderListTests
{
    private static readonly OrderBehind Known = new(
        "111-0000001-0000001",
        new DateOnly(2026, 5, 2),
        null,
        ["SKU-1"],
        ["B000000001"],
        2,
        new DateOnly(2026, 5, 4),
        new DateOnly(2026, 5, 7),
        null,
        ["Parcelway"],
        false
    );

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("@SUM(A1)")]
    public void A_spreadsheet_computes_no_cell(string sku) =>
        OrderList.Csv([Known with { Skus = [sku] }]).ShouldContain($",'{sku},");

    [Fact]
    public void Quotes_and_commas_stay_within_their_cell() =>
        OrderList.Csv([Known with { Skus = ["A,\"B\""] }]).ShouldContain(",\"A,\"\"B\"\"\",");

    [Fact]
    public void Columns_that_nothing_is_known_of_are_not_shown() =>
        OrderList
            .Filled([Known])
            .Select(column => column.Code)
            .ShouldBe(["order", "purchased", "ship_by", "confirmed", "days_late", "carrier", "sku", "asin", "units"]);
}

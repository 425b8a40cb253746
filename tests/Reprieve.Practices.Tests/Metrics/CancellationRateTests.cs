using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Metrics;

public sealed class CancellationRateTests
{
    [Theory]
    [InlineData("2026-09-22", 0)]
    [InlineData("2026-09-23", 1)]
    [InlineData("2026-09-29", 1)]
    [InlineData("2026-09-30", 0)]
    public void Orders_enter_by_purchase_over_seven_days_that_end_yesterday(string purchased, int counted)
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), purchased, "Cancelled"));
        folder.Review().Rate("cancellation_rate").ShouldBe($"{counted}/{counted}");
    }

    [Theory]
    [InlineData("seller", 1, 0)]
    [InlineData("amazon_auto", 1, 0)]
    [InlineData("buyer", 0, 0)]
    [InlineData("Buyer", 0, 0)]
    [InlineData(null, 1, 1)]
    public void Only_the_buyers_own_request_does_not_count(string? by, int counts, int assumed)
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-09-25", "Cancelled"),
            Order(Id(2), "2026-09-25")
        );
        folder.Cancellations(by is null ? [] : [$"{Id(1)}\t{by}"]);
        MetricResult rate = folder.Review().Of("cancellation_rate");
        (rate.Numerator, rate.Denominator, rate.Assumed).ShouldBe((counts, 2, assumed));
    }

    [Theory]
    [InlineData("Cancelled", "Shipped", true)]
    [InlineData("canceled", "Shipped", true)]
    [InlineData("Shipped", "Cancelled", true)]
    [InlineData("Shipped", "Shipped", false)]
    [InlineData("Pending", "Cancelled", null)]
    public void A_cancelled_line_is_enough_and_pending_orders_are_left_out(string order, string line, bool? counts)
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-09-25", order, itemStatus: line, sku: "A"),
            Order(Id(1), "2026-09-25", order, sku: "B")
        );
        folder
            .Review()
            .Rate("cancellation_rate")
            .ShouldBe(
                counts switch
                {
                    true => "1/1",
                    false => "0/1",
                    null => "0/0",
                }
            );
    }

    [Fact]
    public void Of_several_rows_of_an_order_the_last_holds()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-25", "Cancelled"), Order(Id(2), "2026-09-25", "Cancelled"))
            .Cancellations($"{Id(1)}\tseller", $"{Id(1)}\tbuyer", $"{Id(2)}\tbuyer", $"{Id(2)}\tseller");
        folder.Review().Of("cancellation_rate").Orders.ShouldBe([Id(2)]);
    }

    [Fact]
    public void Orders_that_amazon_fulfils_are_not_in_it()
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), "2026-09-25", "Cancelled", "Amazon"));
        folder.Review().Of("cancellation_rate").Status.ShouldBe("no_data");
    }
}

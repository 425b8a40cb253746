using System.Text.Json;
using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Operations;
using Reprieve.Amazon.Pulling;

namespace Reprieve.Amazon.Tests.Pulling;

public sealed class OrderRowsTests
{
    private const string Promise =
        """ "shipByWindow":{"latestDateTime":"2026-10-03T06:59:59Z"},"deliverByWindow":{"latestDateTime":"2026-10-09T06:59:59Z"} """;

    [Theory]
    [InlineData("DELIVERED", "DELIVERED", "2026-10-02T18:00:00Z")]
    [InlineData("IN_TRANSIT", "PICKED_UP", "2026-10-02T18:00:00Z")]
    [InlineData("SHIPPED", null, "")]
    [InlineData("PENDING", "PENDING_PICK_UP", "")]
    public void A_scan_is_known_only_where_the_carrier_had_the_package(string status, string? detail, string scan)
    {
        string row = Rows(
                $$"""{"packageReferenceId":"1","createdTime":"2026-10-01T17:30:00Z","shipTime":"2026-10-02T18:00:00Z","carrier":"Bluepost","trackingNumber":"BP1","packageStatus":{"status":"{{status}}","detailedStatus":{{(
                    detail is null ? "null" : $"\"{detail}\""
                )}}},"packageItems":[{"orderItemId":"7","quantity":2}]}"""
            )
            .ShouldHaveSingleItem();
        row.ShouldBe(
            $"S111-2222222-3333333\t2026-10-03T06:59:59Z\t2026-10-01T17:30:00Z\tBluepost\tBP1\t{scan}\t2026-10-09T06:59:59Z\t\t2"
        );
    }

    [Fact]
    public void A_label_that_waits_for_its_carrier_confirms_no_shipment() =>
        Rows("""{"createdTime":"2026-10-01T17:30:00Z","packageStatus":{"status":"PENDING"}}""")
            .ShouldHaveSingleItem()
            .Split('\t')[2]
            .ShouldBeEmpty();

    [Fact]
    public void A_cancelled_package_is_none() =>
        Rows("""{"createdTime":"2026-10-01T17:30:00Z","packageStatus":{"status":"CANCELLED"}}""").ShouldBeEmpty();

    [Theory]
    [InlineData("""{"cancellationExecution":{"cancelledBy":"MERCHANT"}}""", "seller")]
    [InlineData("""{"cancellationExecution":{"cancelledBy":"AMAZON"}}""", "amazon_auto")]
    [InlineData("""{"cancellationExecution":{"cancelledBy":"BUYER"}}""", "buyer")]
    [InlineData(
        """{"cancellationRequest":{"requester":"BUYER"},"cancellationExecution":{"cancelledBy":"MERCHANT"}}""",
        "buyer"
    )]
    public void Who_cancelled_is_told_by_whose_wish_it_was(string cancellation, string who) =>
        OrderRows
            .Of(Order($$"""{"orderId":"1","orderItems":[{"cancellation":{{cancellation}}}]}"""))
            .ShouldHaveSingleItem()
            .ShouldBe("C1\t" + who);

    [Fact]
    public void A_wish_that_nobody_followed_is_no_cancellation() =>
        OrderRows
            .Of(
                Order(
                    """{"orderId":"1","orderItems":[{"cancellation":{"cancellationRequest":{"requester":"BUYER"}}}]}"""
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_carrier_s_name_cannot_break_the_table() =>
        Rows(
                """{"createdTime":"2026-10-01T17:30:00Z","carrier":"Blue\tpost\nS999","packageStatus":{"status":"SHIPPED"}}"""
            )
            .ShouldHaveSingleItem()
            .Split('\t')
            .Length.ShouldBe(9);

    private static string[] Rows(string package) =>
        [
            .. OrderRows.Of(
                Order($$"""{"orderId":"111-2222222-3333333","fulfillment":{ {{Promise}} },"packages":[{{package}}]}""")
            ),
        ];

    private static AmazonOrder Order(string json) =>
        JsonSerializer
            .Deserialize("{\"orders\":[" + json + "]}", AmazonJson.Default.OrderPage)!
            .Orders!.ShouldHaveSingleItem();
}

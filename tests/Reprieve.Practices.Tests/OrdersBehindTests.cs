using Reprieve.Knowledge;

namespace Reprieve.Practices.Tests;

public sealed class OrdersBehindTests
{
    private static readonly string Late = CaseFolder.Id(1);

    [Fact]
    public void An_order_behind_a_figure_is_told_with_what_the_files_know()
    {
        using CaseFolder folder = Filled();

        OrderBehind behind = Review(folder, withOrders: true).Orders[Late];

        behind.Program.ShouldBe(Fulfilment.Merchant);
        behind.Units.ShouldBe(3);
        behind.Skus.ShouldBe(["SKU-1"]);
        behind.ShipBy.ShouldBe(new DateOnly(2026, 5, 4));
        behind.Confirmed.ShouldBe(new DateOnly(2026, 5, 7));
        behind.DaysLate.ShouldBe(3);
        behind.Carriers.ShouldBe(["Bluepost", "Parcelway"]);
    }

    [Fact]
    public void Orders_that_are_behind_no_figure_are_left_out()
    {
        using CaseFolder folder = Filled();

        Review(folder, withOrders: true).Orders.Keys.ShouldBe([Late]);
    }

    [Fact]
    public void They_are_not_described_unless_they_are_asked_for()
    {
        using CaseFolder folder = Filled();

        Review(folder, withOrders: false).Orders.ShouldBeEmpty();
    }

    private static CaseFolder Filled()
    {
        var folder = new CaseFolder();
        return folder
            .Orders(
                CaseFolder.Order(Late, "2026-05-02T10:00:00Z", quantity: "3"),
                CaseFolder.Order(CaseFolder.Id(2), "2026-05-02T10:00:00Z")
            )
            .Shipments(
                $"{Late}\t2026-05-04T20:00:00Z\t2026-05-07T18:00:00Z\tParcelway\tT1\t2026-05-07T20:00:00Z\t\t\t1",
                $"{Late}\t2026-05-05T20:00:00Z\t2026-05-06T18:00:00Z\tBluepost\tT2\t2026-05-06T20:00:00Z\t\t\t2",
                $"{CaseFolder.Id(2)}\t2026-05-05T20:00:00Z\t2026-05-04T18:00:00Z\tBluepost\tT3\t2026-05-04T20:00:00Z\t\t\t1"
            );
    }

    private static Review Review(CaseFolder folder, bool withOrders) =>
        new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(
            folder.Request("2026-05-20", "amazon.com") with
            {
                WithOrders = withOrders,
            }
        );
}

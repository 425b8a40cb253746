using System.Globalization;
using Reprieve.Practices.Standing;

namespace Reprieve.Practices.Tests.Standing;

public sealed class ShipSoonTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Orders_that_are_late_or_due_within_a_day_come_with_their_countdown_the_most_urgent_first() =>
        ShipSoon
            .Of(
                [
                    Due("C", 1440),
                    Due("D", 1441),
                    Due("B", 320),
                    Due("A", -3250),
                    Due("E", 5, shipped: true),
                    Due("F", 0),
                ],
                Now
            )
            .Select(order => (order.OrderId, order.Late, order.Text))
            .ShouldBe([
                ("A", true, "Order A: the shipment is late by 2 d 6 h."),
                ("F", false, "Order F: confirm the shipment within 0 min."),
                ("B", false, "Order B: confirm the shipment within 5 h 20 min."),
                ("C", false, "Order C: confirm the shipment within 1 d 0 h."),
            ]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(48, 3)]
    public void The_hours_ahead_are_the_callers(int hours, int count) =>
        ShipSoon.Of([Due("A", -1), Due("B", 60), Due("C", 2880)], Now, hours).Count.ShouldBe(count);

    [Fact]
    public void Instants_are_compared_whatever_their_offset()
    {
        DateTimeOffset shipBy = Now.AddMinutes(90).ToOffset(TimeSpan.FromHours(9));
        ShipSoon order = ShipSoon
            .Of([new("A", shipBy, false)], Now.ToOffset(TimeSpan.FromHours(-7)))
            .ShouldHaveSingleItem();
        order.Left.ShouldBe(TimeSpan.FromMinutes(90));
    }

    [Fact]
    public void Of_the_same_time_the_order_is_that_of_the_ids() =>
        ShipSoon.Of([Due("B", 5), Due("A", 5)], Now).Select(order => order.OrderId).ShouldBe(["A", "B"]);

    [Fact]
    public void Hours_before_now_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => ShipSoon.Of([], Now, -1));

    [Fact]
    public void In_chinese_too()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            ShipSoon.Of([Due("A", -61)], Now)[0].Text.ShouldBe("订单 A：发货已逾期 1 小时 1 分钟。");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static OrderToShip Due(string id, int minutes, bool shipped = false) =>
        new(id, Now.AddMinutes(minutes), shipped);
}

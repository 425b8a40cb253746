using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices.Standing;

namespace Reprieve.Practices.Tests.Standing;

public sealed class ShipGroupTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly KnowledgeBase Knowledge = Invented.Known;

    [Fact]
    public void Orders_of_an_hour_are_told_together_and_all_that_are_late_are_one()
    {
        IReadOnlyList<ShipGroup> groups = Of(-3250, -70, 320, 330, 1440);

        groups
            .Select(group => (group.Stage, group.Count, group.IsUrgent))
            .ShouldBe([(ShipStage.Late, 2, true), (ShipStage.Urgent, 2, true), (ShipStage.Soon, 1, false)]);
        groups
            .Select(group => group.Text)
            .ShouldBe([
                "2 orders are not confirmed as shipped and late, the first by 2 d 6 h.",
                "2 orders must be confirmed as shipped by 20 Sep 2026, 10:30 (UTC-07:00), the first within 5 h 20 min.",
                "1 order must be confirmed as shipped by 21 Sep 2026, 05:00 (UTC-07:00), within 1 d 0 h.",
            ]);
        groups.ShouldAllBe(group => group.Advice.Contains("Confirm each order", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(359, ShipStage.Urgent)]
    [InlineData(360, ShipStage.Soon)]
    [InlineData(0, ShipStage.Urgent)]
    [InlineData(-1, ShipStage.Late)]
    public void Under_six_hours_it_is_urgent(int minutes, ShipStage stage) =>
        Of(minutes).ShouldHaveSingleItem().Stage.ShouldBe(stage);

    [Fact]
    public void A_key_is_the_same_until_it_becomes_urgent_or_another_order_is_late()
    {
        string soon = Key(Now, 1200);
        Key(Now.AddHours(3), 1200).ShouldBe(soon);
        Key(Now.AddHours(15), 1200).ShouldNotBe(soon);
        Key(Now, -500, -1000).ShouldBe(Key(Now.AddHours(3), -500, -1000));
        Key(Now, -500, -1000).ShouldNotBe(Key(Now, -30, -500, -1000));
    }

    [Fact]
    public void A_store_that_is_not_known_has_its_times_in_utc() =>
        ShipGroup
            .Of(ShipSoon.Of([new("A", Now.AddHours(1), false)], Now), null, Knowledge)[0]
            .Text.ShouldContain("20 Sep 2026, 13:00 (UTC+00:00)");

    [Fact]
    public void In_chinese_too()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            Of(-61, -62)[0].Text.ShouldBe("2 个订单尚未确认发货且已逾期，最早的一个逾期 1 小时 2 分钟。");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IReadOnlyList<ShipGroup> Of(params int[] minutes) =>
        ShipGroup.Of(ShipSoon.Of(Orders(minutes), Now), "amazon.com", Knowledge);

    private static string Key(DateTimeOffset at, params int[] minutes) =>
        ShipGroup.Of(ShipSoon.Of(Orders(minutes), at), "amazon.com", Knowledge)[0].Key;

    private static IEnumerable<OrderToShip> Orders(int[] minutes) =>
        minutes.Select((left, i) => new OrderToShip($"O{i}", Now.AddMinutes(left), false));
}

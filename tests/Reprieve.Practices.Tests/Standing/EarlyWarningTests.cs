using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

public sealed partial class EarlyWarningTests
{
    [Fact]
    public void A_rate_that_rises_is_warned_of_with_the_day_on_which_it_crosses_its_target()
    {
        EarlyWarning warning = Warnings(LateDays(0.020, 0.022, 0.024, 0.026, 0.028, 0.030)).ShouldHaveSingleItem();
        (warning.Kind, warning.Subject, warning.Program).ShouldBe(
            (WarningKind.TargetAhead, "late_shipment_rate_30d", Fulfilment.Merchant)
        );
        (warning.DaysLeft, warning.Crosses, warning.Severity).ShouldBe((5, Today.AddDays(5), WarningSeverity.Warn));
        warning.Code.ShouldBe("target_ahead:late_shipment_rate_30d:merchant:0.04");
        warning.Text.ShouldBe(
            "Late shipment rate (30 days) will reach 4.0 % in about 5 days at this pace. It is 3.0 % now."
                + " This is an estimate from 6 snapshots of the last 14 days."
        );
        warning.Advice.ShouldStartWith("Confirm each order");
    }

    [Theory]
    [InlineData(0.038, 0.0385, 0.039, 0.0395, 0.0399, 1)]
    [InlineData(0.032, 0.033, 0.034, 0.035, 0.037, 3)]
    [InlineData(0.030, 0.031, 0.032, 0.033, 0.036, 4)]
    [InlineData(0.022, 0.023, 0.024, 0.025, 0.026, 14)]
    public void The_nearer_the_day_the_graver(double a, double b, double c, double d, double e, int days)
    {
        EarlyWarning warning = Warnings(LateDays(a, b, c, d, e)).ShouldHaveSingleItem();
        warning.DaysLeft.ShouldBe(days);
        warning.Severity.ShouldBe(days <= 3 ? WarningSeverity.Urgent : WarningSeverity.Warn);
    }

    [Theory]
    [InlineData("0.021 0.022 0.023 0.024 0.025", "the fifteenth day is too far away")]
    [InlineData("0.030 0.031 0.032 0.033", "over four days only")]
    [InlineData("0.030 - - 0.033 0.034", "three snapshots only")]
    [InlineData("0.034 0.033 0.032 0.031 0.030", "it gets better")]
    [InlineData("0.03 0.03 0.03 0.03 0.03 0.03", "it stays")]
    [InlineData("0.02 0.02 0.02 0.02 0.02 0.039", "a single day is no pace")]
    [InlineData("0.02 0.024 0.028 0.032 0.036 - - - -", "the newest is four days old")]
    public void Where_nothing_can_be_said_nothing_is_said(string rates, string why) =>
        Warnings(LateDays(Rates(rates))).ShouldBeEmpty(why);

    [Theory]
    [InlineData("0.030 - 0.032 0.033 0.034", 6)]
    [InlineData("0.02 0.024 0.028 0.032 0.036 - - -", 0)]
    [InlineData("0.02 0.022 0.024 0.026 0.028 0.030 -", 4)]
    [InlineData("0.021 0.022 0.023 0.024 0.025 -", 14)]
    public void Gaps_are_bridged(string rates, int days) =>
        Warnings(LateDays(Rates(rates))).ShouldHaveSingleItem().DaysLeft.ShouldBe(days);

    [Fact]
    public void Days_before_the_window_do_not_count()
    {
        double?[] rates = [.. Enumerable.Repeat<double?>(0.001, 20), .. Rates("0.030 0.031 0.032")];
        Warnings(LateDays([.. Enumerable.Repeat<double?>(null, 11), .. Rates("0.030 0.031 0.032")])).ShouldBeEmpty();
        Warnings(LateDays(rates)).ShouldBeEmpty("the last 14 days stood still most of the time");
        double?[] risen =
        [
            .. Enumerable.Repeat<double?>(0.039, 30),
            .. Enumerable.Range(0, 14).Select(n => (double?)(0.02 + (n * 0.001))),
        ];
        Warnings(LateDays(risen)).ShouldHaveSingleItem().DaysLeft.ShouldBe(7);
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(0.05)]
    public void A_target_that_is_missed_is_said_so(double rate)
    {
        EarlyWarning warning = Warnings(LateDays(rate)).ShouldHaveSingleItem();
        (warning.Kind, warning.Severity).ShouldBe((WarningKind.TargetMissed, WarningSeverity.Urgent));
    }

    [Fact]
    public void Just_under_the_target_is_met() => Warnings(LateDays(0.0399)).ShouldBeEmpty();

    [Fact]
    public void Amazons_word_stands_beside_the_figure_and_few_orders_are_said_to_be_few()
    {
        EarlyWarning warning = Warnings(History(Ago(0).Late(0.1429, "GOOD", 7))).ShouldHaveSingleItem();
        (warning.Kind, warning.Severity).ShouldBe((WarningKind.TargetMissed, WarningSeverity.Warn));
        warning.Text.ShouldBe(
            "Late shipment rate (30 days) is 14.29 %. Amazon's target is under 4.0 %. Amazon itself marks it GOOD."
                + " It rests on 7 in all: a single one can cross the limit."
        );
        Warnings(History(Ago(0).Late(0.1429, "BAD", 26))).ShouldHaveSingleItem().Text.ShouldEndWith("BAD.");
    }

    [Fact]
    public void A_rate_of_nothing_and_the_older_on_time_figure_are_no_figures()
    {
        SnapshotFigure nothing = new("valid_tracking_rate", Fulfilment.Merchant, 0, "GOOD", 0, 0);
        SnapshotFigure older = new("on_time_delivery_rate", Fulfilment.Merchant, 0.43, "GOOD", 3, 7, 30, Older: true);
        Warnings(History(Ago(0).With(nothing, older))).ShouldBeEmpty();
        Warnings(History(Ago(0).With(nothing with { Denominator = 9 }, older with { Older = false })))
            .Select(warning => warning.Subject)
            .ShouldBe(["on_time_delivery_rate", "valid_tracking_rate"], ignoreOrder: true);
    }

    [Fact]
    public void A_rate_that_should_be_high_is_warned_of_when_it_falls()
    {
        SnapshotHistory history = History(
            Enumerable
                .Range(0, 6)
                .Select(n =>
                    Ago(n).With(new SnapshotFigure("valid_tracking_rate", Fulfilment.Merchant, 0.96 + (n * 0.005)))
                )
        );
        EarlyWarning warning = Warnings(history).ShouldHaveSingleItem();
        warning.DaysLeft.ShouldBe(3, "at exactly 95 % it is still met");
        warning.Text.ShouldStartWith("Valid tracking rate will fall below 95.0 % in about 3 days");
    }

    [Fact]
    public void The_programmes_of_a_metric_are_told_apart() =>
        Warnings(
                History(
                    Ago(0)
                        .With(
                            new SnapshotFigure("order_defect_rate", Fulfilment.Merchant, 0.02),
                            new SnapshotFigure("order_defect_rate", Fulfilment.Amazon, 0.03)
                        )
                )
            )
            .Select(warning => warning.Code)
            .ShouldBe(["target_missed:order_defect_rate:amazon:0.01", "target_missed:order_defect_rate:merchant:0.01"]);

    [Fact]
    public void The_invoice_rate_is_warned_of_where_it_is_enforced()
    {
        SnapshotFigure figure = new("invoice_defect_rate", Fulfilment.Merchant, 0.06);
        Warnings(History(Ago(0).With(figure))).ShouldBeEmpty();
        SnapshotHistory germany = SnapshotHistory.Of(
            "amazon.de",
            [Ago(0).With(figure) with { Store = "amazon.de" }],
            Known
        );
        Warnings(germany).ShouldHaveSingleItem().Subject.ShouldBe("invoice_defect_rate");
    }

    [Fact]
    public void The_key_stays_while_the_trouble_lasts_and_is_new_when_it_comes_back_later()
    {
        double?[] rates = Rates("0.05 0.05 0.01 0.05 0.01 0.01 0.01 0.01 0.01 0.01 0.01 0.01 0.05 0.05 - 0.05");
        SnapshotHistory history = LateDays(rates);
        string Key(int daysAgo) =>
            EarlyWarning
                .Of(history, Today.AddDays(-daysAgo), Known)
                .Single(w => w.Kind is WarningKind.TargetMissed)
                .Key;
        Key(15).ShouldBe("target_missed:late_shipment_rate_30d:merchant:0.04:2026-09-05");
        Key(12).ShouldBe(Key(15), "a day's pause does not end it");
        Key(3).ShouldBe("target_missed:late_shipment_rate_30d:merchant:0.04:2026-09-17", "eight days without it do");
        Key(2).ShouldBe(Key(3));
        Key(0).ShouldBe(Key(3));
    }

    [Fact]
    public void A_projection_keeps_its_key_from_day_to_day()
    {
        SnapshotHistory history = LateDays(Rates("0.010 0.012 0.014 0.016 0.018 0.020 0.022 0.024"));
        string[] keys =
        [
            .. Enumerable.Range(0, 3).Select(ago => EarlyWarning.Of(history, Today.AddDays(-ago), Known).Single().Key),
        ];
        keys.Distinct().ShouldHaveSingleItem().ShouldBe("target_ahead:late_shipment_rate_30d:merchant:0.04:2026-09-17");
    }

    [Fact]
    public void In_chinese_too()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            Warnings(LateDays(0.020, 0.022, 0.024, 0.026, 0.028, 0.030))
                .ShouldHaveSingleItem()
                .Text.ShouldBe(
                    "照目前的速度，迟发率（30 天）约 5 天后将达到 4.0 %。目前为 3.0 %。这是根据最近 14 天内 6 次快照作出的估计。"
                );
            Warnings(History(Ago(0).Late(0.1429, "GOOD", 7)))[0]
                .Text.ShouldContain("。亚马逊对此标记为 GOOD。总数只有 7");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static double?[] Rates(string rates) =>
        [
            .. rates
                .Split(' ')
                .Select(rate => rate == "-" ? (double?)null : double.Parse(rate, CultureInfo.InvariantCulture)),
        ];
}

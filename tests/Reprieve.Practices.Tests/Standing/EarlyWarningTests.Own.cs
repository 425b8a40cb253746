using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

/// <summary>Limits of the account's own.</summary>
public sealed partial class EarlyWarningTests
{
    [Theory]
    [InlineData(
        0.03,
        "target_missed:late_shipment_rate_30d:merchant:0.03 target_ahead:late_shipment_rate_30d:merchant:0.04"
    )]
    [InlineData(0.05, "")]
    public void An_own_limit_takes_the_place_of_amazons(double limit, string codes) =>
        string.Join(
                ' ',
                Warnings(LateDays(Rates("0.031 0.032 0.033 0.034 0.0345")), Own("late_shipment_rate_30d", limit))
                    .OrderByDescending(warning => warning.Code)
                    .Select(warning => warning.Code)
            )
            .ShouldBe(codes);

    [Fact]
    public void With_a_wider_limit_of_ones_own_amazons_is_not_told() =>
        Warnings(LateDays(0.045), Own("late_shipment_rate_30d", 0.05)).ShouldBeEmpty();

    [Fact]
    public void An_own_limit_is_called_so_and_never_urgent()
    {
        EarlyWarning warning = Warnings(LateDays(0.035), Own("late_shipment_rate_30d", 0.03)).ShouldHaveSingleItem();
        (warning.Severity, warning.Text).ShouldBe(
            (WarningSeverity.Warn, "Late shipment rate (30 days) is 3.5 %. Your own limit is 3.0 %.")
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    public void An_own_limit_that_is_no_fraction_is_refused(double limit) =>
        Should
            .Throw<ArgumentException>(() => Warnings(LateDays(0.01), Own("late_shipment_rate_30d", limit)))
            .Message.ShouldContain("late_shipment_rate_30d must be from 0 to 1");

    private static OwnLimits Own(string code, double limit) => new(new Dictionary<string, double> { [code] = limit });
}

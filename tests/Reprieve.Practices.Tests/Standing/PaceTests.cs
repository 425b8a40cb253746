using Reprieve.Knowledge;
using Reprieve.Practices.Standing;

namespace Reprieve.Practices.Tests.Standing;

public sealed class PaceTests
{
    [Theory]
    [InlineData(0.03, 0.002, 5)]
    [InlineData(0.0399, 0.0001, 1)]
    [InlineData(0.039, 0.002, 1)]
    [InlineData(0.0, 0.04, 1)]
    [InlineData(0.03, 0.0019, 6)]
    [InlineData(0.03, 0.001, 10)]
    [InlineData(0.03, 0.0009, null)]
    [InlineData(0.03, 0.0, null)]
    [InlineData(0.03, -0.01, null)]
    public void A_rate_that_must_stay_below_is_lost_on_reaching_its_limit(double value, double pace, int? days) =>
        Pace.DaysTo((decimal)value, (decimal)pace, 0.04m, TargetCondition.LessThan, 10).ShouldBe(days);

    [Theory]
    [InlineData(240, -8, 6)]
    [InlineData(200, -1, 1)]
    [InlineData(210, -1, null)]
    [InlineData(209, -1, 10)]
    [InlineData(240, 0, null)]
    [InlineData(240, 8, null)]
    public void A_value_that_must_be_reached_is_lost_only_beyond_its_limit(int value, int pace, int? days) =>
        Pace.DaysTo(value, pace, 200, TargetCondition.AtLeast, 10).ShouldBe(days);

    [Fact]
    public void A_pace_that_is_no_exact_number_does_not_add_a_day() =>
        Pace.DaysTo(0.039m, 0.001m / 3, 0.04m, TargetCondition.LessThan, 10).ShouldBe(3);

    [Fact]
    public void A_pace_as_small_as_numbers_go_is_none() =>
        Pace.DaysTo(0m, 0.0000000000000000000000000001m, 1, TargetCondition.LessThan, 10).ShouldBeNull();
}

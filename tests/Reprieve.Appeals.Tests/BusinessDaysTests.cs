namespace Reprieve.Appeals.Tests;

public class BusinessDaysTests
{
    [Theory]
    [InlineData("2026-10-16", 5, "2026-10-23")]
    [InlineData("2026-10-17", 1, "2026-10-19")]
    [InlineData("2026-10-12", 5, "2026-10-19")]
    public void Weekends_are_passed_over(string from, int count, string expected) =>
        BusinessDays.After(DateOnly.Parse(from, null), count).ShouldBe(DateOnly.Parse(expected, null));

    [Theory]
    [InlineData("2026-10-18", "2026-10-16")]
    [InlineData("2026-10-17", "2026-10-16")]
    [InlineData("2026-10-16", "2026-10-16")]
    public void A_limit_on_a_weekend_is_kept_on_friday(string day, string expected) =>
        BusinessDays.LastOnOrBefore(DateOnly.Parse(day, null)).ShouldBe(DateOnly.Parse(expected, null));

    [Theory]
    [InlineData("2026-10-16", "2026-10-16", 0)]
    [InlineData("2026-10-16", "2026-10-18", 0)]
    [InlineData("2026-10-16", "2026-10-19", 1)]
    [InlineData("2026-10-12", "2026-10-19", 5)]
    [InlineData("2026-10-19", "2026-10-12", 0)]
    public void Days_between_are_counted_without_weekends(string from, string to, int expected) =>
        BusinessDays.Between(DateOnly.Parse(from, null), DateOnly.Parse(to, null)).ShouldBe(expected);
}

namespace Reprieve.Knowledge.Tests;

public sealed class WarningRuleTests
{
    private const string Sound = """
        code: returns_rate
        source: practice
        seen: 2026-11-27
        marketplaces: [all]
        sure: practice
        name: {en: Returns rate, zh-Hans: 退货率}
        advice: {en: Look, zh-Hans: 请看}
        days: 14
        staleDays: 3
        quietDays: 7
        step: 0.01
        pace: {snapshots: 4, overDays: 5, aheadDays: 14, urgentDays: 3}
        limits: [0.05, 0.1]
        condition: less_than

        """;

    [Fact]
    public void Every_metric_with_a_target_is_watched() =>
        KnowledgeLoader
            .BuiltIn.Metrics.Where(metric => metric.Target is not null)
            .Select(metric => metric.Code)
            .Except(KnowledgeLoader.BuiltIn.Warnings.Select(rule => rule.Code))
            .ShouldBeEmpty();

    [Fact]
    public void One_of_the_sellers_own_is_read()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("warnings/returns.yaml", Sound);
        WarningRule rule = KnowledgeLoader.Load(folder.Path).Warnings.Single(rule => rule.Code == "returns_rate");
        rule.Limits.ShouldBe([0.05, 0.1]);
        rule.Pace.ShouldNotBeNull().AheadDays.ShouldBe(14);
    }

    [Theory]
    [InlineData("limits: [0.5, 0.2]")]
    [InlineData("limits: [0, 0.2]")]
    [InlineData("limits: [20]")]
    [InlineData("limits: [0.1, 0.2, 0.3]")]
    public void The_drop_of_listings_has_shares_for_limits(string limits)
    {
        string own = Sound
            .Replace("returns_rate", "listings_active", StringComparison.Ordinal)
            .Replace("limits: [0.05, 0.1]", limits, StringComparison.Ordinal)
            .Replace("name: {en: Returns rate, zh-Hans: 退货率}", "", StringComparison.Ordinal)
            .Replace("condition: less_than", "", StringComparison.Ordinal);
        using KnowledgeFolder folder = new KnowledgeFolder().With("warnings/returns.yaml", own);
        folder.Problems().ShouldHaveSingleItem().Message.ShouldContain("one or two shares");
    }

    [Theory]
    [InlineData("days: 14\nstale", "days: 0\nstale", "days must be from 2")]
    [InlineData("staleDays: 3", "staleDays: -1", "staleDays must be")]
    [InlineData("snapshots: 4", "snapshots: 1", "pace.snapshots must be from 2 to 14")]
    [InlineData("overDays: 5", "overDays: 15", "pace.overDays must be from 2 to 14")]
    [InlineData("aheadDays: 14", "aheadDays: 0", "pace.aheadDays must be")]
    [InlineData("step: 0.01", "step: 0", "step must be above 0")]
    [InlineData("name: {en: Returns rate, zh-Hans: 退货率}", "", "give its name")]
    [InlineData("condition: less_than", "", "give less_than or at_least")]
    [InlineData("limits: [0.05, 0.1]", "", "give limits")]
    [InlineData("limits: [0.05, 0.1]", "limits: [0.1, 0.05]", "in the order")]
    [InlineData("limits: [0.05, 0.1]", "limits: [5]", "fraction")]
    public void What_could_never_warn_or_always_is_refused(string from, string to, string says)
    {
        string changed = Sound.Replace(from, to, StringComparison.Ordinal);
        changed.ShouldNotBe(Sound);
        using KnowledgeFolder folder = new KnowledgeFolder().With("warnings/returns.yaml", changed);
        folder.Problems().ShouldHaveSingleItem().Message.ShouldContain(says);
    }
}

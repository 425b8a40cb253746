using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

namespace Reprieve.Responses.Tests.Checking;

public sealed class BadPlansTests
{
    private static readonly ResponseChecker Checker = new(KnowledgeLoader.BuiltIn);

    [Theory]
    [InlineData("generic.en.txt", "GEN-01,GEN-02")]
    [InlineData("emotional.en.txt", "TON-02")]
    [InlineData("blaming.en.txt", "TON-01,RC-02")]
    [InlineData("future-only.en.txt", "CA-01")]
    [InlineData("placeholders.en.txt", "GEN-03")]
    [InlineData("missing-cause.en.txt", "STR-02")]
    [InlineData("schablone.de.txt", "GEN-01,GEN-02,CA-01,TON-02")]
    [InlineData("taohua.zh.txt", "GEN-01,CA-01,TON-01,TON-02,GEN-03")]
    public void A_bad_plan_is_blocked_by_its_rules_and_no_other(string name, string rules)
    {
        CheckRequest request = name.StartsWith("missing", StringComparison.Ordinal)
            ? new CheckRequest { Notice = Notices.Of("late_shipment,cancellation_rate") }
            : new CheckRequest();

        CheckReport report = Checker.Check(Fixture.Text(Path.Combine("bad", name)), request);

        report.Passed.ShouldBeFalse();
        report
            .Findings.Where(finding => finding.Severity == Severity.Block)
            .Select(finding => finding.Rule)
            .Distinct()
            .ShouldBe(rules.Split(','), ignoreOrder: true, string.Join('\n', report.Findings));
    }

    [Theory]
    [InlineData("heavy-heart.en.txt", "GEN-01,RC-02,CA-01,TON-02,TON-03")]
    [InlineData("versprechen.de.txt", "RC-02,CA-01,TON-02")]
    [InlineData("zhenjiu.zh.txt", "GEN-01,RC-02,CA-01,TON-02,GEN-03")]
    [InlineData("menaces.fr.txt", "GEN-01,RC-02,CA-01,TON-01,TON-03,GEN-03")]
    [InlineData("onegai.ja.txt", "RC-02,CA-01,TON-02")]
    public void A_plan_that_does_everything_wrong_is_told_each_of_it(string name, string rules) =>
        Checker
            .Check(Fixture.Text(Path.Combine("bad", name)), new CheckRequest())
            .Findings.Where(finding => finding.Severity == Severity.Block)
            .Select(finding => finding.Rule)
            .Distinct()
            .ShouldBe(rules.Split(','), ignoreOrder: true);

    [Fact]
    public void The_unanswered_cause_shows_in_the_coverage()
    {
        CheckReport report = Checker.Check(
            Fixture.Text("bad/missing-cause.en.txt"),
            new CheckRequest { Notice = Notices.Of("late_shipment,cancellation_rate") }
        );

        report.Coverage.Count.ShouldBe(6);
        report.Coverage.Where(cell => cell.Cause == "late_shipment").ShouldAllBe(cell => cell.Answered);
        report.Coverage.Where(cell => cell.Cause == "cancellation_rate").ShouldAllBe(cell => !cell.Answered);
    }
}

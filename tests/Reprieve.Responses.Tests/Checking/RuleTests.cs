using Reprieve.Knowledge;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Checking.Rules;

namespace Reprieve.Responses.Tests.Checking;

public sealed class RuleTests
{
    private static readonly ResponseChecker Checker = new(KnowledgeLoader.BuiltIn);

    private static readonly Dictionary<string, RuleCase> Cases = RuleCase
        .All()
        .ToDictionary(c => $"{c.Rule} {(c.Expected is null ? "silent" : "fires")}: {c.Title}");

    public static TheoryData<string> Titles() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_rule_says_what_its_case_expects(string title)
    {
        RuleCase expected = Cases[title];

        CheckReport report = Checker.Check(expected.Text, expected.Request);

        List<Finding> findings = [.. report.Findings.Where(finding => finding.Rule == expected.Rule)];
        Severity? gravest = findings.Count == 0 ? null : findings.Max(finding => finding.Severity);
        gravest.ShouldBe(
            expected.Expected,
            string.Join('\n', findings.Select(f => $"{f.Severity} '{f.Quote}' {f.Message}"))
        );
    }

    [Fact]
    public void Every_rule_has_eight_texts_on_which_it_fires_and_eight_traps()
    {
        foreach (string rule in AllChecks.From(KnowledgeLoader.BuiltIn).Select(check => check.Entry.Code))
        {
            Cases.Values.Count(c => c.Rule == rule && c.Expected is not null).ShouldBeGreaterThanOrEqualTo(8, rule);
            Cases.Values.Count(c => c.Rule == rule && c.Expected is null).ShouldBeGreaterThanOrEqualTo(8, rule);
        }
    }
}

using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

namespace Reprieve.Responses.Tests.Checking;

public sealed class RuleTests
{
    private static readonly ResponseChecker Checker = new(KnowledgeLoader.BuiltIn);

    private static readonly Dictionary<string, RuleCase> Cases = RuleCase
        .All()
        .ToDictionary(c => $"{c.Rule}: {c.Title}");

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
    public void Every_rule_has_six_texts_on_which_it_fires_and_six_traps()
    {
        foreach (
            CheckRule rule in KnowledgeLoader.BuiltIn.Checks.Where(rule =>
                !rule.Code.StartsWith("DOC", StringComparison.Ordinal)
            )
        )
        {
            Cases
                .Values.Count(c => c.Rule == rule.Code && c.Expected is not null)
                .ShouldBeGreaterThanOrEqualTo(6, rule.Code);
            Cases
                .Values.Count(c => c.Rule == rule.Code && c.Expected is null)
                .ShouldBeGreaterThanOrEqualTo(6, rule.Code);
        }
    }
}

using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Checking;

namespace Reprieve.Responses.Tests.Checking;

public sealed class GoodAnswersTests
{
    private static readonly ResponseChecker Checker = new(KnowledgeLoader.BuiltIn);

    private static readonly Dictionary<string, Diagnosis> Answers = new(StringComparer.Ordinal)
    {
        ["late-shipment.en.txt"] = Notices.Of("late_shipment", text: "Your late shipment rate is 6.8%."),
        ["inauthentic-two-asins.en.txt"] = Notices.Of("inauthentic", asins: "B0TEST0001,B0TEST0002"),
        ["order-defect-rate-grid.en.txt"] = Notices.Of(
            "order_defect_rate",
            grid: "item_not_received,different_item,damaged",
            text: "1.61%"
        ),
        ["used-sold-as-new.en.txt"] = Notices.Of("used_sold_as_new", asins: "B0TEST0003"),
        ["identity-documents.en.txt"] = Notices.Of("identity_verification", mode: ResponseMode.Documents),
        ["verspaeteter-versand.de.txt"] = Notices.Of("late_shipment", "de", text: "Ihre Rate liegt bei 5,9 %."),
        ["identitaet.de.txt"] = Notices.Of("identity_verification", "de", ResponseMode.Documents),
        ["late-shipment.zh.txt"] = Notices.Of("late_shipment", "zh-Hans", text: "迟发率为7.2%"),
        ["cancellation-rate.en.txt"] = Notices.Of("cancellation_rate", text: "Your cancellation rate is 4.1%."),
        ["restricted-product.en.txt"] = Notices.Of("restricted_product", asins: "B0TEST0004"),
        ["trademark-documents.en.txt"] = Notices.Of("ip_trademark", mode: ResponseMode.Documents, asins: "B0TEST0007"),
        ["related-account.en.txt"] = Notices.Of("related_account", mode: ResponseMode.OtherAccountFirst),
        ["stornorate.de.txt"] = Notices.Of("cancellation_rate", "de", text: "Ihre Stornorate liegt bei 3,8 %."),
        ["inauthentic.zh.txt"] = Notices.Of("inauthentic", "zh-Hans", asins: "B0TEST0001,B0TEST0002"),
        ["documents.zh.txt"] = Notices.Of("identity_verification", "zh-Hans", ResponseMode.Documents),
    };

    public static TheoryData<string> Names() => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_good_answer_is_not_blocked(string name)
    {
        CheckReport report = Checker.Check(
            Fixture.Text(Path.Combine("good", name)),
            new CheckRequest { Notice = Answers[name], Today = new DateOnly(2026, 10, 30) }
        );

        string told = string.Join('\n', report.Findings.Select(f => $"{f.Rule} {f.Severity} '{f.Quote}' {f.Message}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{report.Words} words\n{told}");
        report.Passed.ShouldBeTrue(told);
        report.Coverage.ShouldAllBe(cell => cell.Answered);
        report.Findings.ShouldNotContain(finding => finding.Severity == Severity.Warn, told);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_good_answer_passes_without_its_notice(string name)
    {
        if (Answers[name].ResponseMode != ResponseMode.Plan)
        {
            return;
        }

        CheckReport report = Checker.Check(Fixture.Text(Path.Combine("good", name)), new CheckRequest());

        report.Passed.ShouldBeTrue(string.Join('\n', report.Findings.Select(f => $"{f.Rule} {f.Quote}")));
        report.ResponseMode.ShouldBe(ResponseMode.Plan);
    }

    private static readonly Dictionary<string, RuleCase> Whole = RuleCase
        .In("answers")
        .ToDictionary(c => $"{c.Rule}: {c.Title}", StringComparer.Ordinal);

    public static TheoryData<string> Titles() => [.. Whole.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_whole_answer_is_not_blocked(string title)
    {
        RuleCase answer = Whole[title];

        CheckReport report = Checker.Check(answer.Text, answer.Request with { Today = new DateOnly(2026, 10, 30) });

        string told = string.Join('\n', report.Findings.Select(f => $"{f.Rule} {f.Severity} '{f.Quote}' {f.Message}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{report.Words} words\n{told}");
        report.Passed.ShouldBeTrue(told);
        report.Coverage.ShouldAllBe(cell => cell.Answered);
        report
            .Findings.Where(finding => finding.Severity == Severity.Warn)
            .ShouldAllBe(finding => finding.Rule == "LEN-01", told);
    }

    [Fact]
    public void There_are_sixty_good_answers() => (Answers.Count + Whole.Count).ShouldBeGreaterThanOrEqualTo(60);

    [Fact]
    public void Every_good_answer_is_tested()
    {
        Directory
            .EnumerateFiles(Path.Combine(Fixture.Folder, "good"))
            .Select(Path.GetFileName)
            .ShouldBe(Answers.Keys, ignoreOrder: true);
    }
}

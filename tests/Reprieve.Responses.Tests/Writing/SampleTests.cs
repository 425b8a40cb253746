using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

public sealed class SampleTests(ITestOutputHelper output)
{
    private static readonly Document[] Invoices =
    [
        SampleCases.Invoice("invoice-TF-2026-0311.pdf", "TF-2026-0311", new DateOnly(2026, 3, 11), 600, 400),
        SampleCases.Invoice("invoice-TF-2026-0727.pdf", "TF-2026-0727", new DateOnly(2026, 7, 27), 480, 360),
    ];

    [Fact]
    public void The_late_shipment_sample_gives_a_whole_plan() =>
        IsWholePlan(SampleCases.Read("late-shipment", new DateOnly(2026, 10, 5)));

    [Fact]
    public void The_inauthentic_sample_gives_a_whole_english_plan_from_chinese_answers() =>
        IsWholePlan(SampleCases.Read("inauthentic", new DateOnly(2026, 10, 20), Invoices));

    [Fact]
    public void The_second_round_sample_answers_exactly_the_cells_that_are_asked() =>
        IsWholePlan(SampleCases.Read("second-round", new DateOnly(2026, 8, 28)));

    [Fact]
    public void The_identity_sample_gives_a_german_cover_note_and_no_plan()
    {
        ResponseRequest request = SampleCases.Read(
            "identity-verification",
            new DateOnly(2026, 10, 6),
            SampleCases.Paper("gewerbeanmeldung.pdf", DocumentKind.BusinessLicence, new DateOnly(2024, 3, 22)),
            SampleCases.Paper(
                "stromrechnung-2026-09.pdf",
                DocumentKind.UtilityBill,
                new DateOnly(2026, 9, 2),
                "Stadtwerke Musterstadt GmbH"
            )
        );
        DocumentPack pack = new ResponseWriter(KnowledgeLoader.BuiltIn).Write(request).ShouldBeOfType<DocumentPack>();
        output.WriteLine(pack.Text);
        output.WriteLine(
            string.Join(";", request.Notice.Reasons.Select(r => r.Code))
                + " asks "
                + string.Join("; ", request.Notice.Asks.Select(a => a.What + ":" + a.Evidence.Quote))
        );
        pack.Language.ShouldBe("de");
        pack.Questions.ShouldBeEmpty();
        pack.Papers.ShouldBeEmpty();
        pack.Attachments.Count.ShouldBe(2);
    }

    private void IsWholePlan(ResponseRequest request)
    {
        PlanOfAction plan = new ResponseWriter(KnowledgeLoader.BuiltIn).Write(request).ShouldBeOfType<PlanOfAction>();
        CheckReport check = new ResponseChecker(KnowledgeLoader.BuiltIn).Check(
            plan.Text,
            new CheckRequest
            {
                Notice = request.Notice,
                Mode = plan.Mode,
                Language = plan.Language,
                Today = request.Today,
            }
        );
        output.WriteLine(plan.Text);
        output.WriteLine($"words {check.Words}");
        check.Findings.ToList().ForEach(f => output.WriteLine($"{f.Rule} {f.Severity} {f.Message} [{f.Quote}]"));
        plan.Questions.ToList().ForEach(q => output.WriteLine($"? {q.Question.Id} {q.Problem}"));
        plan.Papers.ToList().ForEach(p => output.WriteLine($"paper {p.What}"));
        plan.Questions.ShouldAllBe(q => q.Question.Optional);
        plan.Papers.ShouldBeEmpty();
        check.Passed.ShouldBeTrue();
        check.Findings.ShouldAllBe(f => f.Severity == Severity.Info && f.Rule == "LEN-02");
        check.Words.ShouldBeInRange(250, 600);
    }
}

using System.Globalization;
using System.Text;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Generated;

/// <summary>How much of what the generated papers say is read right, and whether the checks judge them right.</summary>
public sealed class AccuracyTests(ITestOutputHelper output)
{
    private const double Least = 0.95;

    private static readonly List<(Truth Truth, Document Read)> Papers =
    [
        .. GeneratedPapers.All.Select(paper => (paper.Truth, paper.Paper.Read(Context(paper.Truth)))),
    ];

    private static DocumentContext Context(Truth truth) =>
        new()
        {
            NoticeDate = GeneratedPapers.Notice,
            LegalNames = [truth.Buyer.Name],
            Address = string.Join(", ", truth.Buyer.Address),
        };

    [Fact]
    public void Fields_are_read_right_in_nineteen_of_twenty_cases()
    {
        Papers.Count.ShouldBeGreaterThanOrEqualTo(60);
        List<(string Paper, string Field, bool Right)> all =
        [
            .. Papers.SelectMany(paper =>
                PaperFieldsRead.Of(paper.Truth, paper.Read).Select(f => (paper.Truth.Name, f.Field, f.Right))
            ),
        ];
        var report = new StringBuilder();
        foreach (IGrouping<string, (string Paper, string Field, bool Right)> field in all.GroupBy(one => one.Field))
        {
            string wrong = string.Join(' ', field.Where(one => !one.Right).Select(one => one.Paper));
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"{field.Key, -18}{(double)field.Count(one => one.Right) / field.Count():F3}  {wrong}"
            );
        }

        double share = (double)all.Count(one => one.Right) / all.Count;
        report.AppendLine(CultureInfo.InvariantCulture, $"all               {share:F4} of {all.Count}");
        output.WriteLine(report.ToString());
        share.ShouldBeGreaterThanOrEqualTo(Least, report.ToString());
    }

    [Fact]
    public void No_good_invoice_is_blocked() =>
        Papers
            .Where(paper => paper.Truth.Kind == DocumentKind.Invoice && Blocked(paper.Read))
            .Select(paper => $"{paper.Truth.Name}: {string.Join(" ", paper.Read.Findings.Select(f => f.Message))}")
            .ShouldBeEmpty();

    [Fact]
    public void No_paper_that_only_looks_like_an_invoice_passes() =>
        Papers
            .Where(paper => paper.Truth.Kind != DocumentKind.Invoice && !Blocked(paper.Read))
            .Select(paper => $"{paper.Truth.Name} ({paper.Truth.Kind}) was taken for {paper.Read.Kind}")
            .ShouldBeEmpty();

    [Fact]
    public void Papers_as_their_suppliers_made_them_show_no_sign_of_alteration() =>
        Papers
            .SelectMany(paper =>
                paper
                    .Read.Findings.Where(finding => finding.Rule is "DOC-08" or "DOC-09")
                    .Select(f => $"{paper.Truth.Name}: {f.Message}")
            )
            .ShouldBeEmpty();

    private static bool Blocked(Document document) => document.Findings.Any(f => f.Severity == Severity.Block);
}

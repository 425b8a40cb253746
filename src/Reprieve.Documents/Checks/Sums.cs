using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>
/// DOC-08: whether an invoice adds up. Discounts and carriage that were not read must not raise a false alarm, so any
/// way in which the figures fit is taken.
/// </summary>
internal sealed class Sums(KnowledgeBase knowledge)
{
    private const int MostFigures = 8;

    private readonly RuleWords _words = new(knowledge, "DOC-08");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Kind != DocumentKind.Invoice || paper.Text is not { Recognised: false })
        {
            yield break;
        }

        IReadOnlyList<DocumentLine> lines = paper.Fields!.Lines;
        List<DocumentLine> full = [.. lines.Where(l => l is { Quantity: not null, Price: not null, Amount: not null })];
        List<DocumentLine> wrong = [.. full.Where(line => !Multiplies(line))];
        // Where most lines do not multiply, a column was misread or holds a discount.
        if (wrong.Count > 0 && wrong.Count * 2 < full.Count)
        {
            DocumentLine line = wrong[0];
            yield return _words.Finding(
                "line",
                line.Description,
                line.Quantity,
                Written(line.Price),
                Written(line.Amount)
            ) with
            {
                Page = line.Page,
            };
        }

        if (lines.Count > 0 && lines.All(line => line.Amount is not null))
        {
            decimal sum = lines.Sum(line => line.Amount!.Value);
            List<decimal> figures = [.. paper.Fields.Totals.Figures.Where(figure => figure != 0).Distinct()];
            if (figures.Count is > 0 and <= MostFigures && !Fits(sum, figures, lines.Count))
            {
                yield return _words.Finding("sum", Written(sum), string.Join(", ", figures.Select(f => Written(f))));
            }
            else if (paper.Fields.Totals.Total is { } total && figures.Count is > 1 and <= MostFigures)
            {
                List<decimal> others = [.. figures.Where(figure => figure != total)];
                if (!Reaches(sum, others, total, Tolerance(lines.Count)))
                {
                    yield return _words.Finding(
                        "total",
                        Written(total),
                        Written(sum),
                        string.Join(", ", others.Select(f => Written(f)))
                    );
                }
            }
        }
    }

    /// <summary>A price is rounded to its last place, which weighs the more the more units there are.</summary>
    private static bool Multiplies(DocumentLine line)
    {
        decimal rounding = 0.5m;
        for (int place = 0; place < line.Price!.Value.Scale; place++)
        {
            rounding /= 10;
        }

        decimal product = line.Quantity!.Value * line.Price.Value;
        return Math.Abs(product - line.Amount!.Value) <= rounding * line.Quantity.Value + 0.01m;
    }

    /// <summary>Whether the lines make one of the sums, as they are or with tax, carriage or discount.</summary>
    private static bool Fits(decimal sum, List<decimal> figures, int lines) =>
        figures.Exists(figure => Math.Abs(figure - sum) <= Tolerance(lines))
        || figures.Exists(figure =>
            Reaches(sum, [.. figures.Where(other => other != figure)], figure, Tolerance(lines))
        );

    private static bool Reaches(decimal from, List<decimal> steps, decimal target, decimal tolerance) =>
        Math.Abs(from - target) <= tolerance
        || (
            steps.Count > 0
            && steps[1..] is var rest
            && (
                Reaches(from, rest, target, tolerance)
                || Reaches(from + steps[0], rest, target, tolerance)
                || Reaches(from - steps[0], rest, target, tolerance)
            )
        );

    private static decimal Tolerance(int lines) => 0.02m + 0.005m * lines;

    private static string Written(decimal? figure) => figure?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "–";
}

using Reprieve.Documents.Fields.Lines;
using Reprieve.Documents.Reading;

namespace Reprieve.Documents.Fields;

/// <summary>The sums at the foot of a paper.</summary>
/// <param name="Figures">Every sum with a label: net, tax, carriage, total.</param>
/// <param name="Total">What is to be paid; null where no sum is labelled so.</param>
internal sealed record Totals(IReadOnlyList<decimal> Figures, decimal? Total, string? Currency)
{
    public static Totals Of(LabelledPaper paper, LabelBook book, bool commaIsDecimal)
    {
        List<(string Field, decimal Value)> sums = [];
        foreach (Spot spot in paper.Spots)
        {
            LabelHit? label = spot.Labels.FirstOrDefault(hit => hit.Start == 0 && IsSum(hit, spot));
            if (
                label is not null
                && Columns.Of(spot.Row, book) is null
                && Last(paper.On(spot.Line).Last().Text.Text, commaIsDecimal) is { } value
            )
            {
                sums.Add((label.Field, value));
            }
        }

        List<decimal> grand = [.. sums.Where(sum => sum.Field == "grand_total").Select(sum => sum.Value)];
        return new Totals(
            [.. sums.Select(sum => sum.Value)],
            grand.Count > 0 ? grand.Max()
                : sums.Count > 0 ? sums.Max(sum => sum.Value)
                : null,
            Currencies.Of(paper.Paper)
        );
    }

    private static bool IsSum(LabelHit hit, Spot spot) =>
        hit.Field is "total" or "grand_total"
        && (hit.Explicit || spot.Text.Text[Math.Min(hit.End, spot.Text.Text.Length)..].Count(char.IsLetter) <= 3);

    /// <summary>The last figure of a cell; a rate of tax before it is none.</summary>
    private static decimal? Last(string cell, bool commaIsDecimal)
    {
        int end = cell.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (end == 0 || cell[end..].Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        int start = end - 1;
        while (start > 0 && (char.IsAsciiDigit(cell[start - 1]) || cell[start - 1] is '.' or ',' or ' ' or '\''))
        {
            start--;
        }

        IReadOnlyList<decimal> values = Figure.Values(cell[start..end].Trim(), commaIsDecimal);
        return values.Count > 0 ? values[0] : null;
    }
}

/// <summary>Tells the currency of a paper by its signs and codes.</summary>
internal static class Currencies
{
    private static readonly (string Sign, string Code)[] Signs =
    [
        ("HK$", "HKD"),
        ("CA$", "CAD"),
        ("A$", "AUD"),
        ("US$", "USD"),
        ("$", "USD"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("人民币", "CNY"),
        ("RMB", "CNY"),
        ("元", "CNY"),
        ("円", "JPY"),
    ];

    private static readonly string[] Codes =
    [
        "USD",
        "EUR",
        "GBP",
        "CNY",
        "JPY",
        "CAD",
        "AUD",
        "HKD",
        "MXN",
        "PLN",
        "SEK",
    ];

    /// <summary>The one named most; null where none is. The sign ¥ is Chinese or Japanese as the paper's script is.</summary>
    public static string? Of(PaperText paper)
    {
        Dictionary<string, int> found = [];
        bool kana = paper.Cells.Any(cell => cell.Text.Any(c => c is >= '\u3041' and <= '\u30FE'));
        bool ideographs = paper.Cells.Any(cell => cell.Text.Any(Folded.IsIdeograph));
        foreach (string cell in paper.Cells.Select(cell => cell.Text).Where(HasFigureOrCode))
        {
            string? code =
                Codes.FirstOrDefault(one => cell.Contains(one, StringComparison.Ordinal))
                ?? Signs.FirstOrDefault(one => cell.Contains(one.Sign, StringComparison.Ordinal)).Code
                ?? (
                    !cell.Contains('¥', StringComparison.Ordinal) ? null
                    : kana ? "JPY"
                    : ideographs ? "CNY"
                    : null
                );
            if (code is not null)
            {
                found[code] = found.GetValueOrDefault(code) + 1;
            }
        }

        return found.Count == 0 ? null : found.MaxBy(pair => pair.Value).Key;
    }

    private static bool HasFigureOrCode(string cell) => cell.Any(char.IsAsciiDigit) || cell.Length <= 24;
}

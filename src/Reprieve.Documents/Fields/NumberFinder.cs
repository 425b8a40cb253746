namespace Reprieve.Documents.Fields;

/// <summary>Finds the number of an invoice or bill.</summary>
internal static class NumberFinder
{
    private const int Longest = 40;

    public static string? Of(LabelledPaper paper, KindFinder kinds) =>
        Labelled(paper)
        // "Tax invoice 24481": the number stands behind the title.
        ?? paper
            .Spots.Where(spot => spot.Row.Page == 1)
            .Select(spot => kinds.AfterTitle(spot.Text.Text) is { } rest ? Number(rest) : null)
            .FirstOrDefault(number => number is not null);

    private static string? Labelled(LabelledPaper paper) =>
        paper
            .Labels("number")
            // "Invoice No." says more than the word "Invoice" before a number.
            .OrderByDescending(at => at.Label.End - at.Label.Start > "invoice ".Length)
            .ThenBy(at => at.Spot.Line)
            .SelectMany(at => paper.Values(at.Spot, at.Label))
            .Select(Number)
            .FirstOrDefault(number => number is not null);

    /// <summary>The first word if it holds a digit and is no date or amount; "No." before it falls away.</summary>
    private static string? Number(string text)
    {
        string word = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(part =>
                part.TrimEnd('.', ':') is "No" or "Nr" or "no" or "nr" or "#" or "NO" or "Nummer" or "n°" or "N°"
            )
            .FirstOrDefault("")
            .Trim(':', '#', ',', ';', '.', '(', ')');
        return
            word.Length is > 0 and <= Longest
            && word.Any(char.IsAsciiDigit)
            && word.All(c => char.IsLetterOrDigit(c) || c is '-' or '/' or '_' or '.' or '#')
            ? word
            : null;
    }
}

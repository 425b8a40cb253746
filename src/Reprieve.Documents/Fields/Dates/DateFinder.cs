using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Fields.Dates;

/// <summary>Finds the day on which a paper was issued.</summary>
internal sealed class DateFinder(KnowledgeBase knowledge)
{
    private readonly DateScanner _scanner = new(knowledge);

    /// <summary>The date of issue as written, settled by the paper's own evidence where that is possible.</summary>
    public WrittenDate? Of(LabelledPaper paper)
    {
        WrittenDate? date = Labelled(paper, "date").FirstOrDefault() ?? Alone(paper);
        if (date is null || date.Certain)
        {
            return date;
        }

        bool? dayFirst = DayFirst(paper, date);
        DateOnly settled = dayFirst == true ? date.DayFirst : date.MonthFirst;
        return dayFirst is null ? date : new WrittenDate(settled, settled, date.Text);
    }

    private IEnumerable<WrittenDate> Labelled(LabelledPaper paper, string field) =>
        // "Invoice date" says more than "date"; both say more than what stands behind a bare "issued".
        paper
            .Labels(field)
            .OrderByDescending(at => at.Label.Explicit)
            .ThenBy(at => at.Spot.Line)
            .Select(at => paper.Values(at.Spot, at.Label).Select(_scanner.At).FirstOrDefault(date => date is not null))
            .OfType<WrittenDate>();

    /// <summary>Letters are dated by a line of their own ("Shenzhen, 3 May 2026"); two such dates tell nothing.</summary>
    private WrittenDate? Alone(LabelledPaper paper)
    {
        List<WrittenDate> dates =
        [
            .. paper
                .Spots.Where(spot => spot.Row.Page == 1 && spot.Labels.Count == 0)
                .Select(spot => spot.Text.Text)
                .Where(text => text.Length <= 40)
                .Select(text =>
                    _scanner.At(
                        text[
                            (
                                text.IndexOf(',', StringComparison.Ordinal) is var c and >= 0
                                && !text.AsSpan(0, c).ContainsAnyInRange('0', '9')
                                    ? c + 1
                                    : 0
                            )..
                        ]
                    )
                )
                .OfType<WrittenDate>()
                .DistinctBy(date => (date.DayFirst, date.MonthFirst)),
        ];
        return dates.Count == 1 ? dates[0] : null;
    }

    /// <summary>Which order the paper uses: another date that allows one only, the due date, else the words of a country.</summary>
    private bool? DayFirst(LabelledPaper paper, WrittenDate date)
    {
        List<WrittenDate> others =
        [
            .. paper.Spots.SelectMany(spot => Numeric(spot.Text.Text)).Where(other => other.Text != date.Text),
        ];
        List<bool> told = [.. others.Select(Tells).OfType<bool>().Distinct()];
        if (told.Count == 1)
        {
            return told[0];
        }

        string all = Folded.Key(string.Join('\n', paper.Paper.Lines.Select(line => line.Text)));
        bool day = knowledge.PaperWords.SelectMany(words => words.DayFirst).Any(word => Stands(all, word));
        bool month = knowledge.PaperWords.SelectMany(words => words.MonthFirst).Any(word => Stands(all, word));
        return day == month ? null : day;
    }

    private IEnumerable<WrittenDate> Numeric(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            {
                if (_scanner.At(text[at..Math.Min(text.Length, at + 24)]) is { } date)
                {
                    yield return date;
                }
            }
        }
    }

    /// <summary>A date with a part above 12 tells the order, if it is written with numbers and the year last.</summary>
    private static bool? Tells(WrittenDate date)
    {
        int slash = date.Text.IndexOfAny(['/', '-']);
        return
            date.Certain
            && slash is 1 or 2
            && date.Text.All(c => char.IsAsciiDigit(c) || c is '/' or '-' or ' ')
            && int.Parse(date.Text.AsSpan(0, slash), System.Globalization.CultureInfo.InvariantCulture) is var first
            && date.DayFirst.Day != date.DayFirst.Month
            ? first == date.DayFirst.Day
            : null;
    }

    private static bool Stands(string all, string word)
    {
        int at = all.IndexOf(word, StringComparison.Ordinal);
        return at >= 0
            && (at == 0 || !char.IsLetter(all[at - 1]) || !char.IsLetter(word[0]))
            && (at + word.Length == all.Length || !char.IsLetter(all[at + word.Length]) || !char.IsLetter(word[^1]));
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Finds the limits a mail states: periods ("within 17 days") and fixed dates ("by May 30, 2025"). Ages of papers
/// and windows of metrics are none.
/// </summary>
internal sealed class DeadlineFinder(DueDates due)
{
    private const int MaxDeadlines = 20;

    public IReadOnlyList<Deadline> Find(Reading reading)
    {
        List<Deadline> found = [];
        foreach (NoticeText part in reading.Parts)
        {
            foreach (Sentence sentence in part.Sentences)
            {
                Add(found, sentence, reading);
            }
        }

        return found;
    }

    private void Add(List<Deadline> found, Sentence sentence, Reading reading)
    {
        bool period = sentence.Has(CueField.Unit) && sentence.Has(CueField.Period);
        bool date = sentence.Has(CueField.DueBefore);
        if (
            !(period || date)
            || sentence.IsHistory
            || sentence.Role == SectionRoles.Help
            || found.Count >= MaxDeadlines
        )
        {
            return;
        }

        bool notAsked = sentence.Has(CueField.NotDeadline) && !sentence.Has(CueField.Request);
        if (notAsked)
        {
            return;
        }

        IReadOnlyList<Span> silent = Silenced(sentence);
        if (period)
        {
            AddNew(found, Periods(sentence, reading, silent));
        }

        if (date)
        {
            AddNew(found, Dates(sentence, reading, silent));
        }
    }

    /// <summary>Adds the deadlines that were not said before in other words.</summary>
    private static void AddNew(List<Deadline> found, IEnumerable<Deadline> deadlines)
    {
        foreach (Deadline next in deadlines)
        {
            bool said = found.Exists(d =>
                d.For == next.For
                && d.Amount == next.Amount
                && d.Unit == next.Unit
                && (d.Amount is not null || d.Quote == next.Quote)
            );
            if (!said && found.Count < MaxDeadlines)
            {
                found.Add(next);
            }
        }
    }

    /// <summary>
    /// The periods and dates that say how old a paper may be or what a metric looks at. Where nothing is asked they
    /// silence the whole sentence; in a request each such word silences what stands nearest to it, so that "send by
    /// June 18 a bill not older than 90 days" keeps its date.
    /// </summary>
    private IReadOnlyList<Span> Silenced(Sentence sentence)
    {
        if (!sentence.Has(CueField.NotDeadline))
        {
            return [];
        }

        List<Span> all = [.. due.DatesIn(sentence).Select(date => new Span(date.First, date.Last))];
        foreach (CueHit unit in DeedFinder.Widest(sentence.Part.Hits(sentence), CueField.Unit))
        {
            if (NumberBefore(sentence.Part, sentence, unit) is { } number)
            {
                all.Add(new Span(number.First, unit.Last));
            }
        }

        List<Span> silenced = [];
        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            if (hit.Field == CueField.NotDeadline && all.Count > 0)
            {
                silenced.Add(all.MinBy(span => span.DistanceTo(hit.First, hit.Last)));
            }
        }

        return silenced;
    }

    private IEnumerable<Deadline> Periods(Sentence sentence, Reading reading, IReadOnlyList<Span> silent)
    {
        NoticeText part = sentence.Part;
        foreach (CueHit unit in DeedFinder.Widest(part.Hits(sentence), CueField.Unit))
        {
            if (
                NumberBefore(part, sentence, unit) is not { } number
                || silent.Contains(new Span(number.First, unit.Last))
            )
            {
                continue;
            }

            (int first, int last)? whole = Framed(part, sentence, number.First, unit.Last);
            if (whole is { } frame)
            {
                Evidence evidence = part.Evidence(frame.first, frame.last);
                yield return new Deadline(
                    DeadlinePurpose.Of(sentence, frame.first, frame.last),
                    evidence,
                    evidence.Quote,
                    number.Value,
                    unit.Code,
                    due.After(due.Sent(reading.Message), number.Value, unit.Code)
                );
            }
        }
    }

    /// <summary>The number of a period; one that is said twice, "seven (7) days", is one.</summary>
    private static (int First, int Value)? NumberBefore(NoticeText part, Sentence sentence, CueHit unit) =>
        NumberUpTo(part, sentence, unit.First) is not { } number ? null
        : NumberUpTo(part, sentence, number.First) is { } said && said.Value == number.Value ? said
        : number;

    private static (int First, int Value)? NumberUpTo(NoticeText part, Sentence sentence, int end)
    {
        int at = end - 1;
        if (at < sentence.First)
        {
            return null;
        }

        if (part.Tokens[at].Is(TokenMarks.Number))
        {
            // "1.5 days" or "9,422 days": a number with a point before it is none we read.
            Span<char> digits = stackalloc char[Letters.MaxWord * 2];
            int length = Letters.Fold(part.Slice(part.Tokens[at]), digits);
            return
                int.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out int value)
                && value is > 0 and < 1000
                ? (at, value)
                : null;
        }

        foreach (CueHit word in part.Hits(sentence))
        {
            if (word.Field == CueField.Number && word.Last == end)
            {
                return (word.First, int.Parse(word.Code, CultureInfo.InvariantCulture));
            }
        }

        return null;
    }

    /// <summary>The period with the words that make it a limit, or null.</summary>
    private static (int First, int Last)? Framed(NoticeText part, Sentence sentence, int first, int last)
    {
        CueHit? before = null;
        CueHit? after = null;
        foreach (CueHit hit in part.Hits(sentence))
        {
            if (hit.Field != CueField.Period)
            {
                continue;
            }

            if (hit.Code == CueLine.Before && hit.Last == first && (before is null || hit.First < before.First))
            {
                before = hit;
            }
            else if (hit.Code == CueLine.After && hit.First == last && (after is null || hit.Last > after.Last))
            {
                after = hit;
            }
        }

        if (before is null && after is null)
        {
            return null;
        }

        // The words before make the limit; those after belong to it only in scripts that put words on both sides, and as
        // a single word behind it in languages that say "7 days within".
        bool follows =
            after is not null && (part.Tokens[after.First].Is(TokenMarks.Cjk) || (before is null && after.Length == 1));
        return (before?.First ?? first, follows ? after!.Last : last);
    }

    private IEnumerable<Deadline> Dates(Sentence sentence, Reading reading, IReadOnlyList<Span> silent)
    {
        foreach (StatedDate date in due.DatesIn(sentence))
        {
            List<CueHit> marks = silent.Contains(new Span(date.First, date.Last)) ? [] : Marks(sentence, date);
            if (marks.Count > 0 && !IsTold(sentence, marks.Min(h => h.First)))
            {
                Evidence evidence = sentence.Part.Evidence(
                    Math.Min(marks.Min(h => h.First), date.First),
                    Math.Max(marks.Max(h => h.Last), date.Last)
                );
                DateTimeOffset? end = due.EndOf(date, due.Sent(reading.Message));
                string purpose = DeadlinePurpose.Of(sentence, date.First, date.Last);
                yield return new Deadline(purpose, evidence, evidence.Quote, null, null, end);
            }
        }
    }

    /// <summary>The words beside a date that make it a limit.</summary>
    private static List<CueHit> Marks(Sentence sentence, StatedDate date)
    {
        List<CueHit> marks = [];
        bool before = false;
        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            if (
                hit.Field == CueField.DueBefore
                && (
                    hit.Last == date.First || hit.First == date.Last || ClockTimes.Fills(sentence, hit.Last, date.First)
                )
            )
            {
                marks.Add(hit);
                before |= hit.First < date.First;
            }
        }

        // "在…之前" and "…までに": words on both sides, and the longest of each, belong to the quote; elsewhere what
        // stands behind the date does only where nothing stands before it.
        if (before)
        {
            marks.RemoveAll(h => h.First >= date.First && !sentence.Part.Tokens[h.First].Is(TokenMarks.Cjk));
        }

        return marks;
    }

    /// <summary>"Removed on: 04/22/2024" tells when something was done; it sets no limit.</summary>
    private static bool IsTold(Sentence sentence, int mark)
    {
        bool ahead =
            sentence.Has(CueField.Future)
            || sentence.Has(CueField.Possibility)
            || sentence.Has(CueField.Condition)
            || sentence.Has(CueField.Request);
        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            if (!ahead && hit.Field == CueField.Action && hit.Last == mark && hit.Code == Deed.Removed)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tokens from First to before Last.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Span(int First, int Last)
    {
        public int DistanceTo(int first, int last) => Math.Max(0, Math.Max(first - Last, First - last));
    }
}

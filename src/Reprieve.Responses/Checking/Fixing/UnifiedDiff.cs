using System.Globalization;
using System.Text;

namespace Reprieve.Responses.Checking;

/// <summary>Shows edits as <c>diff -u</c> does, with three lines around each change.</summary>
public static class UnifiedDiff
{
    private const int Around = 3;

    /// <summary>The diff; empty when there are no edits.</summary>
    /// <param name="edits">In order and without overlap, as a report gives them.</param>
    public static string Of(string oldName, string newName, string text, IReadOnlyList<SafeEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> starts = LineStarts(text);
        var diff = new StringBuilder();
        int shift = 0;
        foreach (List<Change> hunk in Hunks(Changes(text, edits, starts), starts.Count))
        {
            if (diff.Length == 0)
            {
                diff.Append(CultureInfo.InvariantCulture, $"--- {oldName}\n+++ {newName}\n");
            }

            shift += Write(diff, hunk, text, starts, shift);
        }

        return diff.ToString();
    }

    /// <summary>Runs of lines that change, each with its new lines; edits of one line are one change.</summary>
    private static List<Change> Changes(string text, IReadOnlyList<SafeEdit> edits, List<int> starts)
    {
        List<Change> changes = [];
        for (int i = 0; i < edits.Count; )
        {
            int first = LineOf(starts, edits[i].Start);
            int last = LastLine(edits[i]);
            int next = i + 1;
            while (next < edits.Count && LineOf(starts, edits[next].Start) <= last)
            {
                last = Math.Max(last, LastLine(edits[next]));
                next++;
            }

            int from = starts[first];
            int to = last + 1 < starts.Count ? starts[last + 1] : text.Length;
            string fresh = SafeEdit.Apply(
                text[from..to],
                edits.Skip(i).Take(next - i).Select(edit => edit with { Start = edit.Start - from })
            );
            changes.Add(new Change(first, last, fresh.Length == 0 ? [] : fresh.TrimEnd('\n').Split('\n')));
            i = next;
        }

        return changes;

        // An edit that deletes the line break reaches the end of its own line, not into the next.
        int LastLine(SafeEdit edit) => LineOf(starts, Math.Max(edit.Start, edit.Start + edit.Length - 1));
    }

    private static List<List<Change>> Hunks(List<Change> changes, int lines)
    {
        List<List<Change>> hunks = [];
        foreach (Change change in changes.Where(change => change.First < lines))
        {
            if (hunks.Count > 0 && change.First - hunks[^1][^1].Last <= 2 * Around)
            {
                hunks[^1].Add(change);
            }
            else
            {
                hunks.Add([change]);
            }
        }

        return hunks;
    }

    /// <summary>Writes a hunk; gives how many lines it adds.</summary>
    private static int Write(StringBuilder diff, List<Change> hunk, string text, List<int> starts, int shift)
    {
        int count = text.EndsWith('\n') ? starts.Count - 1 : starts.Count;
        int first = Math.Max(0, hunk[0].First - Around);
        int last = Math.Min(count - 1, hunk[^1].Last + Around);
        int added = hunk.Sum(change => change.Fresh.Length - (change.Last - change.First + 1));
        int old = last - first + 1;
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{first + 1},{old} +{first + 1 + shift},{old + added} @@\n");
        int line = first;
        foreach (Change change in hunk)
        {
            Lines(' ', line, change.First);
            Lines('-', change.First, change.Last + 1);
            foreach (string fresh in change.Fresh)
            {
                diff.Append('+').Append(fresh).Append('\n');
            }

            line = change.Last + 1;
        }

        Lines(' ', line, last + 1);
        return added;

        void Lines(char sign, int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                int end = i + 1 < starts.Count ? starts[i + 1] - 1 : text.Length;
                diff.Append(sign).Append(text, starts[i], end - starts[i]).Append('\n');
            }
        }
    }

    private static List<int> LineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }

    private static int LineOf(List<int> starts, int at)
    {
        int found = starts.BinarySearch(at);
        return found >= 0 ? found : ~found - 1;
    }

    private sealed record Change(int First, int Last, string[] Fresh);
}

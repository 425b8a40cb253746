using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Export;

/// <summary>
/// Takes in a text that a person edited since we wrote it: their words stay as they are, as "own" sentences that
/// rest on no fact; sentences they left as they were keep theirs.
/// </summary>
public static class EditedPlan
{
    /// <summary>The id of a person's own words in the ledger.</summary>
    public const string Own = "own";

    /// <summary>
    /// Whether a person had a hand in a text: it differs from the one the ledger was written with (line endings and
    /// the last line feed apart), or words of their own were taken in before.
    /// </summary>
    public static bool IsEdited(Ledger previous, string existingText) =>
        Ledger.HashOf(Normal(existingText)) != previous.TextSha256
        || previous.Sentences.Any(sentence => sentence.Id == Own);

    /// <summary>
    /// The answer with the person's text in place of ours. A text that nobody edited gives <paramref name="response"/>
    /// back, so that new facts may change it; an edited one is kept to the letter, whatever the facts are now.
    /// </summary>
    /// <param name="previous">The ledger of the text that was written last; null when there is none: then all of it is the person's own.</param>
    /// <param name="existingText">What stands in plan.txt or was read from plan.docx.</param>
    public static WrittenResponse TakeIn(Ledger? previous, string existingText, WrittenResponse response)
    {
        string text = Normal(existingText);
        if (previous is not null && !IsEdited(previous, text))
        {
            return response;
        }

        IReadOnlyList<LedgerSentence> known = previous?.Sentences ?? [];
        List<LedgerSentence> sentences = Sentences(text, known);
        HashSet<string> cited = [.. sentences.SelectMany(sentence => sentence.Facts)];
        return response with
        {
            Text = text,
            Sentences = sentences,
            Mirror = null,
            Facts = [.. (previous?.Facts ?? []).Where(fact => cited.Contains(fact.Id))],
        };
    }

    /// <summary>Known sentences found in order keep their facts; whatever lies between, beyond numbers of items, is own.</summary>
    private static List<LedgerSentence> Sentences(string text, IReadOnlyList<LedgerSentence> known)
    {
        List<LedgerSentence> sentences = [];
        string? cause = null;
        PlanSection? section = null;
        int at = 0;
        int from = 0;
        while (true)
        {
            (LedgerSentence Sentence, int Start)? next = Next(text, at, known, ref from);
            AddOwn(sentences, text, at, next?.Start ?? text.Length, cause, section);
            if (next is not { } found)
            {
                return sentences;
            }

            sentences.Add(found.Sentence with { Start = found.Start });
            (cause, section) = (found.Sentence.Cause, found.Sentence.Section);
            at = found.Start + found.Sentence.Length;
        }
    }

    /// <summary>The next known sentence that is still there, at or after an offset.</summary>
    private static (LedgerSentence, int)? Next(string text, int at, IReadOnlyList<LedgerSentence> known, ref int from)
    {
        for (int i = from; i < known.Count; i++)
        {
            int start = known[i].Text.Length == 0 ? -1 : text.IndexOf(known[i].Text, at, StringComparison.Ordinal);
            if (start >= 0)
            {
                from = i + 1;
                return (known[i], start);
            }
        }

        from = known.Count;
        return null;
    }

    private static void AddOwn(
        List<LedgerSentence> sentences,
        string text,
        int start,
        int end,
        string? cause,
        PlanSection? section
    )
    {
        while (start < end)
        {
            int lineEnd = text.IndexOf('\n', start, end - start);
            int stop = lineEnd < 0 ? end : lineEnd;
            string line = text[start..stop];
            string own = line.Trim().TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimStart('.', ' ');
            if (own.Any(char.IsLetterOrDigit))
            {
                int offset = text.IndexOf(own, start, StringComparison.Ordinal);
                sentences.Add(new LedgerSentence(Own, own, [], cause, section, offset, own.Length));
            }

            start = stop + 1;
        }
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimStart('\uFEFF').TrimEnd() + "\n";
}

using System.Globalization;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>Finds where a text cites a paper: by its file name, or as "Attachment 2".</summary>
/// <param name="wordings">Words before a number that cite ("attachment", "annex", "附件").</param>
internal sealed class Citations(PlanText plan, Phrases wordings)
{
    /// <summary>Whether a passage cites any paper.</summary>
    public bool Any(TokenRange range) => FileNames(range).Any() || wordings.In(plan.Tokens, range);

    /// <summary>Whether a passage cites this paper.</summary>
    public bool Cites(AttachedFile file, TokenRange range)
    {
        List<Token> name = Tokens.Of(file.Name);
        if (name.Count == 0)
        {
            return false;
        }

        int stem = Math.Max(1, name.Count - 1);
        for (int at = range.First; at + stem <= range.End; at++)
        {
            int same = 0;
            while (same < stem && plan.Tokens[at + same].Key == name[same].Key)
            {
                same++;
            }

            if (same == stem)
            {
                return true;
            }
        }

        return NumberOf(name) is { } number && Numbers(range).Contains(number);
    }

    /// <summary>Numbers that stand behind a citing word: "Attachments 1 and 2" gives both.</summary>
    public IEnumerable<int> Numbers(TokenRange range)
    {
        foreach (PhraseHit hit in wordings.Find(plan.Tokens, range))
        {
            for (int at = hit.Last + 1; at < Math.Min(range.End, hit.Last + 8); at++)
            {
                if (AsNumber(plan.Tokens[at]) is { } number)
                {
                    yield return number;
                }
                else if (at > hit.Last + 1 && AsNumber(plan.Tokens[at - 1]) is null)
                {
                    break;
                }
            }
        }
    }

    /// <summary>Places of file names, by their first token and the token of their ending.</summary>
    public IEnumerable<PhraseHit> FileNames(TokenRange range)
    {
        for (int at = range.First + 1; at < range.End; at++)
        {
            if (!SentenceFacts.IsFileEnding(plan, at))
            {
                continue;
            }

            int first = at - 1;
            while (
                first > range.First
                && plan.Tokens[first].Start == plan.Tokens[first - 1].End + 1
                && plan.Text[plan.Tokens[first].Start - 1] is '-' or '_' or '.'
            )
            {
                first--;
            }

            yield return new PhraseHit(first, at);
        }
    }

    /// <summary>2 of "Attachment-2-invoice.pdf".</summary>
    private static int? NumberOf(List<Token> name) => name.Count > 1 ? AsNumber(name[1]) : null;

    private static int? AsNumber(Token token) =>
        token.Length <= 2 && int.TryParse(token.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}

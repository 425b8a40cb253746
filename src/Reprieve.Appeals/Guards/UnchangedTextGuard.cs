using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Responses;

namespace Reprieve.Appeals.Guards;

/// <summary>
/// PRC-02: after Amazon's answer the same answer again is refused: after a denial, a wish for more, or the same notice.
/// Where the ledger of the last round is known, facts and papers decide, since new words alone are none; without one, at
/// least 15 % of the words must be other ones.
/// </summary>
internal sealed class UnchangedTextGuard : ISendGuard
{
    public const string Rule = "PRC-02";

    // Practice, not Amazon's word: process rule PRC-02.
    private const double SmallestChange = 0.15;

    public IEnumerable<GuardResult> Look(SendContext context)
    {
        if (
            context.Written is not { } written
            || context.Last is not { Answer: { Decision: not Decision.Reinstated } answer } last
            || SaysSomethingNew(written, context.Papers, last)
        )
        {
            return [];
        }

        string key = answer.Decision is Decision.Denied or Decision.DeniedFinal
            ? "Guard_Unchanged"
            : "Guard_UnchangedAsked";
        return [new GuardResult(Rule, GuardEffect.Refuse, Say.Texts.Get(key), MayOverride: true)];
    }

    /// <summary>The share of words that one text has and the other has not, of all words of both, counted with repeats.</summary>
    internal static double Changed(string before, string now)
    {
        Dictionary<string, int> counts = [];
        int words = 0;
        foreach (string word in Words(before))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            words++;
        }

        foreach (string word in Words(now))
        {
            counts[word] = counts.GetValueOrDefault(word) - 1;
            words++;
        }

        return words == 0 ? 0 : (double)counts.Values.Sum(Math.Abs) / words;
    }

    private static bool SaysSomethingNew(WrittenResponse written, IReadOnlyList<string> papers, SentRound last) =>
        Newness.Since(last.Facts is null ? [] : written.Facts, papers, last).Any
        || (last.Facts is null && Changed(last.Text, written.Text) >= SmallestChange);

    /// <summary>Words; in scripts without spaces each character is one.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (Rune rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            bool alone = Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter;
            if (!Rune.IsLetterOrDigit(rune) || alone)
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }

            if (alone)
            {
                yield return rune.ToString();
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}

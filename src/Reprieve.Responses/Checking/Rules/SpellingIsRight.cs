using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>LNG-02: frequent misspellings and doubled little words. Information only; names and quotes are left alone.</summary>
internal sealed class SpellingIsRight(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        Misspellings
            .In(answer.Plan, entry)
            .Select(m => entry.Find(answer, Severity.Info, m.Start, m.Length, "spelling", m.Right));
}

/// <summary>A passage that is misspelt, and how it is written.</summary>
internal readonly record struct Misspelling(int Start, int Length, string Right);

/// <summary>Finds what LNG-02 lists: <c>wrong&gt;right</c>, and words that nobody writes twice in a row.</summary>
internal static class Misspellings
{
    public static IEnumerable<Misspelling> In(PlanText plan, RuleEntry entry)
    {
        string language = plan.Vocabulary?.Language ?? plan.Language;
        List<(string[] Wrong, string Right)> pairs =
        [
            .. entry
                .Raw("misspelt", language)
                .Select(pair => pair.Split('>', 2))
                .Select(pair => (Tokens.Of(pair[0]).Select(token => token.Key).ToArray(), pair[1])),
        ];
        ILookup<string, (string[] Wrong, string Right)> byFirst = pairs.ToLookup(pair => pair.Wrong[0]);
        HashSet<string> single = [.. entry.Raw("neverTwice", language)];
        for (int at = 0; at < plan.Tokens.Count; at++)
        {
            Token token = plan.Tokens[at];
            if (token.Quoted)
            {
                continue;
            }

            foreach ((string[] wrong, string right) in byFirst[token.Key].Where(pair => Stands(plan, pair.Wrong, at)))
            {
                int length = plan.Tokens[at + wrong.Length - 1].End - token.Start;
                yield return new Misspelling(token.Start, length, token.Capital ? Capital(right) : right);
            }

            if (at > 0 && single.Contains(token.Key) && Repeats(plan, at))
            {
                int start = plan.Tokens[at - 1].Start;
                yield return new Misspelling(start, token.End - start, plan.Text[start..plan.Tokens[at - 1].End]);
            }
        }
    }

    private static bool Stands(PlanText plan, string[] words, int at)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (at + i >= plan.Tokens.Count || plan.Tokens[at + i].Key != words[i])
            {
                return false;
            }
        }

        // Part of an address, a file or a link is no word.
        char before = plan.Tokens[at].Start > 0 ? plan.Text[plan.Tokens[at].Start - 1] : ' ';
        int end = plan.Tokens[at + words.Length - 1].End;
        char after = end < plan.Text.Length ? plan.Text[end] : ' ';
        return before is not ('@' or '/' or '-' or '_' or '.') && after is not ('@' or '/' or '_' or '-');
    }

    private static bool Repeats(PlanText plan, int at)
    {
        Token before = plan.Tokens[at - 1];
        Token token = plan.Tokens[at];
        return before.Key == token.Key
            && plan.Text.AsSpan(before.End, token.Start - before.End).IndexOfAnyExcept(' ', '\n') < 0;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

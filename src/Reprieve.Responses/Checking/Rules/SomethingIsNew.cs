using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// PRC-02: after a denial or a request for more, the text brings a new fact, figure, day or document. A change of words
/// is none. Silent where no earlier text or no answer of Amazon's is known.
/// </summary>
internal sealed class SomethingIsNew(RuleEntry entry) : ICheck
{
    private const int Group = 5;

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        bool answered = answer.Notice?.Decision is Decision.Denied or Decision.DeniedFinal or Decision.MoreInformation;
        if (!answered || answer.Request.Case?.EarlierTexts is not { Count: > 0 } earlier)
        {
            yield break;
        }

        HashSet<string> knownFacts = new(StringComparer.Ordinal);
        HashSet<int> knownGroups = [];
        foreach (string text in earlier)
        {
            List<Token> tokens = Tokens.Of(text);
            knownFacts.UnionWith(Facts(text, tokens));
            knownFacts.UnionWith(tokens.Select(token => token.Key));
            knownGroups.UnionWith(Groups(tokens));
        }

        IReadOnlyList<Token> now = answer.Plan.Tokens;
        if (Facts(answer.Text, now).All(knownFacts.Contains))
        {
            yield return entry.Find(answer, Severity.Block, "nothing_new");
            yield break;
        }

        List<int> groups = [.. Groups(now)];
        int changed = groups.Count(group => !knownGroups.Contains(group));
        if (groups.Count > 0 && changed < entry.Limit("changedShare") * groups.Count)
        {
            yield return entry.Find(
                answer,
                Severity.Warn,
                "hardly_new",
                (int)Math.Round(100.0 * changed / groups.Count)
            );
        }
    }

    /// <summary>Figures, codes and names inside sentences: what a change of words does not bring.</summary>
    private static IEnumerable<string> Facts(string text, IReadOnlyList<Token> tokens)
    {
        foreach (double rate in Percents.In(text, tokens, new TokenRange(0, tokens.Count)))
        {
            yield return rate.ToString("0.####", CultureInfo.InvariantCulture);
        }

        for (int i = 1; i < tokens.Count; i++)
        {
            bool code = tokens[i].Key.Any(char.IsAsciiDigit);
            bool file = tokens[i].Key is "pdf" or "csv" or "xlsx" or "png" or "jpg" or "jpeg";
            bool name = tokens[i].Capital && tokens[i].Length > 2 && tokens[i].Start == tokens[i - 1].End + 1;
            if ((code && tokens[i].Length > 1) || name)
            {
                yield return tokens[i].Key;
            }
            else if (file)
            {
                yield return tokens[i - 1].Key + "." + tokens[i].Key;
            }
        }
    }

    private static IEnumerable<int> Groups(IReadOnlyList<Token> tokens)
    {
        for (int i = 0; i + Group <= tokens.Count; i++)
        {
            var hash = new HashCode();
            for (int j = i; j < i + Group; j++)
            {
                hash.Add(tokens[j].Key, StringComparer.Ordinal);
            }

            yield return hash.ToHashCode();
        }
    }
}

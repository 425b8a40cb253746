using System.Text.RegularExpressions;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// REF-02: no phone number, e-mail address or street of a buyer. One's own data, an employee's and a supplier's are fine,
/// so it speaks only where the sentence is about a buyer or an order and about none of these.
/// </summary>
internal sealed partial class BuyersStayPrivate(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null)
        {
            yield break;
        }

        foreach (Sentence sentence in plan.Sentences)
        {
            if (
                !entry.Words("buyers", plan).In(plan.Tokens, sentence.Tokens)
                || entry.Words("others", plan).In(plan.Tokens, sentence.Tokens)
            )
            {
                continue;
            }

            (int start, int length, string key) =
                First(Mail(), answer, sentence, "email")
                ?? Phone(answer, sentence)
                ?? Street(answer, sentence)
                ?? default;
            if (length > 0)
            {
                yield return entry.Find(answer, Severity.Block, start, length, key);
            }
        }
    }

    private static (int Start, int Length, string Key)? First(
        Regex pattern,
        AnswerUnderCheck answer,
        Sentence sentence,
        string key
    )
    {
        Match match = pattern.Match(answer.Text, sentence.Start, sentence.Length);
        return match.Success ? (match.Index, match.Length, key) : null;
    }

    /// <summary>A telephone number: with a leading plus or nought, or behind a word for telephone; an order id is none.</summary>
    private (int Start, int Length, string Key)? Phone(AnswerUnderCheck answer, Sentence sentence)
    {
        bool named = entry.Words("phone", answer.Plan).In(answer.Plan.Tokens, sentence.Tokens);
        foreach (Match match in Digits().Matches(answer.Text.Substring(sentence.Start, sentence.Length)))
        {
            int digits = match.ValueSpan.ToString().Count(char.IsAsciiDigit);
            bool looks = match.ValueSpan[0] == '+' || (named && digits >= 6);
            if (looks && digits is >= 6 and <= 15 && !OrderId().IsMatch(match.ValueSpan))
            {
                return (sentence.Start + match.Index, match.Length, "phone");
            }
        }

        return null;
    }

    private (int Start, int Length, string Key)? Street(AnswerUnderCheck answer, Sentence sentence)
    {
        PlanText plan = answer.Plan;
        foreach (PhraseHit hit in entry.Words("street", plan).Find(plan.Tokens, sentence.Tokens))
        {
            // "12 Elm Street", "12 rue des Lilas"; "Gartenstraße 12", "长江路18号".
            bool behind = plan.Language is "de" || plan.Language.StartsWith("zh", StringComparison.Ordinal);
            int first = behind ? hit.Last + 1 : Math.Max(sentence.Tokens.First, hit.First - 3);
            int last = behind ? Math.Min(sentence.Tokens.End - 1, hit.Last + 2) : hit.First - 1;
            for (int i = first; i <= last; i++)
            {
                bool house = plan.Tokens[i] is { Number: true, Length: <= 4 };
                if (house && (plan.Tokens[hit.First].Capital || plan.Spaceless || plan.Language == "fr"))
                {
                    int from = Math.Min(i, hit.First);
                    int to = Math.Max(i, hit.Last);
                    int start = plan.Tokens[from].Start;
                    return (start, plan.Tokens[to].End - start, "street");
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\+?\(?\d[\d ()/.\-]{4,22}\d", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d{3}-\d{7}-\d{7}|^\d{4}[-./]\d{1,2}[-./]\d{1,2}", RegexOptions.NonBacktracking)]
    private static partial Regex OrderId();
}

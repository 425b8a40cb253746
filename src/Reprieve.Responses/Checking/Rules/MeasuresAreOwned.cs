using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// PV-01: the measures say who acts, how often, at which figure, and where it is recorded. Judged over the whole part:
/// warns when nobody or no rhythm is named anywhere; the rest are remarks.
/// </summary>
internal sealed class MeasuresAreOwned(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        List<Block> part = [.. plan.Content(PlanSection.Prevention)];
        if (plan.Vocabulary is null || part.Count == 0 || entry.Words("often", plan).Empty)
        {
            yield break;
        }

        bool who = Has("who") || part.Exists(block => NamesSomebody(plan, block));
        bool often = Has("often");
        if (!who || !often)
        {
            string key =
                !who && !often ? "no_who_no_rhythm"
                : who ? "no_rhythm"
                : "no_who";
            yield return entry.Find(answer, Severity.Warn, part[0].Start, part[0].Length, key);
        }
        else if (!Has("limit"))
        {
            yield return entry.Find(answer, Severity.Info, part[0].Start, part[0].Length, "no_limit");
        }
        else if (!Has("record"))
        {
            yield return entry.Find(answer, Severity.Info, part[0].Start, part[0].Length, "no_record");
        }

        bool Has(string list) => part.Exists(block => entry.Words(list, plan).In(plan.Tokens, block.Tokens));
    }

    private static bool FollowsCapital(PlanText plan, Sentence sentence, int at) =>
        at > sentence.Tokens.First
        && plan.Tokens[at - 1].Capital
        && !plan.Vocabulary!.CommonWords.Contains(plan.Tokens[at - 1].Key)
        && plan.Tokens[at].Start == plan.Tokens[at - 1].End + 1
        && plan.Text[plan.Tokens[at - 1].End] == ' ';

    /// <summary>"Maria counts …": a verb of one person right behind the first word.</summary>
    private static bool ActsAlone(PlanText plan, Sentence sentence) =>
        plan.Language == "en"
        && sentence.Tokens.Count > 2
        && plan.Tokens[sentence.Tokens.First + 1] is { Capital: false, Length: > 3 } verb
        && verb.Key.EndsWith('s')
        && plan.Tokens[sentence.Tokens.First + 2].Key is not ("are" or "were" or "have")
        && !plan.Vocabulary!.CommonWords.Contains(plan.Tokens[sentence.Tokens.First].Key);

    /// <summary>A capitalised word within a sentence; in German, where all nouns are written so, two in a row ("Frau Weil").</summary>
    private bool NamesSomebody(PlanText plan, Block block)
    {
        if (plan.Spaceless)
        {
            return false;
        }

        HashSet<string> noNames = [.. entry.Raw("noNames", plan.Language)];
        return block.Sentences.Any(sentence =>
            Enumerable
                .Range(sentence.Tokens.First, sentence.Tokens.Count)
                .Where(i =>
                    plan.Language == "de"
                        ? FollowsCapital(plan, sentence, i)
                        : i > sentence.Tokens.First || ActsAlone(plan, sentence)
                )
                .Select(i => plan.Tokens[i])
                .Any(token =>
                    token is { Capital: true, Upper: false, Length: > 2 }
                    && !token.Key.Any(char.IsAsciiDigit)
                    && !noNames.Contains(token.Key)
                    && !plan.Vocabulary!.Months.ContainsKey(token.Key)
                )
        );
    }
}

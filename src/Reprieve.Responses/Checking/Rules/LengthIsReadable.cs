using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>LEN-01: a plan is as long as a reviewer reads; more cells in the notice's grid allow more.</summary>
internal sealed class LengthIsReadable(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        bool characters = answer.Plan.Spaceless;
        double factor =
            !characters ? 1
            : answer.Plan.Language == "ja" ? entry.Limit("japaneseCharactersPerWord")
            : entry.Limit("charactersPerWord");
        int more = Math.Max(0, answer.Coverage.Count - 3);
        double extra = more * entry.Limit("wordsPerFurtherCell");
        int least = Round(entry.Limit("least") * factor);
        int most = Round((entry.Limit("most") + extra) * factor);
        int tooMuch = Round((entry.Limit("tooMuch") + extra) * factor);
        int words = answer.Plan.Words;
        string unit = characters ? "_characters" : "";
        if (words < least)
        {
            yield return entry.Find(answer, Severity.Warn, "short" + unit, words, least, most);
        }
        else if (words > tooMuch)
        {
            yield return entry.Find(answer, Severity.Warn, "far_too_long" + unit, words, most);
        }
        else if (words > most)
        {
            yield return entry.Find(answer, Severity.Warn, "long" + unit, words, most);
        }
    }

    private static int Round(double value) => (int)Math.Round(value);
}

using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// STR-04: where the notice lists questions of its own, the answer follows them: by their numbers or by their words.
/// The three questions of every plan are STR-01's and are not counted here.
/// </summary>
internal sealed class NoticesQuestionsAreAnswered(RuleEntry entry) : ICheck
{
    private const int Told = 3;

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is not { } vocabulary || answer.Notice?.Text is not { } notice)
        {
            yield break;
        }

        List<Token> tokens = Tokens.Of(notice);
        List<Line> asked = [.. Questions(answer, notice, tokens)];
        int numbered = Lines.Of(plan.Text, plan.Tokens, vocabulary).Count(line => line.Mark == ListMark.Number);
        if (asked.Count < 2 || numbered >= asked.Count)
        {
            yield break;
        }

        List<HashSet<string>> said = [.. plan.Blocks.Select(block => Stems.Of(plan.Tokens, block.Tokens, vocabulary))];
        List<string> open =
        [
            .. asked
                .Where(line => !Answered(Stems.Of(tokens, line.Tokens, vocabulary), said))
                .Select(line => notice.Substring(line.Start, line.Length)),
        ];
        if (open.Count > 0)
        {
            string list = string.Join(" · ", open.Take(Told)) + (open.Count > Told ? " …" : "");
            yield return entry.Find(answer, Severity.Warn, "open", open.Count, asked.Count, list);
        }
    }

    /// <summary>Lines of the notice that ask something, its list items with a question mark or a number.</summary>
    private IEnumerable<Line> Questions(AnswerUnderCheck answer, string notice, List<Token> tokens)
    {
        PlanVocabulary vocabulary = answer.Plan.Vocabulary!;
        foreach (Line line in Lines.Of(notice, tokens, vocabulary).Where(line => line.Marked && line.Tokens.Count >= 4))
        {
            bool asks =
                notice[line.End - 1] is '?' or '？'
                || (line.Mark == ListMark.Number && entry.Words("asks", answer.Plan).In(tokens, line.Tokens));
            bool ofThePlan = answer.Notice!.RequestGrid.Any(cell =>
                cell.Evidence.Start < line.End && cell.Evidence.Start + cell.Evidence.Length > line.Start
            );
            bool part = Enum.GetValues<PlanSection>()
                .Any(section => vocabulary.Heading(section).In(tokens, line.Tokens));
            if (asks && !ofThePlan && !part)
            {
                yield return line;
            }
        }
    }

    private bool Answered(HashSet<string> question, List<HashSet<string>> said) =>
        question.Count == 0
        || said.Exists(block => question.Count(block.Contains) >= entry.Limit("shared") * question.Count);
}

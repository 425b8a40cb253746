using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>STR-05: what comes before the first part is two or three sentences. Information only.</summary>
internal sealed class OpeningIsShort(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        IReadOnlyList<Block> blocks = answer.Plan.Blocks;
        if (!blocks.Any(block => block.Sections.Count > 0))
        {
            yield break;
        }

        List<Sentence> opening =
        [
            .. blocks
                .TakeWhile(block => block.Sections.Count == 0)
                .Where(block =>
                    block.Kind == BlockKind.Paragraph && block.Tokens.Count > 8 && EndsSentence(answer, block)
                )
                .SelectMany(block => block.Sentences),
        ];
        if (opening.Count > entry.Limit("sentences"))
        {
            int start = opening[0].Start;
            yield return entry.Find(answer, Severity.Info, start, opening[^1].End - start, "long", opening.Count);
        }
    }

    /// <summary>A title line has no full stop.</summary>
    private static bool EndsSentence(AnswerUnderCheck answer, Block block) =>
        answer.Text[block.End - 1] is '.' or '!' or '?' or '。' or '！' or '？';
}

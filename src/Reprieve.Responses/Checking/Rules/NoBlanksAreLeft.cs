using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>GEN-03: no placeholder is left: brackets to fill in, XXX, "MISSING", and the blanks that no bracket search finds.</summary>
internal sealed class NoBlanksAreLeft(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        var blanks = new BlankFinder(answer.Plan.Text);
        IReadOnlySet<string> fillers = Set(answer, "fillers");
        IReadOnlySet<string> references = Set(answer, "references");
        IEnumerable<(int Start, int Length)> found = blanks
            .Brackets(fillers, references)
            .Concat(blanks.Runs(answer.Plan.Language.StartsWith("zh", StringComparison.Ordinal)))
            .Concat(blanks.AroundWords(answer.Plan.Tokens, Set(answer, "leading")))
            .Concat(Labels(answer))
            .Concat(Words(answer));
        int after = -1;
        foreach ((int start, int length) in found.OrderBy(place => place.Start))
        {
            if (start >= after)
            {
                after = start + length;
                yield return entry.Find(
                    answer,
                    Severity.Block,
                    start,
                    length,
                    "blank",
                    answer.Text.Substring(start, length)
                );
            }
        }
    }

    /// <summary>Words that are written to be replaced, as they are (MISSING, TBD: capitals count), in any language.</summary>
    private IEnumerable<(int, int)> Words(AnswerUnderCheck answer)
    {
        HashSet<string> capitals = entry.Raw("capitals", "any").ToHashSet(StringComparer.Ordinal);
        foreach (Token token in answer.Plan.Tokens)
        {
            if (token.Upper && capitals.Contains(answer.Text.Substring(token.Start, token.Length)))
            {
                yield return (token.Start, token.Length);
            }
        }

        Phrases phrases = entry.Words("phrases", answer.Plan);
        foreach (PhraseHit hit in phrases.Find(answer.Plan.Tokens, answer.Plan.Whole))
        {
            int start = answer.Plan.Tokens[hit.First].Start;
            yield return (start, answer.Plan.Tokens[hit.Last].End - start);
        }
    }

    /// <summary>A label ("Invoice number:") with nothing behind it and no list below it.</summary>
    private IEnumerable<(int, int)> Labels(AnswerUnderCheck answer)
    {
        Phrases labels = entry.Words("labels", answer.Plan);
        IReadOnlyList<Block> blocks = answer.Plan.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Tokens.Count is 0 or > 6 || answer.Text[block.End - 1] is not (':' or '：'))
            {
                continue;
            }

            bool label = labels.Find(answer.Plan.Tokens, block.Tokens).Any();
            bool nothing =
                i + 1 == blocks.Count
                || (blocks[i + 1].Tokens.Count <= 6 && answer.Text[blocks[i + 1].End - 1] is ':' or '：')
                || LeavesGap(answer, block);
            if (label && nothing)
            {
                yield return (block.Start, block.Length);
            }
        }
    }

    /// <summary>Whether an empty line follows a block.</summary>
    private static bool LeavesGap(AnswerUnderCheck answer, Block block)
    {
        int breaks = 0;
        for (int i = block.End; i < answer.Text.Length && char.IsWhiteSpace(answer.Text[i]); i++)
        {
            breaks += answer.Text[i] == '\n' ? 1 : 0;
        }

        return breaks > 1;
    }

    private HashSet<string> Set(AnswerUnderCheck answer, string list) =>
        entry
            .Raw(list, answer.Plan.Vocabulary?.Language ?? answer.Plan.Language)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}

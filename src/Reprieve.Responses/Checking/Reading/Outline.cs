using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>
/// Says of every block under which part and cause it stands: parts under causes, causes under parts, or parts alone;
/// where headings are missing, by the words with which a part usually begins.
/// </summary>
internal sealed class Outline(string text, IReadOnlyList<Token> tokens, PlanVocabulary? vocabulary)
{
    private readonly Sentences _sentences = new(text, tokens, vocabulary);
    private IReadOnlyList<PlanSection> _sections = [];
    private IReadOnlyList<string> _causes = [];
    private bool _causeOutside;
    private bool _closing;

    public IReadOnlyList<Block> Of(IReadOnlyList<RawBlock> raw)
    {
        List<Block> blocks = new(raw.Count);
        HashSet<PlanSection> seen = [];
        foreach (RawBlock block in raw)
        {
            if (block.Meaning is { } meaning)
            {
                Enter(meaning, seen);
            }

            _closing |= seen.Count > 0 && block.Kind != BlockKind.Item && StartsClosing(block);
            blocks.Add(
                new Block(
                    block.Kind,
                    block.Start,
                    block.End - block.Start,
                    block.Tokens,
                    _sentences.Of(block),
                    _closing ? [] : _sections,
                    _causes,
                    _closing
                )
            );
        }

        return WithoutLoneCause(WithOpenings(blocks, seen));
    }

    private void Enter(HeadingMeaning meaning, HashSet<PlanSection> seen)
    {
        if (meaning.Sections.Count > 0)
        {
            _sections = meaning.Sections;
            seen.UnionWith(meaning.Sections);
            _closing = false;
            if (meaning.Causes.Count > 0)
            {
                _causes = meaning.Causes;
                _causeOutside = meaning.CauseFirst;
            }
            else if (!_causeOutside)
            {
                _causes = [];
            }
        }
        else if (meaning.Causes.Count > 0)
        {
            bool outside = _sections.Count == 0 || _causeOutside;
            _causes = meaning.Causes;
            if (outside)
            {
                _causeOutside = true;
                _sections = [];
            }
        }
    }

    private bool StartsClosing(RawBlock block)
    {
        foreach (PhraseHit hit in vocabulary?.Closings.Find(tokens, block.Tokens) ?? [])
        {
            return hit.First == block.Tokens.First;
        }

        return false;
    }

    /// <summary>Gives blocks a part that no heading opened, from where their words begin it.</summary>
    private List<Block> WithOpenings(List<Block> blocks, HashSet<PlanSection> seen)
    {
        List<PlanSection> missing = [.. Enum.GetValues<PlanSection>().Where(section => !seen.Contains(section))];
        if (missing.Count == 0 || vocabulary is null)
        {
            return blocks;
        }

        IReadOnlyList<PlanSection> current = [];
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind == BlockKind.Heading && block.Sections.Count > 0)
            {
                current = [];
                continue;
            }

            List<PlanSection> opened = [.. missing.Where(section => Opens(section, block, seen.Count == 0))];
            if (block.Sections.Count > 0 && opened.Count > 0)
            {
                opened = [.. block.Sections, .. opened];
            }

            current = opened.Count > 0 && !block.Closing ? opened : current;
            if (current.Count > 0 && !block.Closing)
            {
                blocks[i] = block with { Sections = current };
            }
        }

        return blocks;
    }

    private bool Opens(PlanSection section, Block block, bool prose) =>
        vocabulary!.Opening(section).In(tokens, block.Tokens)
        || (prose && vocabulary.Prose(section).In(tokens, block.Tokens));

    /// <summary>One cause named once as a heading is a title, no order by causes.</summary>
    private static List<Block> WithoutLoneCause(List<Block> blocks)
    {
        int distinct = blocks
            .Where(block => block.Causes.Count > 0)
            .Select(block => string.Join(',', block.Causes))
            .Distinct(StringComparer.Ordinal)
            .Count();
        return distinct >= 2 ? blocks : [.. blocks.Select(block => block with { Causes = [] })];
    }
}

using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>One thing of the actions part: a list item, or a sentence where there is no list.</summary>
/// <param name="Dated">Whether a day stands in it, or in the block or the lead-in that governs it.</param>
internal sealed record ActionItem(
    int Start,
    int Length,
    IReadOnlyList<Sentence> Sentences,
    TokenRange Tokens,
    Tense Tense,
    bool Dated
);

/// <summary>Takes the actions part apart. A part under a joint heading (actions and prevention) is not judged.</summary>
internal static class ActionItems
{
    public static IReadOnlyList<ActionItem> Of(PlanText plan, ItemTense tense, Phrases alsoDates)
    {
        if (plan.Vocabulary is null)
        {
            return [];
        }

        List<Block> part = [.. plan.Blocks.Where(block => block.Sections is [PlanSection.ActionsTaken])];
        List<Block> items = [.. part.Where(block => block.Kind == BlockKind.Item)];
        List<ActionItem> actions = [];
        bool governed = false;
        foreach (Block block in part)
        {
            bool dated = HasDate(plan, block.Tokens, alsoDates);
            if (block.Kind == BlockKind.Heading)
            {
                governed = dated;
            }
            else if (block.Kind == BlockKind.Item)
            {
                Add(actions, plan, tense, block.Start, block.Length, block.Sentences, block.Tokens, dated || governed);
            }
            else if (items.Count > 0)
            {
                // A lead-in ("on 3 March we did this:") dates what follows.
                governed |= dated && plan.Text[block.End - 1] is ':' or '：';
            }
            else
            {
                foreach (Sentence sentence in block.Sentences)
                {
                    bool own = dated || governed;
                    Add(actions, plan, tense, sentence.Start, sentence.Length, [sentence], sentence.Tokens, own);
                }
            }
        }

        return actions;
    }

    private static void Add(
        List<ActionItem> actions,
        PlanText plan,
        ItemTense tense,
        int start,
        int length,
        IReadOnlyList<Sentence> sentences,
        TokenRange tokens,
        bool dated
    )
    {
        if (tokens.Count >= 2)
        {
            actions.Add(new ActionItem(start, length, sentences, tokens, tense.Of(plan, sentences), dated));
        }
    }

    private static bool HasDate(PlanText plan, TokenRange range, Phrases alsoDates) =>
        plan.Dates(range).Any() || alsoDates.In(plan.Tokens, range) || plan.NamesMonth(range);
}

using Reprieve.Appeals.Packing;

namespace Reprieve.Appeals.Guards;

/// <summary>
/// PRC-01: one open appeal per enforcement, and no second channel while it is open. A round that Amazon has answered,
/// also with a wish for more, is no longer open.
/// </summary>
internal sealed class OpenAppealGuard : ISendGuard
{
    public const string Rule = "PRC-01";

    public IEnumerable<GuardResult> Look(SendContext context)
    {
        if (context.Last is not { Answer: null } open)
        {
            return [];
        }

        string sentence = open.Sent is { } sent
            ? Say.Texts.Get("Guard_OpenAppeal", open.Number, Moment.DayAndTime(sent.At))
            : Say.Texts.Get("Guard_OpenAppealUndated", open.Number);
        return [new GuardResult(Rule, GuardEffect.Refuse, sentence, MayOverride: true)];
    }
}

namespace Reprieve.Appeals.Guards;

/// <summary>PRC-03: warns of the last appeal that Amazon says it takes, and where by its words none is left.</summary>
internal sealed class LastAttemptGuard : ISendGuard
{
    public const string Rule = "PRC-03";

    public IEnumerable<GuardResult> Look(SendContext context) =>
        context.Attempts is { Left: <= 1 } attempts
            ?
            [
                new GuardResult(
                    Rule,
                    GuardEffect.Warn,
                    Say.Texts.Get(
                        attempts.Left == 1 ? "Guard_LastAttempt" : "Guard_NoAttempt",
                        Passage.Quote(attempts.Sentence)
                    ),
                    MayOverride: true
                ),
            ]
            : [];
}

namespace Reprieve.Appeals.Guards;

/// <summary>SND-03: an answer with open questions is not finished.</summary>
internal sealed class OpenQuestionGuard : ISendGuard
{
    public const string Rule = "SND-03";

    public IEnumerable<GuardResult> Look(SendContext context)
    {
        int open = context.Response?.Questions.Count(open => !open.Question.Optional) ?? 0;
        return open == 0
            ? []
            : [new GuardResult(Rule, GuardEffect.Refuse, Say.Texts.Get("Guard_Questions", open), MayOverride: true)];
    }
}

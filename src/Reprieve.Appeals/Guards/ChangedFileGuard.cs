namespace Reprieve.Appeals.Guards;

/// <summary>SND-04: what goes out must be what was checked.</summary>
internal sealed class ChangedFileGuard : ISendGuard
{
    public const string Rule = "SND-04";

    public IEnumerable<GuardResult> Look(SendContext context) =>
        context.ChangedFiles.Select(file => new GuardResult(
            Rule,
            GuardEffect.Refuse,
            Say.Texts.Get("Guard_Changed", Passage.Quote(file)),
            MayOverride: true
        ));
}

using Reprieve.Knowledge;

namespace Reprieve.Appeals.Guards;

/// <summary>A paper that Amazon would reject does not go out; the finding's own rule is what an override names.</summary>
internal sealed class PaperFindingGuard : ISendGuard
{
    public IEnumerable<GuardResult> Look(SendContext context) =>
        context
            .PaperFindings.Where(finding => finding.Severity == Severity.Block)
            .GroupBy(finding => finding.Rule)
            .Select(same => new GuardResult(
                same.Key,
                GuardEffect.Refuse,
                Say.Texts.Get("Guard_Finding", same.Key, same.First().Message),
                MayOverride: true
            ));
}

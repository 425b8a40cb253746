using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;

namespace Reprieve.Appeals.Guards;

/// <summary>
/// SND-06: an answer does not go out without a paper that the notice asks for. What only the "in error?" section offers is
/// asked of those who dispute.
/// </summary>
internal sealed class MissingPaperGuard : ISendGuard
{
    public const string Rule = "SND-06";

    public IEnumerable<GuardResult> Look(SendContext context) =>
        from paper in context.Response?.Papers ?? []
        let ask = context.Notice.Asks.FirstOrDefault(ask =>
            ask.What == paper.What && (!ask.OnlyIfInError || context.Response!.Mode == ResponseMode.Dispute)
        )
        where ask is not null
        select new GuardResult(
            Rule,
            GuardEffect.Refuse,
            Say.Texts.Get(
                "Guard_Paper",
                PaperKinds.Name(paper.What),
                Passage.Quote(NoticeSentence.Around(context.Notice, ask.Evidence)),
                paper.From
            ),
            MayOverride: true
        );
}

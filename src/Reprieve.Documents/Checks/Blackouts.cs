using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-09: prices may be hidden, anything else hidden is objected to.</summary>
internal sealed class Blackouts(KnowledgeBase knowledge)
{
    // Points that a bar over a price may begin left of the heading of its column.
    private const double Beside = 30;

    private readonly RuleWords _words = new(knowledge, "DOC-09");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        List<PageMark> bars = [.. paper.Text?.Marks.Where(mark => mark.Kind == MarkKind.Blackout) ?? []];
        if (bars.Count == 0)
        {
            yield break;
        }

        List<PageMark> others = [.. bars.Where(bar => !paper.IsSupplyPaper || !HidesPrice(bar, paper))];
        yield return others.Count == 0
            ? _words.Finding("prices")
            : _words.Warning("other", others.Count) with
            {
                Page = others[0].Page,
            };
        if (bars.Find(bar => bar.Covered.Length > 0) is { } legible)
        {
            yield return _words.Warning("legible") with
            {
                Page = legible.Page,
            };
        }
    }

    private static bool HidesPrice(PageMark bar, PaperCase paper) =>
        paper.Fields?.PricesFrom is { } from && bar.Left >= from - Beside;
}

using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-10: highlight what matters on papers of supply; leave papers of identity as they are.</summary>
internal sealed class Highlights(KnowledgeBase knowledge)
{
    private readonly RuleWords _words = new(knowledge, "DOC-10");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Text is not { Recognised: false } text)
        {
            yield break;
        }

        bool identity =
            paper.Kind
            is DocumentKind.UtilityBill
                or DocumentKind.IdDocument
                or DocumentKind.BusinessLicence
                or DocumentKind.BankStatement;
        PageMark? mark = text.Marks.FirstOrDefault(one =>
            one.Kind is MarkKind.Highlight or MarkKind.Note or MarkKind.Watermark
        );
        if (identity && mark is not null)
        {
            yield return _words.Finding("marked") with
            {
                Page = mark.Page,
            };
        }
        else if (
            paper is { Kind: DocumentKind.Invoice, Context.Asins.Count: > 0 }
            && paper.Fields!.Lines.Count > 1
            && !text.Marks.Any(one => one.Kind == MarkKind.Highlight)
        )
        {
            yield return _words.Finding("plain", string.Join(", ", paper.Context.Asins.Take(5))) with
            {
                Severity = Severity.Info,
            };
        }
    }
}

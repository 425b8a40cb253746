using Reprieve.Documents.Fields.Parties;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-16: a letter of authorisation names the account's company, is dated, and says who gives it.</summary>
internal sealed class Authorisation(KnowledgeBase knowledge, CompanyNames names)
{
    private readonly RuleWords _words = new(knowledge, "DOC-16");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Kind != DocumentKind.LetterOfAuthorisation)
        {
            yield break;
        }

        IReadOnlyList<string> ours = paper.Context.LegalNames;
        if (ours.Count > 0 && !ours.Any(name => Names(paper.Text!, name)))
        {
            yield return _words.Finding("otherName", string.Join(" / ", ours));
        }

        if (paper.Fields!.Date is null)
        {
            yield return _words.Finding("undated");
        }

        if (paper.Fields.Supplier?.Phone is null && paper.Fields.Supplier?.Email is null)
        {
            yield return _words.Finding("noContact");
        }
    }

    /// <summary>Whether the letter names a company, however its legal form and punctuation are written; names run over lines.</summary>
    private bool Names(PaperText text, string name)
    {
        string core = names.Core(name);
        return core.Length > 0
            && names
                .Run(string.Join(' ', text.Lines.Select(line => line.Text)))
                .Contains(core, StringComparison.Ordinal);
    }
}

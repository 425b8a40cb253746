using Reprieve.Documents.Fields;
using Reprieve.Documents.Fields.Parties;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-15: a business licence bears a code that is right, and the account's name.</summary>
internal sealed class Licence(KnowledgeBase knowledge, CompanyNames names)
{
    private readonly RuleWords _words = new(knowledge, "DOC-15");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Kind != DocumentKind.BusinessLicence)
        {
            yield break;
        }

        IReadOnlyDictionary<string, string> said = paper.Fields!.Particulars;
        if (
            said.TryGetValue(Particulars.RegistrationCode, out string? code)
            && SocialCreditCode.HasForm(code)
            && !SocialCreditCode.IsValid(code)
        )
        {
            yield return _words.Finding("code", code);
        }

        List<string> own = [.. NamesOf(said)];
        if (
            own.Count > 0
            && paper.Context.LegalNames.Count > 0
            && own.TrueForAll(name => names.Compare(name, paper.Context.LegalNames) != Likeness.Same)
        )
        {
            yield return _words.Finding(
                "otherName",
                string.Join(" / ", own),
                string.Join(" / ", paper.Context.LegalNames)
            );
        }
    }

    /// <summary>The company's names on a licence, in one script or two.</summary>
    public static IEnumerable<string> NamesOf(IReadOnlyDictionary<string, string> said) =>
        new[] { Particulars.LegalName, Particulars.OtherName }.Where(said.ContainsKey).Select(key => said[key]);
}

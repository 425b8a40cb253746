using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-17: a test report or certificate says which product, by which standard, by whom and when.</summary>
internal sealed class TestReport(KnowledgeBase knowledge)
{
    private static readonly string[] Wanted = ["product", "standard", "laboratory"];

    private readonly RuleWords _words = new(knowledge, "DOC-17");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Kind != DocumentKind.TestReport)
        {
            yield break;
        }

        List<string> missing = [.. Wanted.Where(field => !paper.Fields!.Particulars.ContainsKey(field))];
        if (paper.Fields!.Date is null)
        {
            missing.Add("date");
        }

        if (missing.Count > 0)
        {
            yield return _words.Finding(
                "missing",
                string.Join(_words.Say("and"), missing.Select(field => _words.Say(field)))
            );
        }
    }
}

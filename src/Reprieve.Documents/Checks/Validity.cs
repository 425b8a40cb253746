using System.Globalization;
using Reprieve.Documents.Fields;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-18: a paper that says until when it holds still held when the notice came.</summary>
internal sealed class Validity(KnowledgeBase knowledge)
{
    private readonly RuleWords _words = new(knowledge, "DOC-18");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (
            paper.Context.NoticeDate is { } notice
            && paper.Fields?.Particulars.GetValueOrDefault(Particulars.ValidUntil) is { } until
            && DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture) < notice
        )
        {
            yield return _words.Finding("expired", until);
        }
    }
}

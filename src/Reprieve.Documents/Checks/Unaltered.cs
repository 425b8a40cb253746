using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>
/// DOC-08: what about a file would make a reviewer think it was changed. It is told to the seller, never called forged,
/// and never mended.
/// </summary>
internal sealed class Unaltered(KnowledgeBase knowledge)
{
    private readonly RuleWords _words = new(knowledge, "DOC-08");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Text is not { Recognised: false } text)
        {
            yield break;
        }

        if (text.Trace is { } trace)
        {
            foreach (DocumentFinding finding in Traces(trace))
            {
                yield return finding;
            }
        }

        foreach (PageMark cover in text.Marks.Where(mark => mark.Kind == MarkKind.Cover).Take(3))
        {
            yield return _words.Finding("covered", Short(cover.Covered), cover.Page) with
            {
                Page = cover.Page,
            };
        }

        foreach (PaperLine line in text.Lines)
        {
            if (line.Cells.FirstOrDefault(cell => cell.MixedFigure) is { } odd)
            {
                yield return _words.Finding("mixedFonts", Short(odd.Text), line.Page) with
                {
                    Page = line.Page,
                };
                yield break;
            }
        }
    }

    private IEnumerable<DocumentFinding> Traces(FileTrace trace)
    {
        string? editor = _words
            .Words("editors")
            .FirstOrDefault(name => trace.Programs.Contains(name, StringComparison.OrdinalIgnoreCase));
        if (editor is not null)
        {
            yield return _words.Finding("editor", trace.Programs);
        }

        double hours = _words.Limit("hours");
        if (trace is { Created: { } made, Modified: { } changed } && (changed - made).TotalHours > hours)
        {
            yield return _words.Finding("changedLater", Day(made), Day(changed));
        }
        else if (trace.SavedAgain)
        {
            yield return _words.Finding("savedAgain");
        }
    }

    private static string Day(DateTimeOffset time) => RuleWords.Day(DateOnly.FromDateTime(time.DateTime));

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

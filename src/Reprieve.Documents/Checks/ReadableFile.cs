using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-07: the file is what its name says, is not too large, and its text can be read.</summary>
internal sealed class ReadableFile(KnowledgeBase knowledge)
{
    private const long Megabyte = 1024 * 1024;

    private readonly RuleWords _words = new(knowledge, "DOC-07");

    public IEnumerable<DocumentFinding> Check(PaperCase paper, bool garbled, bool canRecognise)
    {
        if (!Endings(paper.Form).Contains(Path.GetExtension(paper.FileName), StringComparer.OrdinalIgnoreCase))
        {
            yield return _words.Warning("wrongEnding", paper.FileName, Name(paper.Form));
        }

        if (paper.Form == FileForm.Ofd)
        {
            yield return _words.Warning("ofd");
        }

        double megabytes = _words.Limit("megabytes");
        if (paper.Bytes > megabytes * Megabyte)
        {
            yield return _words.Warning("large", (paper.Bytes + Megabyte - 1) / Megabyte, megabytes);
        }

        if (paper.Fields is null)
        {
            yield return _words.Warning(
                garbled ? "garbled"
                : !canRecognise ? "noTool"
                : paper.Form == FileForm.Pdf ? "noText"
                : "picture"
            );
        }
        else if (paper.Text is { Recognised: true })
        {
            yield return _words.Finding("recognised") with
            {
                Severity = Severity.Info,
            };
        }
    }

    private static string[] Endings(FileForm form) =>
        form switch
        {
            FileForm.Png => [".png"],
            FileForm.Gif => [".gif"],
            FileForm.Ofd => [".ofd"],
            FileForm.Jpeg => [".jpg", ".jpeg", ".pjpeg"],
            _ => [".pdf"],
        };

    private static string Name(FileForm form) =>
        form switch
        {
            FileForm.Png => "PNG",
            FileForm.Gif => "GIF",
            FileForm.Ofd => "OFD",
            FileForm.Jpeg => "JPEG",
            _ => "PDF",
        };
}

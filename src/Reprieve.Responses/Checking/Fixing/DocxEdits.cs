using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Reprieve.Responses.Checking.Fixing;

/// <summary>
/// Makes edits in a copy of a Word file, run by run, so that its formatting stays. What an edit does to line breaks is
/// left out: paragraphs are not joined.
/// </summary>
internal static class DocxEdits
{
    /// <summary>The file with the edits made.</summary>
    /// <exception cref="PlanTextException">Its runs cannot be found again.</exception>
    public static byte[] Apply(byte[] bytes, string path, IEnumerable<SafeEdit> edits)
    {
        List<int> starts = [];
        DocxText.Read(bytes, path, starts);
        using var copy = new MemoryStream();
        copy.Write(bytes);
        using (var document = WordprocessingDocument.Open(copy, isEditable: true))
        {
            List<Text> runs = [.. document.MainDocumentPart!.Document!.Descendants<Text>()];
            if (runs.Count != starts.Count)
            {
                throw PlanTextReader.Fault("check.docx_not_edited", path);
            }

            foreach (SafeEdit edit in edits.Reverse())
            {
                Apply(runs, starts, edit);
            }
        }

        return copy.ToArray();
    }

    /// <summary>Takes the edited stretch out of every run that it touches, and puts the new words into the first.</summary>
    private static void Apply(List<Text> runs, List<int> starts, SafeEdit edit)
    {
        string replacement = edit.Replacement.Replace("\n", "", StringComparison.Ordinal);
        for (int i = 0; i < runs.Count; i++)
        {
            string text = runs[i].Text;
            int from = Math.Max(edit.Start, starts[i]) - starts[i];
            int to = Math.Min(edit.Start + edit.Length, starts[i] + text.Length) - starts[i];
            if (from < to)
            {
                runs[i].Text = string.Concat(text.AsSpan(0, from), replacement, text.AsSpan(to));
                runs[i].Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve;
                replacement = "";
            }
        }
    }
}

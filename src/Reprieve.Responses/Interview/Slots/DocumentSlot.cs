using Reprieve.Documents;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>A file of the case folder, named in the value or under documents.</summary>
internal static class DocumentSlot
{
    public static SlotReading Read(Answer answer, SlotContext context)
    {
        List<string> found = [];
        foreach (string name in answer.Values.Concat(answer.Documents))
        {
            Document? document = Find(name, context.Documents);
            if (document is null)
            {
                return SlotReading.No("slot.document", name);
            }

            found.Add(document.Path);
        }

        // What a sentence says is the name it is sent under, which is settled later; the code is the path.
        return SlotReading.Of(string.Join(", ", found.Distinct()), found[0]);
    }

    /// <summary>By path, or by file name when only one file has it.</summary>
    public static Document? Find(string name, IReadOnlyList<Document> documents)
    {
        string path = name.Replace('\\', '/').Trim();
        Document? exact = documents.FirstOrDefault(d => d.Path.Equals(path, StringComparison.OrdinalIgnoreCase));
        List<Document> byName =
        [
            .. documents.Where(d => Path.GetFileName(d.Path).Equals(path, StringComparison.OrdinalIgnoreCase)),
        ];
        return exact ?? (byName.Count == 1 ? byName[0] : null);
    }
}

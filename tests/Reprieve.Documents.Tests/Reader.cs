using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests;

/// <summary>Reads bytes as the reader reads a file.</summary>
internal static class Reader
{
    public static readonly DocumentReader Documents = new(KnowledgeLoader.BuiltIn);

    public static Document Read(byte[] bytes, string name, DocumentContext? context = null) =>
        ReadUntil(bytes, name, context, TestContext.Current.CancellationToken);

    public static Document ReadUntil(byte[] bytes, string name, DocumentContext? context, CancellationToken cancel)
    {
        string path = Path.Combine(Path.GetTempPath(), $"reprieve-{Guid.NewGuid():N}");
        File.WriteAllBytes(path, bytes);
        try
        {
            return Documents.Read(path, name, context ?? new DocumentContext(), cancel);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests;

/// <summary>Reads bytes as the reader reads a file.</summary>
internal static class Reading
{
    public static readonly DocumentReader Reader = new(KnowledgeLoader.BuiltIn);

    public static Document Read(
        byte[] bytes,
        string name,
        DocumentContext? context = null,
        CancellationToken cancel = default
    )
    {
        string path = Path.Combine(Path.GetTempPath(), $"reprieve-{Guid.NewGuid():N}");
        File.WriteAllBytes(path, bytes);
        try
        {
            return Reader.Read(path, name, context ?? new DocumentContext(), cancel);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

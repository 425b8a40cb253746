namespace Reprieve.Knowledge.Tests;

/// <summary>A knowledge folder in a temporary place, gone when disposed.</summary>
internal sealed class KnowledgeFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("reprieve-knowledge-").FullName;

    public KnowledgeFolder With(string file, string content)
    {
        string full = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    public IReadOnlyList<KnowledgeProblem> Problems() =>
        Should.Throw<KnowledgeException>(() => KnowledgeLoader.Load(Path)).Problems;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

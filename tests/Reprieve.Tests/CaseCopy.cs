namespace Reprieve.Tests;

/// <summary>A copy of a case folder in a temporary place, gone when disposed.</summary>
internal sealed class CaseCopy : IDisposable
{
    private CaseCopy(string path) => Folder = path;

    public string Folder { get; }

    public string Appeal => Path.Combine(Folder, "appeal");

    /// <summary>An empty case folder.</summary>
    public static CaseCopy Empty() => new(Directory.CreateTempSubdirectory("reprieve-case-").FullName);

    /// <summary>A copy of a sample, without what a run of the command may have left beside it.</summary>
    public static CaseCopy OfSample(string name)
    {
        CaseCopy copy = Empty();
        string sample = Repository.Sample(name);
        foreach (string file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(sample, file);
            if (!relative.StartsWith("appeal", StringComparison.Ordinal))
            {
                string target = Path.Combine(copy.Folder, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        return copy;
    }

    public CaseCopy With(string name, string content)
    {
        string target = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, content);
        return this;
    }

    public CaseCopy With(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(Folder, name), content);
        return this;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Every file with its content, to tell what a run changed.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(Folder, file).Replace('\\', '/'),
                file => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))
            );

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

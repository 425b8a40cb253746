namespace Reprieve.Cli.Workbenches;

/// <summary>A workbench to look around in: its data lie in a temporary folder and are gone afterwards.</summary>
internal sealed class DemoFolder : IDisposable
{
    private DemoFolder(string path) => Path = path;

    public string Path { get; }

    public static DemoFolder Make() => new(Directory.CreateTempSubdirectory("reprieve-demo-").FullName);

    /// <summary>The sample cases that come with the program; all invented.</summary>
    /// <exception cref="DirectoryNotFoundException">They were left out of this copy of the program.</exception>
    public static IReadOnlyList<string> Samples()
    {
        string folder = System.IO.Path.Combine(AppContext.BaseDirectory, "samples");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)]
            : throw new DirectoryNotFoundException(Say.Get("Demo_NoSamples", folder));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

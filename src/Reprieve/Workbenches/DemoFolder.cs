namespace Reprieve.Cli.Workbenches;

/// <summary>A workbench to look around in: its data lie in a temporary folder and are gone afterwards.</summary>
internal sealed class DemoFolder : IDisposable
{
    private DemoFolder(string path) => Path = path;

    public string Path { get; }

    public static DemoFolder Make() => new(Directory.CreateTempSubdirectory("reprieve-demo-").FullName);

    /// <summary>Where the sample cases lie that come with the program.</summary>
    public static string SamplesFolder => System.IO.Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>The sample cases; all invented.</summary>
    /// <exception cref="DirectoryNotFoundException">They were left out of this copy of the program.</exception>
    public static IReadOnlyList<string> Samples() =>
        Directory.Exists(SamplesFolder)
            ? [.. Directory.EnumerateDirectories(SamplesFolder).Order(StringComparer.Ordinal)]
            : throw new DirectoryNotFoundException(Say.Get("Demo_NoSamples", SamplesFolder));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

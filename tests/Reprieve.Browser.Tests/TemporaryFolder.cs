namespace Reprieve.Browser.Tests;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("reprieve-files-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

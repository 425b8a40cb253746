using Reprieve.Cases;

namespace Reprieve.Storage;

/// <summary>A case laid out in a working folder, on which the workflow runs. Disposing removes the folder.</summary>
public sealed class CheckedOutCase : IAsyncDisposable
{
    internal CheckedOutCase(CaseId id, CasePaths paths, int revision, IReadOnlyDictionary<string, LaidOut> files)
    {
        Id = id;
        Paths = paths;
        Revision = revision;
        Files = files;
    }

    public CaseId Id { get; }

    /// <summary>Where things stand in the working folder.</summary>
    public CasePaths Paths { get; }

    /// <summary>The revision that the folder was taken from, or brought to by the last check-in.</summary>
    public int Revision { get; internal set; }

    /// <summary>What was laid out, by path.</summary>
    internal IReadOnlyDictionary<string, LaidOut> Files { get; set; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        try
        {
            if (Directory.Exists(Paths.Folder))
            {
                Directory.Delete(Paths.Folder, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Something still holds a file of it; the folder is wiped when the workbench closes or opens.
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>A file as it was laid out: by length and time a change is suspected, by hash it is known.</summary>
internal sealed record LaidOut(string Sha256, long Length, long WrittenTicks)
{
    public static LaidOut Of(FileInfo file, string sha256) => new(sha256, file.Length, file.LastWriteTimeUtc.Ticks);
}

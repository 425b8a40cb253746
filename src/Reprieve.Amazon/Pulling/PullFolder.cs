using Reprieve.Files;

namespace Reprieve.Amazon.Pulling;

/// <summary>Where a pull puts its files, and where it works: a hidden folder in there. One process has it at a time.</summary>
internal sealed class PullFolder : IDisposable
{
    /// <summary>Where the files lie that no step reads yet.</summary>
    public const string KeptName = "kept";

    private const string WorkName = ".pull";
    private readonly FileStream _lock;

    private PullFolder(string files, string work, FileStream held)
    {
        Files = files;
        Work = work;
        _lock = held;
    }

    /// <summary>Where the files go.</summary>
    public string Files { get; }

    /// <summary>Where the book is, and what is not whole yet.</summary>
    public string Work { get; }

    /// <summary>Takes a folder; it is made where it is not there.</summary>
    /// <exception cref="AmazonException">It cannot be used, or another process has it.</exception>
    public static PullFolder Take(string folder)
    {
        string work = Path.Combine(folder, WorkName);
        try
        {
            Directory.CreateDirectory(folder);
            Durable.MakeFolder(work);
            if (OperatingSystem.IsWindows())
            {
                // Elsewhere the dot hides it.
                File.SetAttributes(work, FileAttributes.Hidden | FileAttributes.Directory);
            }

            var held = new FileStream(
                Path.Combine(work, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
            return new PullFolder(folder, work, held);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AmazonException(Say.Texts.Get("Cannot_Use", folder, fault.Message), fault);
        }
    }

    /// <summary>The path of a file; its folder is there.</summary>
    public string FileOf(string name)
    {
        string path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose() => _lock.Dispose();
}

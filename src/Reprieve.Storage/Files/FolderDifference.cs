using System.Security.Cryptography;

namespace Reprieve.Storage.Files;

/// <summary>What changed in a working folder since it was laid out.</summary>
/// <param name="Changed">New files, and files with another content.</param>
/// <param name="Removed">Paths that are gone.</param>
/// <param name="Now">The folder as it is.</param>
internal sealed record FolderDifference(
    List<TakenIn> Changed,
    List<string> Removed,
    IReadOnlyDictionary<string, LaidOut> Now
)
{
    public bool IsNone => Changed.Count == 0 && Removed.Count == 0;

    /// <summary>Holds the folder against what was laid out; new contents are encrypted on the way.</summary>
    public static async Task<FolderDifference> OfAsync(CheckedOutCase folder, Intake intake, CancellationToken cancel)
    {
        List<TakenIn> changed = [];
        var now = new Dictionary<string, LaidOut>(StringComparer.Ordinal);
        foreach ((string path, FileInfo file) in FilesIn(folder))
        {
            cancel.ThrowIfCancellationRequested();
            LaidOut? before = folder.Files.GetValueOrDefault(path);
            if (before is not null && before == LaidOut.Of(file, before.Sha256))
            {
                now.Add(path, before);
                continue;
            }

            string sha256 = await HashAsync(file, cancel);
            if (before?.Sha256 != sha256)
            {
                await using FileStream content = file.OpenRead();
                TakenIn taken = await intake.TakeAsItIsAsync(CaseFilePath.Check(path), content, cancel);
                sha256 = taken.Blob.Sha256;
                changed.Add(taken);
            }

            now.Add(path, LaidOut.Of(file, sha256));
        }

        return new FolderDifference(changed, [.. folder.Files.Keys.Where(path => !now.ContainsKey(path))], now);
    }

    private static IEnumerable<(string Path, FileInfo File)> FilesIn(CheckedOutCase folder) =>
        new DirectoryInfo(folder.Paths.Folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder.Paths.Folder, file.FullName).Replace('\\', '/'), file))
            .Where(file => file.Item1 != CaseFilePath.Record)
            .OrderBy(file => file.Item1, StringComparer.Ordinal);

    private static async Task<string> HashAsync(FileInfo file, CancellationToken cancel)
    {
        await using FileStream content = file.OpenRead();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }
}

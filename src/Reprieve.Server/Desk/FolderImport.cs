using Reprieve.Cases;
using Reprieve.Practices.Reports;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>Takes a folder of this machine in as a case; the folder stays as it is.</summary>
internal static class FolderImport
{
    private const int MostFiles = 2_000;
    private const int DeepestFolder = 3;

    /// <summary>A new case with the folder's files; packages and earlier rounds come along.</summary>
    /// <exception cref="StorageException">It holds too many files, or one that is not taken.</exception>
    public static async Task<StoredCase> TakeAsync(CaseStore store, string folder, string who, CancellationToken cancel)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = true,
        };
        List<string> files =
        [
            .. Directory.EnumerateFiles(folder, "*", options).Take(MostFiles + 1).Order(StringComparer.Ordinal),
        ];
        if (files.Count is 0 or > MostFiles)
        {
            throw new StorageException(
                Say.Get(files.Count == 0 ? "folder_empty" : "folder_too_many", folder, MostFiles)
            );
        }

        StoredCase opened = await store.AddAsync(new DirectoryInfo(folder).Name, who, cancel);
        foreach (string file in files)
        {
            string path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            bool packed = CasePaths.IsWritten(path) && !path.StartsWith(CasePaths.RoundsName, StringComparison.Ordinal);
            if (packed || Leftover.Is(path))
            {
                // A package is made anew; what a person wrote in it is brought in by hand.
                continue;
            }

            await using FileStream content = File.OpenRead(file);
            await store.PutFileAsync(opened.Id, path, content, who, cancel);
        }

        return opened;
    }
}

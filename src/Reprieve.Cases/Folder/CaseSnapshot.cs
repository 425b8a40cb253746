namespace Reprieve.Cases;

/// <summary>
/// A case apart from the folder it lies in: the record, and every file by its hash. Any other place to keep a case (a
/// database, an archive) holds the same, with the contents stored under their hashes.
/// </summary>
/// <param name="Record">The record; null when the folder has none yet.</param>
/// <param name="Files">Every file but the record, relative to the folder, with forward slashes, in order.</param>
public sealed record CaseSnapshot(Case? Record, IReadOnlyList<CaseFile> Files)
{
    /// <summary>Takes a folder as it is, package and rounds included; nothing in it is changed.</summary>
    /// <exception cref="CaseException">The record cannot be read.</exception>
    public static CaseSnapshot Of(CasePaths paths) =>
        new(
            CaseRecordFile.Read(paths),
            [
                .. Directory
                    .EnumerateFiles(paths.Folder, "*", SearchOption.AllDirectories)
                    .Where(file => file != paths.Record)
                    .Select(file => new CaseFile(
                        Path.GetRelativePath(paths.Folder, file).Replace('\\', '/'),
                        CaseVerification.HashOf(file)
                    ))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ]
        );

    /// <summary>Lays the case out in an empty folder.</summary>
    /// <param name="open">Opens the content of a hash.</param>
    /// <exception cref="CaseException">The folder is not empty, or a content is not what its hash says.</exception>
    public void LayOut(CasePaths paths, Func<string, Stream> open)
    {
        if (Directory.Exists(paths.Folder) && Directory.EnumerateFileSystemEntries(paths.Folder).Any())
        {
            throw new CaseException(Say.Texts.Get("Folder_NotEmpty", paths.Folder));
        }

        foreach (CaseFile file in Files)
        {
            string target = Path.Combine(paths.Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using (Stream content = open(file.Sha256))
            using (FileStream copy = File.Create(target))
            {
                content.CopyTo(copy);
            }

            if (CaseVerification.HashOf(target) != file.Sha256)
            {
                throw new CaseException(Say.Texts.Get("Verify_Changed", file.Path));
            }
        }

        if (Record is not null)
        {
            CaseRecordFile.Write(paths, Record);
        }
    }
}

/// <summary>A file of a case.</summary>
public sealed record CaseFile(string Path, string Sha256);

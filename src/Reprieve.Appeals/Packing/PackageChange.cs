namespace Reprieve.Appeals.Packing;

/// <summary>What a run changes in the output folder: which files are put there, which of ours are taken away.</summary>
/// <param name="Write">Files to put in place.</param>
/// <param name="Remove">Files of the last run that nobody changed and that are no longer part of the package.</param>
/// <param name="Result">The package as it lies there afterwards.</param>
internal sealed record PackageChange(
    IReadOnlyList<PackedFile> Write,
    IReadOnlyList<string> Remove,
    IReadOnlyList<PackedFile> Result
)
{
    /// <summary>
    /// Decides by hashes. A file is ours only when it still is what the last run wrote; what a person wrote or
    /// changed stays, also when the new version happens to say the same (the next run must still know it as theirs).
    /// </summary>
    /// <param name="fresh">What this run made.</param>
    /// <param name="previous">What the last run left.</param>
    /// <param name="onDisk">Hash of a file in the output folder now; null when it is not there.</param>
    public static PackageChange Decide(
        IReadOnlyList<PackedFile> fresh,
        IReadOnlyList<PackedFile> previous,
        Func<string, string?> onDisk
    )
    {
        Dictionary<string, PackedFile> before = [];
        foreach (PackedFile file in previous)
        {
            before[file.Path] = file;
        }

        List<PackedFile> write = [];
        List<PackedFile> result = [];
        foreach (PackedFile file in fresh)
        {
            string? there = onDisk(file.Path);
            PackedFile? last = before.GetValueOrDefault(file.Path);
            bool ours = last is null ? there == file.Sha256 : !last.Edited && there == last.Sha256;
            if (there is null || (ours && there != file.Sha256))
            {
                write.Add(file);
            }

            result.Add(there is null || ours ? file : new PackedFile(file.Path, there, Edited: true));
        }

        HashSet<string> kept = [.. fresh.Select(file => file.Path)];
        List<string> remove =
        [
            .. before
                .Values.Where(file => !kept.Contains(file.Path) && !file.Edited && onDisk(file.Path) == file.Sha256)
                .Select(file => file.Path),
        ];
        return new PackageChange(write, remove, result);
    }
}

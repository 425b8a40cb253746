using Reprieve.Cases;

namespace Reprieve.Server.Selling;

/// <summary>
/// Where what a case gets from Amazon lies while it is coming, and what was asked for: it is on the disk before anything is asked, so
/// that the next start goes on.
/// </summary>
/// <param name="Folder">The folder.</param>
/// <param name="Case">The case.</param>
/// <param name="Who">Who asked for it.</param>
/// <param name="Store">The store that it is for; null for all of the connection.</param>
internal sealed record PullFolderOfCase(string Folder, CaseId Case, string Who, string? Store)
{
    private const string Prefix = "case-";
    private const string OrderName = "order";
    private const string BroughtName = "brought";

    /// <summary>Where the files come.</summary>
    public string Files => Path.Combine(Folder, CasePaths.AmazonName);

    /// <summary>Whether all that Amazon gives is here; it has to go into the case yet.</summary>
    public bool IsBrought => File.Exists(Path.Combine(Folder, BroughtName));

    /// <summary>Writes down that something is to be brought.</summary>
    public static PullFolderOfCase Begin(string connection, CaseId id, string who, string? store)
    {
        string folder = Path.Combine(connection, Prefix + id);
        Directory.CreateDirectory(folder);
        string order = Path.Combine(folder, OrderName);
        File.WriteAllLines(order + ".tmp", [who, store ?? ""]);
        File.Move(order + ".tmp", order, overwrite: true);
        return new PullFolderOfCase(folder, id, who, store);
    }

    /// <summary>What was asked for by a connection and did not end.</summary>
    public static IEnumerable<PullFolderOfCase> In(string connection)
    {
        foreach (string folder in Directory.EnumerateDirectories(connection, Prefix + "*"))
        {
            string order = Path.Combine(folder, OrderName);
            if (
                Guid.TryParse(Path.GetFileName(folder)[Prefix.Length..], out Guid id)
                && File.Exists(order)
                && File.ReadAllLines(order) is [string who, string store]
            )
            {
                yield return new PullFolderOfCase(folder, new CaseId(id), who, store.Length > 0 ? store : null);
            }
        }
    }

    /// <summary>All that Amazon gives is here.</summary>
    public void Brought() => File.WriteAllText(Path.Combine(Folder, BroughtName), "");

    /// <summary>The whole files, by their path in the case.</summary>
    public IEnumerable<(string Path, FileInfo File)> Whole() =>
        Directory.Exists(Files)
            ? new DirectoryInfo(Files)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => (Path: Path.GetRelativePath(Folder, file.FullName).Replace('\\', '/'), file))
                .Where(one => !one.Path.Contains("/.", StringComparison.Ordinal))
                .OrderBy(one => one.Path, StringComparer.Ordinal)
            : [];

    public void Remove()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

using System.Globalization;
using Reprieve.Responses.Checking.Similarity;

namespace Reprieve.Responses.Checking;

/// <summary>A plan's print: enough to see that another text is much the same, too little to read it.</summary>
/// <param name="Name">What its owner calls it; two prints of one name are the same plan at different times.</param>
/// <param name="Groups">Hashes of its word groups.</param>
public sealed record PlanPrint(string Name, IReadOnlySet<uint> Groups)
{
    /// <summary>The print of a text.</summary>
    public static PlanPrint Of(string name, string text) => new(name, WordGroups.Of(text));
}

/// <summary>
/// A file of prints: a line per plan, its name, a tab, and the hashes in hexadecimal, parted by spaces. About 500 bytes
/// a plan.
/// </summary>
public static class PlanPrintFile
{
    private const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>The prints of a file, in its order.</summary>
    /// <exception cref="PlanTextException">It is missing, too large, or a line is no print (the line is named).</exception>
    public static IReadOnlyList<PlanPrint> Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
            {
                throw PlanTextReader.Fault("check.file_too_large", path);
            }

            return
            [
                .. File.ReadLines(path)
                    .Select((line, i) => (line, number: i + 1))
                    .Where(row => row.line.Length > 0)
                    .Select(row => Parse(row.line, path, row.number)),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw PlanTextReader.Fault(
                fault is FileNotFoundException or DirectoryNotFoundException ? "check.not_found" : "check.unreadable",
                path,
                fault
            );
        }
    }

    /// <summary>Adds a print, in place of an older one of the same name; the file is made when it is not there.</summary>
    /// <exception cref="PlanTextException">The file is there and is no file of prints.</exception>
    public static void Put(string path, PlanPrint print)
    {
        string name = print.Name.Replace('\t', ' ').Replace('\n', ' ');
        IEnumerable<PlanPrint> others = File.Exists(path) ? Read(path).Where(other => other.Name != name) : [];
        string[] lines = [.. others.Append(print with { Name = name }).Select(Line)];
        string fresh = path + ".new";
        File.WriteAllLines(fresh, lines);
        File.Move(fresh, path, overwrite: true);
    }

    private static string Line(PlanPrint print) =>
        print.Name
        + '\t'
        + string.Join(' ', print.Groups.Order().Select(group => group.ToString("x8", CultureInfo.InvariantCulture)));

    private static PlanPrint Parse(string line, string path, int number)
    {
        string[] parts = line.Split('\t');
        HashSet<uint> groups = [];
        bool sound = parts.Length == 2;
        foreach (string group in sound ? parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            sound &= uint.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint hash);
            groups.Add(hash);
        }

        return sound
            ? new PlanPrint(parts[0], groups)
            : throw new PlanTextException(Say.Texts.Get("check.not_prints", path, number));
    }
}

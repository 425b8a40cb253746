using System.Text;
using Reprieve.Cases;

namespace Reprieve.Storage;

/// <summary>Paths of files within a case: safe on every system, so that a case can be laid out anywhere.</summary>
public static class CaseFilePath
{
    private const int Longest = 200;
    private const int Deepest = 4;
    private const string NotOnWindows = "<>:\"|?*\\";

    private static readonly string[] Devices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }),
    ];

    /// <summary>The record lies here in a case folder; it is no file of its own.</summary>
    internal const string Record = CasePaths.OutputName + "/" + CasePaths.RecordName;

    /// <summary>The path as it is kept: relative, forward slashes, composed characters.</summary>
    /// <exception cref="StorageException">It leads out of the case, or is no path on some system.</exception>
    public static string Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string? composed = Composed(path);
        bool fine =
            composed is { Length: > 0 and <= Longest }
            && composed.Split('/') is { Length: <= Deepest } parts
            && Array.TrueForAll(parts, IsName)
            && !composed.Equals(Record, StringComparison.OrdinalIgnoreCase);
        return fine
            ? composed!
            : throw new StorageException(Say.Texts.Get("Path_Wrong", Shown(path), Longest, Deepest));
    }

    /// <summary>A name that can be kept for whatever a browser or an archive calls a file: its folders are left out.</summary>
    public static string NameFor(string given)
    {
        ArgumentNullException.ThrowIfNull(given);
        string last = given.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        string clean = string.Concat(last.Select(c => IsCharacter(c) ? c : '_'));
        clean = (Composed(clean) ?? string.Concat(clean.Select(c => char.IsSurrogate(c) ? '_' : c)))
            .Trim()
            .TrimEnd('.', ' ');
        clean = clean.Length <= 120 ? clean : Shortened(clean);
        clean = clean.Trim('.') is "" ? "file" : clean;
        return IsName(clean) ? clean : "_" + clean;
    }

    private static string Shortened(string name)
    {
        string ending = Path.GetExtension(name) is { Length: <= 12 } short_ ? short_ : "";
        int length = 120 - ending.Length;
        length -= char.IsHighSurrogate(name[length - 1]) ? 1 : 0;
        return name[..length] + ending;
    }

    /// <summary>The path with a number before its ending: <c>orders (2).txt</c>.</summary>
    internal static string Numbered(string path, int number)
    {
        string ending = Path.GetExtension(path);
        return $"{path[..^ending.Length]} ({number}){ending}";
    }

    private static bool IsName(string name) =>
        name.Length > 0
        && name.All(IsCharacter)
        && !name.EndsWith('.')
        && !name.EndsWith(' ')
        && !name.StartsWith(' ')
        && !Devices.Contains(name.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase);

    private static bool IsCharacter(char c) =>
        !char.IsControl(c)
        && !NotOnWindows.Contains(c, StringComparison.Ordinal)
        && c
            is not (
                '/'
                or '\u2028'
                or '\u2029'
                or '\uFEFF'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
            );

    /// <summary>Composed, as most systems have names; null for half a character.</summary>
    private static string? Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Shown(string path) =>
        string.Concat(path.Take(80).Select(c => IsCharacter(c) || c is '/' or '\\' or ':' ? c : '_'));
}

namespace Reprieve.Notices;

/// <summary>
/// DKIM keys from a file in place of DNS: a line each, <c>selector._domainkey.domain</c>, a tab, the TXT record. A name
/// that is not in it does not exist.
/// </summary>
public sealed class DkimKeyFile : IDkimKeys
{
    private const long MaxBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, string> _records = new(StringComparer.OrdinalIgnoreCase);

    private DkimKeyFile() { }

    /// <summary>Reads the file. Blank lines and lines that begin with # are skipped; long records may be split into quoted strings.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">A line has no tab, or the file is too large; the message names the line.</exception>
    public static DkimKeyFile Load(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
        {
            throw new FormatException(Say.Texts.Get("Keys_TooLarge", path));
        }

        var keys = new DkimKeyFile();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0)
            {
                throw new FormatException(Say.Texts.Get("Keys_NoTab", path, number));
            }

            keys._records[line[..tab].Trim().TrimEnd('.')] = Unquote(line[(tab + 1)..].Trim());
        }

        return keys;
    }

    /// <inheritdoc/>
    public DkimKeyAnswer Find(string selector, string domain) =>
        _records.TryGetValue(UsedKey.NameOf(selector, domain), out string? record)
            ? DkimKeyAnswer.Found(record)
            : DkimKeyAnswer.Missing;

    /// <summary>Joins the strings of a TXT record as a DNS tool prints them: "v=DKIM1; " "p=…".</summary>
    private static string Unquote(string record) =>
        record.StartsWith('"') ? string.Concat(record.Split('"').Where((_, i) => i % 2 == 1)) : record;
}

using System.Globalization;
using System.Text;

namespace Reprieve.SampleMaker;

/// <summary>A case folder being written: tables and texts in the forms that Amazon's downloads have.</summary>
internal sealed class SampleFolder(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Path { get; } = Directory.CreateDirectory(path).FullName;

    public SampleFolder Sub(string name) => new(System.IO.Path.Combine(Path, name));

    public void Text(string name, string text) => Bytes(name, Utf8.GetBytes(text));

    public void Bytes(string name, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);

    /// <summary>A tab-separated report as Seller Central serves it.</summary>
    public void Tabs(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) =>
        Text(name, Lines(header, rows, '\t', "\r\n"));

    /// <summary>A comma-separated table of the seller's own.</summary>
    public void Commas(string name, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows) =>
        Text(name, Lines(header, rows, ',', "\n"));

    public static string Iso(DateTimeOffset? instant) =>
        instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";

    private static string Lines(
        IReadOnlyList<string> header,
        IEnumerable<IReadOnlyList<string>> rows,
        char separator,
        string lineEnd
    )
    {
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in rows.Prepend(header))
        {
            if (row.Count != header.Count || row.Any(field => field.Contains(separator, StringComparison.Ordinal)))
            {
                throw new InvalidOperationException($"A row does not fit its header: {string.Join(" | ", row)}");
            }

            text.AppendJoin(separator, row).Append(lineEnd);
        }

        return text.ToString();
    }
}

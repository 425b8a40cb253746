using System.Text;
using Reprieve.Practices.Mapping;

namespace Reprieve.Practices.Reports;

/// <summary>The header row of a table: which kind of report it is, and where its columns stand.</summary>
internal sealed record Header(ReportKind Kind, int[] Columns, int Fields, char Delimiter)
{
    /// <summary>More columns than any report has; a header beyond it is none.</summary>
    private const int MaxColumns = 2000;

    private static readonly char[] Delimiters = ['\t', ',', ';'];

    /// <summary>How the seller mapped the table; null for one that is known by itself.</summary>
    public TableMapping? Mapping { get; init; }

    /// <summary>Its code in <c>files[].type</c>.</summary>
    public string Type => Mapping is null ? Kind.Type : TableMapping.Type;

    /// <summary>The header in a text, however it is delimited; null when no kind of report has it.</summary>
    public static Header? In(string text, TableFormats? formats = null)
    {
        foreach (char delimiter in Delimiters)
        {
            if (Of(Names(text, delimiter), delimiter, formats ?? TableFormats.BuiltIn) is { } header)
            {
                return header;
            }
        }

        return null;
    }

    /// <summary>
    /// The header of these normalised names: as the seller mapped it, by the names that reports have everywhere, or by
    /// those they have in other languages.
    /// </summary>
    public static Header? Of(IReadOnlyList<string> names, char delimiter, TableFormats formats)
    {
        if (names.Count < 2)
        {
            return null;
        }

        if (formats.Mappings.LastOrDefault(mapping => mapping.Fits(names)) is { } mapping)
        {
            return new Header(mapping.Kind, mapping.Places(names), names.Count, delimiter) { Mapping = mapping };
        }

        ReportKind? kind = ReportKind.All.FirstOrDefault(kind => kind.Columns.Take(kind.Needed).All(names.Contains));
        if (kind is not null)
        {
            return new Header(kind, Places(kind, names, formats), names.Count, delimiter);
        }

        foreach (ReportKind translated in ReportKind.All)
        {
            int[] places = Places(translated, names, formats);
            if (Array.TrueForAll(places[..translated.Needed], place => place >= 0))
            {
                return new Header(translated, places, names.Count, delimiter);
            }
        }

        return null;
    }

    /// <summary>Where the columns of a kind stand, by their own name or another one; -1 for those that are not there.</summary>
    private static int[] Places(ReportKind kind, IReadOnlyList<string> names, TableFormats formats)
    {
        var places = new int[kind.Columns.Count];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = IndexOf(names, kind.Columns[i]);
            for (int other = 0; places[i] < 0 && other < formats.OtherNames(kind, kind.Columns[i]).Count; other++)
            {
                places[i] = IndexOf(names, formats.OtherNames(kind, kind.Columns[i])[other]);
            }
        }

        return places;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The kind that a header comes nearest to, by name, and the columns that it lacks: a third at most, and two must be
    /// there; null when none is near.
    /// </summary>
    public static (string Kind, IReadOnlyList<string> Missing)? Nearest(string text)
    {
        var near =
            from delimiter in Delimiters
            let names = Names(text, delimiter)
            from kind in ReportKind.All
            let missing = kind.Columns.Take(kind.Needed).Where(column => !names.Contains(column)).ToList()
            where missing.Count * 3 <= kind.Needed && kind.Needed - missing.Count >= 2
            orderby (double)missing.Count / kind.Needed
            select (kind.Name, (IReadOnlyList<string>)missing);
        return near.Select(found => ((string, IReadOnlyList<string>)?)found).FirstOrDefault();
    }

    /// <summary>Lower case, white space and underscores as dashes, without quotes: "Order ID" is "order-id".</summary>
    public static string Normalise(ReadOnlySpan<char> name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name.Trim().Trim('"').Trim().TrimStart('\uFEFF'))
        {
            char kept = char.IsWhiteSpace(c) || c == '_' ? '-' : char.ToLowerInvariant(c);
            if (kept != '-' || (text.Length > 0 && text[^1] != '-'))
            {
                text.Append(kept);
            }
        }

        return text.ToString();
    }

    /// <summary>The normalised names of a header row; none where it cannot be one.</summary>
    public static List<string> Names(string text, char delimiter)
    {
        var table = new TableReader(new StringReader(text), delimiter);
        if (!table.Read() || table.Fault is not RowFault.None || table.Fields > MaxColumns)
        {
            return [];
        }

        List<string> names = [];
        for (int i = 0; i < table.Fields; i++)
        {
            names.Add(Normalise(table[i]));
        }

        return names;
    }
}

using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>The header row of a table: which kind of report it is, and where its columns stand.</summary>
internal sealed record Header(ReportKind Kind, int[] Columns, int Fields, char Delimiter)
{
    /// <summary>More columns than any report has; a header beyond it is none.</summary>
    private const int MaxColumns = 2000;

    private static readonly char[] Delimiters = ['\t', ',', ';'];

    /// <summary>The header in a text, however it is delimited; null when no kind of report has it.</summary>
    public static Header? In(string text)
    {
        foreach (char delimiter in Delimiters)
        {
            List<string> names = Names(text, delimiter);
            ReportKind? kind = ReportKind.All.FirstOrDefault(kind =>
                kind.Columns.Take(kind.Needed).All(names.Contains)
            );
            if (kind is not null)
            {
                int[] columns = [.. kind.Columns.Select(column => names.IndexOf(column))];
                return new Header(kind, columns, names.Count, delimiter);
            }
        }

        return null;
    }

    /// <summary>The kind that a header comes nearest to, and the columns that it lacks; null when none is near.</summary>
    public static (string Kind, IReadOnlyList<string> Missing)? Nearest(string text)
    {
        var near =
            from delimiter in Delimiters
            let names = Names(text, delimiter)
            from kind in ReportKind.All
            let missing = kind.Columns.Take(kind.Needed).Where(column => !names.Contains(column)).ToList()
            where missing.Count * 2 <= kind.Needed
            orderby missing.Count
            select (kind.Code, (IReadOnlyList<string>)missing);
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

    private static List<string> Names(string text, char delimiter)
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

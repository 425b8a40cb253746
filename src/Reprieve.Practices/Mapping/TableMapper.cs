using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Mapping;

/// <summary>Looks at a table that nothing recognises and suggests what its columns are, by name and by values.</summary>
public static class TableMapper
{
    private const int RowsLookedAt = 500;
    private const int MostColumns = 500;
    private const int Examples = 3;
    private const int LongestExample = 40;

    /// <summary>Looks at a file.</summary>
    /// <exception cref="FormatException">It holds no table with a header; the message says why.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static TableLook Look(string path, TableFormats formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        try
        {
            (List<string> names, List<List<string>> columns) = Read(ReportSource.OfFile(path, path), formats);
            List<ColumnLook> looks = [.. names.Select((name, i) => Look(name, columns[i]))];
            Dictionary<string, IReadOnlyList<ColumnSuggestion>> suggestions = MappableKinds.Codes.ToDictionary(
                code => code,
                code => Suggest(code, looks, formats.Knowledge().Columns)
            );
            return new TableLook(
                path,
                ReportRecogniser.TablesIn(path, formats).Select(table => table.Type).FirstOrDefault(),
                Likeliest(suggestions, looks),
                looks
            )
            {
                Suggestions = suggestions,
            };
        }
        catch (ReportException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }

    private static (List<string> Names, List<List<string>> Columns) Read(ReportSource source, TableFormats formats)
    {
        ReportStart start;
        using (Stream file = source.Open())
        {
            start = ReportStart.Of(file, formats);
        }

        if (!source.IsTable && Container.Tables(source, start.Text, formats) is { } tables)
        {
            return Read(tables.FirstOrDefault(table => table.IsTable) ?? throw NoTable(), formats);
        }

        char delimiter = "\t,;".MaxBy(c => Header.Names(start.HeaderLine, c).Count);
        using var text = new StreamReader(source.Open(), start.Encoding, detectEncodingFromByteOrderMarks: true);
        var table = new TableReader(text, delimiter);
        if (!table.Read() || table.Fault is not RowFault.None || table.Fields is < 2 or > MostColumns)
        {
            throw NoTable();
        }

        List<string> names =
        [
            .. Enumerable.Range(0, table.Fields).Select(i => table[i].Trim().TrimStart('\uFEFF').ToString()),
        ];
        List<List<string>> columns = [.. names.Select(_ => new List<string>())];
        for (int row = 0; row < RowsLookedAt && table.Read(); row++)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                columns[i].Add(Reject.Short(table[i].Trim()));
            }
        }

        return (names, columns);
    }

    private static ReportException NoTable() => new(Say.Texts.Get("MapNoTable"));

    private static ColumnLook Look(string name, List<string> values)
    {
        string shape = ColumnShape.Of(values);
        bool shown = shape is not (ColumnShape.Email or ColumnShape.Text);
        return new ColumnLook(
            name,
            shape,
            shown ? [.. values.Where(value => value.Length is > 0 and <= LongestExample).Distinct().Take(Examples)] : []
        );
    }

    private static IReadOnlyList<ColumnSuggestion> Suggest(
        string code,
        List<ColumnLook> looks,
        IReadOnlyList<ReportColumns> knowledge
    )
    {
        MappableKind kind = MappableKinds.Of(code)!;
        ILookup<string, string> names = knowledge
            .Where(entry => entry.Report == kind.Kind.Name || entry.Report == code)
            .SelectMany(entry => entry.Columns)
            .SelectMany(pair => pair.Value.Select(name => (pair.Key, Header.Normalise(name))))
            .ToLookup(pair => pair.Key, pair => pair.Item2);
        var likely =
            from column in MappableKinds.ColumnsOf(code)
            from look in looks
            where ColumnShape.Fits(look.LooksLike, column)
            let score = Score(column, names[column], look)
            where score > 0
            orderby score descending
            select (Column: column, look.Name, Score: score);
        HashSet<string> columns = [];
        HashSet<string> taken = [];
        List<ColumnSuggestion> suggested = [];
        foreach ((string column, string name, int score) in likely)
        {
            if (!columns.Contains(column) && !taken.Contains(name))
            {
                columns.Add(column);
                taken.Add(name);
                suggested.Add(new ColumnSuggestion(column, name, score >= SureScore));
            }
        }

        List<string> order = [.. MappableKinds.ColumnsOf(code)];
        return [.. suggested.OrderBy(suggestion => order.IndexOf(suggestion.Column))];
    }

    private const int SureScore = 3;

    /// <summary>Three for the very name, two for one that holds it, one where only the values tell.</summary>
    private static int Score(string column, IEnumerable<string> others, ColumnLook look)
    {
        string name = Header.Normalise(look.Name);
        List<string> known = [column, .. others];
        return known.Contains(name) ? SureScore
            : known.Exists(other => IsWithin(other, name)) ? 2
            : look.LooksLike == ValuesOf(column) ? 1
            : 0;
    }

    /// <summary>Whether a name holds another one as whole words; names in Chinese and Japanese have no gaps.</summary>
    private static bool IsWithin(string known, string name)
    {
        bool words = known.All(char.IsAscii);
        return known.Length >= (words ? 4 : 3)
            && (
                words
                    ? $"-{name}-".Contains($"-{known}-", StringComparison.Ordinal)
                    : name.Contains(known, StringComparison.Ordinal)
            );
    }

    /// <summary>The shape by which alone a column is told; null where only its name can tell.</summary>
    private static string? ValuesOf(string column) =>
        column switch
        {
            "order-id" or "amazon-order-id" => ColumnShape.OrderId,
            "tracking-id" => ColumnShape.Tracking,
            "carrier" => ColumnShape.Carrier,
            "asin" => ColumnShape.Asin,
            _ => null,
        };

    /// <summary>The kind that most columns speak for, those it needs weighing most; null without a column that tells.</summary>
    private static string? Likeliest(
        Dictionary<string, IReadOnlyList<ColumnSuggestion>> suggestions,
        List<ColumnLook> looks
    ) =>
        suggestions
            .Where(pair =>
                looks.Exists(look => look.LooksLike is ColumnShape.OrderId or ColumnShape.Asin) && pair.Value.Count > 1
            )
            .OrderByDescending(pair => Weight(pair.Key, pair.Value))
            .Select(pair => pair.Key)
            .FirstOrDefault();

    private static double Weight(string code, IReadOnlyList<ColumnSuggestion> suggestions)
    {
        IReadOnlyList<string> needed = MappableKinds.Of(code)!.Needed;
        int met = needed.Count(one => one.Split('|').Any(column => suggestions.Any(s => s.Column == column)));
        return suggestions.Sum(suggestion => suggestion.Sure ? 1 : 0.6) + (3.0 * met / needed.Count);
    }
}

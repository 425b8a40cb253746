namespace Reprieve.Practices.Reports;

/// <summary>Says why a file is not recognised, and what the seller can do.</summary>
internal static class Unrecognised
{
    /// <summary>Rows that are looked at for order ids.</summary>
    private const int RowsLookedAt = 200;

    public static string Why(ReportSource source, ReportStart start)
    {
        if (start.Text.Length == 0)
        {
            return Say.Texts.Get("FileEmpty");
        }

        string? column = source.Depth == 0 ? OrderColumn(start) : null;
        return Header.Nearest(start.HeaderLine) is var (kind, missing)
                ? Say.Texts.Get("FileNearly", PracticeTexts.FileType(kind), string.Join(", ", missing))
                    + (column is null ? "" : " " + Say.Texts.Get("FileNearlyMap", source.Shown))
            : column is not null ? Say.Texts.Get("FileMappable", Reject.Short(column), source.Shown)
            : Say.Texts.Get(source.Depth > 0 ? "ArchiveOther" : "FileUnknown");
    }

    /// <summary>The name of the first column that mostly holds order ids; null when none does.</summary>
    public static string? OrderColumn(ReportStart start)
    {
        foreach (char delimiter in "\t,;")
        {
            var table = new TableReader(new StringReader(start.Text), delimiter);
            if (!table.Read() || table.Fields < 2)
            {
                continue;
            }

            List<string> names = [.. Enumerable.Range(0, table.Fields).Select(i => table[i].Trim().ToString())];
            var ids = new int[names.Count];
            int rows = 0;
            var texts = new Names();
            for (; rows < RowsLookedAt && table.Read(); rows++)
            {
                for (int i = 0; i < ids.Length; i++)
                {
                    ids[i] += IsOrderId(table[i].Trim(), texts) ? 1 : 0;
                }
            }

            int best = ids.Max();
            if (rows > 0 && best * 2 > rows)
            {
                return names[Array.IndexOf(ids, best)];
            }
        }

        return null;
    }

    /// <summary>Whether a value is surely an order id: dates are built the same way, and shorter.</summary>
    public static bool IsOrderId(ReadOnlySpan<char> value, Names names) =>
        value.Length >= 14 && OrderKey.TryRead(value, names, out _);
}

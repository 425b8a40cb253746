namespace Reprieve.Amazon.Feedback;

/// <summary>The items of a store that buyers' topics are asked for: the first of its report of listings.</summary>
internal static class ListedAsins
{
    /// <summary>Amazon's type of the report.</summary>
    public const string Report = "GET_MERCHANT_LISTINGS_ALL_DATA";

    /// <summary>
    /// How many. Each takes two calls, and Amazon publishes no rate for them: at the slow one that is taken, this is a minute and a
    /// half for a store.
    /// </summary>
    private const int Most = 20;

    private const int Length = 10;

    /// <summary>Reads a report of listings; none where there is no report.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var lines = File.ReadLines(path).GetEnumerator();
        int column = lines.MoveNext() ? Array.IndexOf(lines.Current.TrimStart('\uFEFF').Split('\t'), "asin1") : -1;
        var asins = new List<string>();
        while (column >= 0 && asins.Count < Most && lines.MoveNext())
        {
            string[] cells = lines.Current.Split('\t');
            if (cells.Length > column && cells[column].Trim() is var asin && IsAsin(asin) && !asins.Contains(asin))
            {
                asins.Add(asin);
            }
        }

        return asins;
    }

    private static bool IsAsin(string text) => text.Length == Length && text.All(char.IsAsciiLetterOrDigit);
}

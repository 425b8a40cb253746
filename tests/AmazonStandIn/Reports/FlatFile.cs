using System.Globalization;
using System.Text;

namespace Reprieve.AmazonStandIn;

/// <summary>Tab-delimited files in the charset of the store, packed.</summary>
internal static class FlatFile
{
    static FlatFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null where there are no rows; rows are made anew whenever the file is fetched.</summary>
    public static StoredDocument? Of<T>(
        ReportOrder order,
        string[] header,
        IEnumerable<T> items,
        Func<T, IEnumerable<(string Column, string Value)>> cells
    ) =>
        items.Any()
            ? new(
                "text/tab-separated-values",
                Encoding.GetEncoding(order.Store.Charset),
                true,
                () => Lines(header, items, cells)
            )
            : null;

    public static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines<T>(
        string[] header,
        IEnumerable<T> items,
        Func<T, IEnumerable<(string Column, string Value)>> cells
    )
    {
        Dictionary<string, int> columns = header.Index().ToDictionary(c => c.Item, c => c.Index);
        yield return string.Join('\t', header) + "\r\n";
        foreach (T item in items)
        {
            string[] row = new string[header.Length];
            foreach ((string column, string value) in cells(item))
            {
                if (columns.TryGetValue(column, out int at))
                {
                    row[at] = value;
                }
            }

            yield return string.Join('\t', row) + "\r\n";
        }
    }
}

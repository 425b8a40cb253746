using Reprieve.Practices;

namespace Reprieve.Server.Pages;

/// <summary>How the orders behind a figure are looked at.</summary>
/// <param name="Text">Words of the order, SKU, ASIN or carrier; empty for all.</param>
/// <param name="Sort">Code of the column it is sorted by.</param>
public sealed record OrderQuery(string Text, string Sort, bool Descending)
{
    /// <summary>The query of a link, without the question mark.</summary>
    public string Link(int page = 1) =>
        $"q={Uri.EscapeDataString(Text)}&sort={Sort}&desc={(Descending ? 1 : 0)}{(page > 1 ? $"&page={page}" : "")}";
}

/// <summary>A column of the orders behind a figure.</summary>
/// <param name="Code">Its name in links and in the file.</param>
/// <param name="Text">What stands in it; days as yyyy-MM-dd.</param>
/// <param name="Number">What it is sorted by, where that is a number.</param>
public sealed record OrderColumn(string Code, Func<OrderBehind, string?> Text, Func<OrderBehind, int?>? Number = null);

/// <summary>The orders behind a figure, filtered and sorted.</summary>
public static class OrderList
{
    public static IReadOnlyList<OrderColumn> Columns { get; } =
    [
        new("order", one => one.Order),
        Day("purchased", one => one.Purchased),
        Day("ship_by", one => one.ShipBy),
        Day("confirmed", one => one.Confirmed),
        new("days_late", one => one.DaysLate is { } days ? Whole(days) : null, one => one.DaysLate),
        new("carrier", one => string.Join(", ", one.Carriers)),
        new("sku", one => string.Join(", ", one.Skus)),
        new("asin", one => string.Join(", ", one.Asins)),
        new("units", one => one.Units > 0 ? Whole(one.Units) : null, one => one.Units),
        Day("delivered", one => one.Delivered),
    ];

    /// <summary>The rows; an order that nothing more is known of stands there with its id.</summary>
    public static IReadOnlyList<OrderBehind> Of(MetricResult metric, Review review, OrderQuery query)
    {
        IEnumerable<OrderBehind> rows = metric
            .Orders.Select(id =>
                review.Orders.GetValueOrDefault(id)
                ?? new OrderBehind(id, null, null, [], [], 0, null, null, null, [], false)
            )
            .Where(row => query.Text.Length == 0 || Holds(row, query.Text));
        OrderColumn column = Columns.FirstOrDefault(one => one.Code == query.Sort) ?? Columns[0];
        // What has no value stands last, whichever way.
        IOrderedEnumerable<OrderBehind> known = rows.OrderBy(row => string.IsNullOrEmpty(column.Text(row)));
        known = column.Number is { } number
            ? query.Descending
                ? known.ThenByDescending(number)
                : known.ThenBy(number)
            : query.Descending
                ? known.ThenByDescending(column.Text, StringComparer.Ordinal)
                : known.ThenBy(column.Text, StringComparer.Ordinal);
        return [.. known.ThenBy(row => row.Order, StringComparer.Ordinal)];
    }

    /// <summary>The columns that any of the rows has something in.</summary>
    public static IReadOnlyList<OrderColumn> Filled(IReadOnlyList<OrderBehind> rows) =>
        [
            .. Columns.Where(column =>
                column.Code == "order" || rows.Any(row => !string.IsNullOrEmpty(column.Text(row)))
            ),
        ];

    /// <summary>The rows as a file for a spreadsheet; no cell is one that it would compute.</summary>
    public static string Csv(IReadOnlyList<OrderBehind> rows) =>
        string.Concat(
            rows.Select(row => Columns.Select(column => Cell(column.Text(row) ?? "")))
                .Prepend(Columns.Select(column => column.Code))
                .Select(cells => string.Join(',', cells) + "\r\n")
        );

    private static bool Holds(OrderBehind row, string text) =>
        Columns.Any(column => column.Text(row)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    private static string Cell(string text)
    {
        string safe = text.Length > 0 && "=+@\t".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static OrderColumn Day(string code, Func<OrderBehind, DateOnly?> day) =>
        new(code, one => day(one)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static string Whole(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

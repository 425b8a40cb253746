namespace Reprieve.Practices.Accounts;

/// <summary>Units sold by ASIN, for holding invoices against sales.</summary>
internal static class SalesByAsin
{
    /// <summary>Amazon asks for invoices that cover the sales of the 365 days before the notice (invoice requirements, Seller Forums 571361).</summary>
    private const int Days = 365;

    /// <summary>Units of the 365 days before the day of the review, both programmes, cancelled lines left out.</summary>
    public static IReadOnlyList<AsinSales> Of(OrderBook orders, Setting setting)
    {
        DateOnly from = setting.AsOf.AddDays(-Days);
        DateOnly to = setting.AsOf.AddDays(-1);
        return
        [
            .. orders
                .Units(from, to)
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new AsinSales(pair.Key, (int)Math.Min(pair.Value, int.MaxValue), from, to)),
        ];
    }
}

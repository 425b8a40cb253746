using System.Runtime.InteropServices;

namespace Reprieve.Practices.Accounts;

/// <summary>Units sold by ASIN, for holding invoices against sales.</summary>
internal static class SalesByAsin
{
    /// <summary>Amazon asks for invoices that cover the sales of the 365 days before the notice (invoice requirements, Seller Forums 571361).</summary>
    private const int Days = 365;

    /// <summary>Units of the 365 days before the day of the review, both programmes, cancelled lines left out.</summary>
    public static IReadOnlyList<AsinSales> Of(Account account, DateOnly asOf)
    {
        DateOnly from = asOf.AddDays(-Days);
        DateOnly to = asOf.AddDays(-1);
        var units = new Dictionary<int, long>();
        for (int number = 0; number < account.Orders.Count; number++)
        {
            if (account.Orders[number] is { OfStore: true } order && Holds(order.Purchased))
            {
                Take(order.Lines, units);
            }
        }

        return
        [
            .. units
                .Select(pair => new AsinSales(
                    account.Names[pair.Key],
                    (int)Math.Min(pair.Value, int.MaxValue),
                    from,
                    to
                ))
                .OrderBy(sales => sales.Asin, StringComparer.Ordinal),
        ];

        bool Holds(DateOnly day) => day >= from && day <= to;
    }

    private static void Take(OrderLines lines, Dictionary<int, long> units)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Cancelled: false, Asin: not 0 } line)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(units, line.Asin, out _) += line.Units;
            }
        }
    }
}

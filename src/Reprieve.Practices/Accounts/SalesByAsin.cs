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
        foreach (ref readonly Order order in account.Orders.AsSpan())
        {
            if (order.OfStore && order.Purchased.Day >= from && order.Purchased.Day <= to)
            {
                Take(order.Line, units);
                foreach (ref readonly OrderLine line in order.FurtherLines.Of(account.FurtherLines))
                {
                    Take(line, units);
                }
            }
        }

        return
        [
            .. units
                .Select(pair => new AsinSales(account.Names[pair.Key], (int)Math.Min(pair.Value, int.MaxValue), from, to))
                .OrderBy(sales => sales.Asin, StringComparer.Ordinal),
        ];
    }

    private static void Take(in OrderLine line, Dictionary<int, long> units)
    {
        if (line is { Cancelled: false, Asin: not 0 })
        {
            CollectionsMarshal.GetValueRefOrAddDefault(units, line.Asin, out _) += line.Units;
        }
    }
}

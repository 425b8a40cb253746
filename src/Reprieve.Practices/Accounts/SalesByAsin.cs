using System.Runtime.CompilerServices;

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
        long?[] units = Units(account, from, to);
        List<AsinSales> sales = [];
        for (int asin = 0; asin < units.Length; asin++)
        {
            if (units[asin] is { } sold)
            {
                sales.Add(new AsinSales(account.Names[asin], (int)Math.Min(sold, int.MaxValue), from, to));
            }
        }

        sales.Sort((one, other) => string.CompareOrdinal(one.Asin, other.Asin));
        return sales;
    }

    /// <summary>By the number of the ASIN; null for what is none, or was not sold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long?[] Units(Account account, DateOnly from, DateOnly to)
    {
        long?[] units = new long?[account.Names.Count];
        for (int number = 0; number < account.Orders.Count; number++)
        {
            if (account.Orders[number] is { OfStore: true } order && order.Purchased >= from && order.Purchased <= to)
            {
                Take(order.Lines, units);
            }
        }

        return units;
    }

    private static void Take(OrderLines lines, long?[] units)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Cancelled: false, Asin: not 0 } line)
            {
                units[line.Asin] = (units[line.Asin] ?? 0) + line.Units;
            }
        }
    }
}

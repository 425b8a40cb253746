using System.Runtime.CompilerServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Seller-fulfilled orders confirmed after ship-by over all whose confirmation falls in the window. An order is
/// confirmed when its last package is, and late if any package was confirmed after its own ship-by. Without any
/// ship-by it cannot be judged: it is left out and noted as assumed. Source: help page G200285190; which date puts an
/// order into the window is published nowhere.
/// </summary>
internal static class LateShipmentRate
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(OrderStretch orders, List<Counted> into)
    {
        if (orders.Program is not Fulfilment.Merchant)
        {
            return;
        }

        for (int number = orders.From; number < orders.To; number++)
        {
            if (Count(number, orders.Account.Packages[number]) is { } counted)
            {
                into.Add(counted);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Counted? Count(int number, OrderPackages packages)
    {
        var confirmed = DateOnly.MinValue;
        (bool judged, bool late) = (false, false);
        for (int i = 0; i < packages.Count; i++)
        {
            Package package = packages[i];
            if (package.Confirmed is not { } at)
            {
                return null;
            }

            confirmed = at.Day > confirmed ? at.Day : confirmed;
            judged |= package.ShipBy is not null;
            late |= package.ShipBy is { } limit && at.After(limit);
        }

        return packages.Count == 0 ? null : new Counted(confirmed, judged ? 1 : 0, late, number, Assumed: !judged);
    }
}

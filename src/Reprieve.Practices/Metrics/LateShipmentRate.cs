using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Seller-fulfilled orders confirmed after ship-by over all whose confirmation falls in the window. An order is
/// confirmed when its last package is, and late if any package was confirmed after its own ship-by. Without any
/// ship-by it cannot be judged: it is left out and noted as assumed. Source: help page G200285190; which date puts an
/// order into the window is published nowhere.
/// </summary>
internal static class LateShipmentRate
{
    public static IEnumerable<Counted> Of(Account account, Fulfilment program)
    {
        if (program is not Fulfilment.Merchant)
        {
            yield break;
        }

        for (int number = 0; number < account.Orders.Count; number++)
        {
            if (Count(number, account) is { } counted)
            {
                yield return counted;
            }
        }
    }

    private static Counted? Count(int number, Account account)
    {
        OrderPackages packages = account.Packages[number];
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

        OrderKey key = account.Orders.Numbers[number];
        return packages.Count == 0 ? null : new Counted(key, confirmed, judged ? 1 : 0, late, number, Assumed: !judged);
    }
}

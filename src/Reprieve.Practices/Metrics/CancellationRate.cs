using System.Runtime.CompilerServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Seller-fulfilled orders cancelled, whole or in one line, by the seller or by Amazon for not shipping, over all
/// purchased in the window, Pending ones left out. What the buyer asked for through the order's cancel option does
/// not count; where nothing says who asked, it counts and is noted as assumed. Source: help page 200285210.
/// </summary>
internal static class CancellationRate
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
            Order order = orders.Account.Orders[number];
            if (order.CountsFor(Fulfilment.Merchant))
            {
                Requester? by = order.Cancelled ? orders.Account.RequesterOf(order.Key) : null;
                bool counts = order.Cancelled && by is not Requester.Buyer;
                bool assumed = order.Cancelled && by is null;
                into.Add(new Counted(order.Purchased, 1, counts, number, Assumed: assumed));
            }
        }
    }
}

using System.Runtime.CompilerServices;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Orders with a defect over all orders purchased in the window, Pending ones left out; for each programme. A defect
/// is feedback of one or two stars, an A-to-z claim that counts, or a service chargeback; the order's date decides,
/// not the defect's. The three parts are the same with one kind of defect. Source: help page G200285170.
/// </summary>
internal static class OrderDefectRate
{
    public static void Count(OrderStretch orders, List<Counted> into) =>
        Count(orders, Defects.NegativeFeedback | Defects.AToZ | Defects.Chargeback, into);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(OrderStretch orders, Defects kinds, List<Counted> into)
    {
        Account account = orders.Account;
        for (int number = orders.From; number < orders.To; number++)
        {
            Order order = account.Orders[number];
            if (order.CountsFor(orders.Program))
            {
                bool bad = (account.Defects[number] & kinds) != Defects.None;
                into.Add(new Counted(order.Purchased, 1, bad, number));
            }
        }
    }
}

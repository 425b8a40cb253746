using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>
/// Orders with a defect over all orders purchased in the window, Pending ones left out; for each programme. A defect
/// is feedback of one or two stars, an A-to-z claim that counts, or a service chargeback; the order's date decides,
/// not the defect's. The three parts are the same with one kind of defect. Source: help page G200285170.
/// </summary>
internal static class OrderDefectRate
{
    public static IEnumerable<Counted> Of(Account account, Fulfilment program, Defects kinds)
    {
        for (int number = 0; number < account.Orders.Count; number++)
        {
            Order order = account.Orders[number];
            if (order.CountsFor(program))
            {
                bool bad = (account.Defects[number] & kinds) != Defects.None;
                yield return new Counted(order.Key, order.Purchased, 1, bad, number);
            }
        }
    }

    public static IEnumerable<Counted> Whole(Account account, Fulfilment program) =>
        Of(account, program, Defects.NegativeFeedback | Defects.AToZ | Defects.Chargeback);
}

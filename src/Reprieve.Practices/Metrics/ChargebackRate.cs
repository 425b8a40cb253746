using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>Orders with a service chargeback, won or lost, over all orders purchased in the window. Source: help page G200285170.</summary>
internal static class ChargebackRate
{
    public static void Count(OrderStretch orders, List<Counted> into) =>
        OrderDefectRate.Count(orders, Defects.Chargeback, into);
}

using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>Orders with an A-to-z claim that counts over all orders purchased in the window. Source: help page G200285170.</summary>
internal static class AToZRate
{
    public static void Count(OrderStretch orders, List<Counted> into) =>
        OrderDefectRate.Count(orders, Defects.AToZ, into);
}

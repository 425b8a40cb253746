using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>Orders with feedback of one or two stars over all orders purchased in the window. Source: help page G200285170.</summary>
internal static class NegativeFeedbackRate
{
    public static void Count(OrderStretch orders, List<Counted> into) =>
        OrderDefectRate.Count(orders, Defects.NegativeFeedback, into);
}

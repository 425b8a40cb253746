using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>Orders with a service chargeback, won or lost, over all orders purchased in the window. Source: help page G200285170.</summary>
internal static class ChargebackRate
{
    public static IEnumerable<Counted> Of(Account account, Fulfilment program) =>
        OrderDefectRate.Of(account, program, Defects.Chargeback);
}

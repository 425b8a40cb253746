using System.Runtime.InteropServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Metrics;

/// <summary>Orders of an account, by number from one to before another, for whose programme a metric is counted.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderStretch(Account Account, Fulfilment Program, int From, int To)
{
    /// <summary>So many orders are counted before what was counted is looked at: it stays in the nearest caches.</summary>
    private const int Most = 4096;

    /// <summary>What a metric counts of the orders of an account, stretch by stretch; each list is used again for the next.</summary>
    /// <param name="wanted">Tells by its number, from 0, whether a stretch is gone through.</param>
    public static IEnumerable<(int Stretch, List<Counted> Items)> Counts(
        Action<OrderStretch, List<Counted>> count,
        Account account,
        Fulfilment program,
        Func<int, bool> wanted
    )
    {
        List<Counted> counted = new(Most);
        int stretches = (account.Orders.Count + Most - 1) / Most;
        foreach (int stretch in Enumerable.Range(0, stretches).Where(wanted))
        {
            int from = stretch * Most;
            counted.Clear();
            count(new OrderStretch(account, program, from, Math.Min(from + Most, account.Orders.Count)), counted);
            yield return (stretch, counted);
        }
    }
}

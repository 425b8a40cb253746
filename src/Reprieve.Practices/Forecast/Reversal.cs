using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Forecast;

/// <summary>A missed metric as it would stand if Amazon reversed some claims.</summary>
internal static class Reversal
{
    private const Defects Reversible = Defects.AToZ | Defects.Chargeback;

    /// <param name="reversed">Orders whose claims and chargebacks are taken as reversed.</param>
    /// <returns>Null where none of them stands behind the metric.</returns>
    public static ReversedForecast? Of(
        MetricRun run,
        Account account,
        Setting setting,
        IReadOnlySet<OrderKey> reversed,
        Names names
    )
    {
        List<OrderKey> behind =
        [
            .. run.Tally.BadOrders.Where(key =>
                reversed.Contains(key) && (account.DefectsOf(key) & Reversible) != Defects.None
            ),
        ];
        if (behind.Count == 0 || !run.Formula.Inputs.Contains("claims"))
        {
            return null;
        }

        MetricRun without = run.On(Without(account, reversed));
        Target target = Target.Of(run.Metric)!.Value;
        bool met = target.Met(without.Tally.Bad, without.Tally.All);
        MetricForecast forecast = Recovery.Of(without, setting.AsOf);
        return new ReversedForecast(
            [.. behind.Select(key => key.Text(names)).Order(StringComparer.Ordinal)],
            (int)without.Tally.Bad,
            (int)without.Tally.All,
            (double)without.Tally.Bad / without.Tally.All,
            met ? "met" : "missed",
            met ? null : forecast.MetByAgeing,
            met ? 0 : forecast.CleanOrdersNeeded
        );
    }

    private static Account Without(Account account, IEnumerable<OrderKey> reversed)
    {
        Defects[] defects = [.. account.Defects];
        // Those that are not in the window yet will be: their claims are reversed too.
        foreach (OrderKey key in reversed)
        {
            if (account.Orders.Numbers.Find(key) is >= 0 and var number)
            {
                defects[number] &= ~Reversible;
            }
        }

        return account with
        {
            Defects = defects,
        };
    }
}

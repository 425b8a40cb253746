using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>The gauges of a store, from <c>knowledge/warnings</c> and <c>knowledge/metrics</c>.</summary>
internal static class GaugeBook
{
    public static IEnumerable<Gauge> Of(string store, KnowledgeBase knowledge, OwnLimits? own = null)
    {
        foreach (
            WarningRule rule in knowledge.Warnings.Where(rule =>
                rule.Code is not (WarningRule.PolicyCounters or WarningRule.ListingsActive) && rule.HoldsFor(store)
            )
        )
        {
            Metric? metric = knowledge.Metrics.FirstOrDefault(metric => metric.Code == rule.Code)?.In(store);
            LocalizedText? named = rule.Name ?? metric?.Name;
            TargetCondition? condition = rule.Condition ?? metric?.Condition;
            if (named is null || condition is null)
            {
                continue;
            }

            string name = named.In(UserTexts.Language);
            IReadOnlyList<GaugeLimit> limits = Limits(rule, metric, condition.Value, own?.Of(rule.Code));
            if (rule.Code == WarningRule.Rating)
            {
                yield return new Gauge(rule.Code, null, name, rule, condition.Value, limits);
                continue;
            }

            IReadOnlyList<Fulfilment> programs = metric?.Programs ?? [Fulfilment.Merchant];
            foreach (Fulfilment program in programs)
            {
                string full =
                    programs.Count == 1
                        ? name
                        : Say.Texts.Get("Standing_Program", name, PracticeTexts.Program(program));
                yield return new Gauge(rule.Code, program, full, rule, condition.Value, limits);
            }
        }
    }

    /// <summary>Amazon's limits; with one of the seller's own, that one and those of Amazon's that come after it.</summary>
    private static List<GaugeLimit> Limits(WarningRule rule, Metric? metric, TargetCondition condition, double? own)
    {
        IEnumerable<double> all =
            rule.Limits.Count > 0 ? rule.Limits
            : metric?.Target is { } target ? [target]
            : [];
        IEnumerable<GaugeLimit> amazon = all.Select(limit => new GaugeLimit((decimal)limit, false));
        if (own is not { } first)
        {
            return [.. amazon];
        }

        var limit = new GaugeLimit((decimal)first, true);
        return
        [
            limit,
            .. amazon.Where(other =>
                condition is TargetCondition.LessThan ? other.Value > limit.Value : other.Value < limit.Value
            ),
        ];
    }
}

namespace Reprieve.Knowledge.Loading;

/// <summary>What must hold of a warning, so that it can come at all, and not every day.</summary>
internal static class WarningValidation
{
    public static IEnumerable<(string Path, string Message)> Check(WarningRule rule, KnowledgeBase knowledge)
    {
        List<(string Field, int Number, int Least, int Most)> numbers =
        [
            ("days", rule.Days, rule.Pace is null ? 1 : 2, 60),
            ("staleDays", rule.StaleDays, 0, 60),
            ("quietDays", rule.QuietDays, 0, 60),
        ];
        if (rule is { Pace: { } pace, Days: >= 2 })
        {
            numbers.AddRange([
                ("pace.snapshots", pace.Snapshots, 2, rule.Days),
                ("pace.overDays", pace.OverDays, 2, rule.Days),
                ("pace.aheadDays", pace.AheadDays, 1, 60),
                ("pace.urgentDays", pace.UrgentDays, 0, 60),
            ]);
        }

        foreach ((string field, int number, int least, int most) in numbers)
        {
            if (number < least || number > most)
            {
                yield return ($"$.{field}", $"{field} must be from {least} to {most}");
            }
        }

        if (rule.Step is { } step && !(step > 0 && double.IsFinite(step)))
        {
            yield return ("$.step", "step must be above 0; leave it out where no difference is told");
        }

        if (rule.Code == WarningRule.PolicyCounters)
        {
            yield break;
        }

        if (rule.Code == WarningRule.ListingsActive)
        {
            if (
                rule.Limits.Count is not (1 or 2)
                || rule.Limits.Any(limit => !(limit is > 0 and <= 1))
                || rule.Limits[^1] < rule.Limits[0]
            )
            {
                yield return (
                    "$.limits",
                    "give one or two shares above 0 up to 1, the smaller first: limits: [0.2, 0.5]"
                );
            }

            yield break;
        }

        Metric? metric = knowledge.Metrics.FirstOrDefault(metric => metric.Code == rule.Code);
        if ((rule.Name ?? metric?.Name) is null)
        {
            yield return ("$.name", $"'{rule.Code}' is no metric of knowledge/metrics; give its name");
        }

        if ((rule.Condition ?? metric?.Condition) is not { } condition)
        {
            yield return ("$.condition", "no condition, here or at the metric; give less_than or at_least");
        }
        else if (rule.Limits.Count == 0 && metric?.Target is null)
        {
            yield return ("$.limits", "no limit, here or at the metric; give limits: [0.05]");
        }
        else if (
            rule
                .Limits.Zip(rule.Limits.Skip(1))
                .Any(pair =>
                    condition is TargetCondition.LessThan ? pair.Second <= pair.First : pair.Second >= pair.First
                )
        )
        {
            yield return ("$.limits", "limits stand in the order in which they are reached");
        }

        if (rule.Limits.Any(limit => !(limit >= 0 && limit <= (rule.Code == WarningRule.Rating ? 1000 : 1))))
        {
            yield return (
                "$.limits",
                "a limit of a rate is a fraction (0.05 for 5 %), one of the rating is from 0 to 1000"
            );
        }
    }
}

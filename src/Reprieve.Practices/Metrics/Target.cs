using Reprieve.Knowledge;

namespace Reprieve.Practices.Metrics;

/// <summary>A metric's target, compared exactly: counts against a decimal, never against a rounded rate.</summary>
internal readonly record struct Target(decimal Value, TargetCondition Condition)
{
    public static Target? Of(Metric metric) =>
        metric is { Target: { } value, Condition: { } condition } ? new Target((decimal)value, condition) : null;

    /// <summary>Whether a rate of these counts meets the target; the whole must be above 0.</summary>
    /// <param name="bad">The misses, whichever side the metric counts.</param>
    public bool Met(long bad, long all) =>
        Condition is TargetCondition.LessThan ? bad < Value * all : all - bad >= Value * all;

    /// <summary>The smallest number of further good ones with which the target is met; null when none suffices.</summary>
    public long? GoodNeeded(long bad, long all)
    {
        decimal share = Condition is TargetCondition.LessThan ? Value : 1 - Value;
        if (share <= 0)
        {
            return null;
        }

        // bad < share * whole for "less than", bad <= share * whole for "at least".
        decimal whole = bad / share;
        decimal least = Condition is TargetCondition.LessThan ? decimal.Floor(whole) + 1 : decimal.Ceiling(whole);
        return (long)Math.Max(0, least - all);
    }
}

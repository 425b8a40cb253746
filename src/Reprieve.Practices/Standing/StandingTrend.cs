using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>How a figure of a store went, day by day.</summary>
/// <param name="Code">A code of <c>knowledge/warnings</c>, or the name of a counter.</param>
/// <param name="Program">Who fulfils; null where the figure knows no programmes.</param>
/// <param name="Name">In the screen's language.</param>
/// <param name="Now">The newest value as people read it.</param>
/// <param name="Missed">Whether the newest value does not keep a limit.</param>
/// <param name="Limit">The limit, as a fraction or a score; null where there is none.</param>
/// <param name="LimitText">The limit as people read it; null where there is none.</param>
/// <param name="Values">One for each day from the first that is asked for to the last; null for a day without one.</param>
public sealed record StandingTrend(
    string Code,
    Fulfilment? Program,
    string Name,
    string Now,
    bool Missed,
    double? Limit,
    string? LimitText,
    IReadOnlyList<double?> Values
)
{
    /// <summary>The rates and the rating of a store that have a value on its newest day, in the order of <c>knowledge/warnings</c>.</summary>
    /// <param name="days">Days up to the newest, from 1.</param>
    /// <param name="own">Limits of the account's own; null where Amazon's hold.</param>
    public static IReadOnlyList<StandingTrend> Of(
        SnapshotHistory history,
        KnowledgeBase knowledge,
        int days,
        OwnLimits? own = null
    ) =>
        history.Days.Count == 0
            ? []
            :
            [
                .. GaugeBook
                    .Of(history.Store, knowledge, own)
                    .Select(gauge => Of(gauge, history, days))
                    .OfType<StandingTrend>(),
            ];

    /// <summary>The counters of violations, complaints and requests that were not 0 all the time, by name.</summary>
    /// <param name="days">Days up to the newest, from 1.</param>
    public static IReadOnlyList<StandingTrend> Counters(SnapshotHistory history, int days) =>
        history.Days.Count == 0
            ? []
            :
            [
                .. history
                    .Days[^1]
                    .Snapshot.Counters.Keys.Select(counter =>
                        Counted(
                            counter,
                            Course(
                                history,
                                days,
                                day => day.Snapshot.Counters.TryGetValue(counter, out int n) ? n : null
                            )
                        )
                    )
                    .Where(trend => trend.Values.Any(value => value > 0))
                    .OrderBy(trend => trend.Code, StringComparer.Ordinal),
            ];

    /// <summary>The counts of listings that are known on the newest day: those for sale, those that are not, and those that are not seen.</summary>
    /// <param name="days">Days up to the newest, from 1.</param>
    public static IReadOnlyList<StandingTrend> Listings(SnapshotHistory history, int days) =>
        history.Days.Count == 0
            ? []
            :
            [
                .. new (string Code, Func<ListingCounts, int?> Count)[]
                {
                    ("active", counts => counts.Active),
                    ("inactive", counts => counts.Inactive),
                    ("suppressed", counts => counts.Suppressed),
                }
                    .Select(one =>
                        Listed(
                            one.Code,
                            Course(history, days, day => day.Snapshot.Listings is { } counts ? one.Count(counts) : null)
                        )
                    )
                    .Where(trend => trend.Values[^1] is not null),
            ];

    private static StandingTrend Listed(string code, IReadOnlyList<double?> values) =>
        new(
            "listings_" + code,
            null,
            Say.Texts.Get("Standing_Listings_" + code),
            (values[^1] ?? 0).ToString("0", CultureInfo.InvariantCulture),
            code == "active"
                ? values[^1] == 0 && values.Any(value => value > 0)
                : values[^1] > 0 && code == "suppressed",
            null,
            null,
            values
        );

    private static StandingTrend? Of(Gauge gauge, SnapshotHistory history, int days)
    {
        if (gauge.In(history.Days[^1]) is not { } now)
        {
            return null;
        }

        GaugeLimit? limit = gauge.Missed(now.Value) ?? (gauge.Limits is [GaugeLimit first, ..] ? first : null);
        return new StandingTrend(
            gauge.Code,
            gauge.Program,
            gauge.Name,
            gauge.Show(now.Value),
            gauge.Missed(now.Value) is not null,
            (double?)limit?.Value,
            limit is null ? null : gauge.Show(limit.Value),
            Course(history, days, day => (double?)gauge.In(day)?.Value)
        );
    }

    private static StandingTrend Counted(string counter, IReadOnlyList<double?> values) =>
        new(
            counter,
            null,
            PolicyCounters.Title(counter),
            (values[^1] ?? 0).ToString("0", CultureInfo.InvariantCulture),
            values[^1] > 0,
            null,
            null,
            values
        );

    private static double?[] Course(SnapshotHistory history, int days, Func<SnapshotDay, double?> value)
    {
        DateOnly last = history.Days[^1].Day;
        var values = new double?[days];
        foreach (SnapshotDay day in history.Days.Where(day => last.DayNumber - day.Day.DayNumber < days))
        {
            values[days - 1 - (last.DayNumber - day.Day.DayNumber)] = value(day);
        }

        return values;
    }
}

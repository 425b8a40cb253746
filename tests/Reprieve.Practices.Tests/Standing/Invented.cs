using Reprieve.Knowledge;
using Reprieve.Practices.Standing;

namespace Reprieve.Practices.Tests.Standing;

/// <summary>Invented snapshots of one store, taken at noon of its days.</summary>
internal static class Invented
{
    public const string Store = "amazon.com";
    public static readonly KnowledgeBase Known = KnowledgeLoader.BuiltIn;
    public static readonly DateOnly Today = new(2026, 9, 20);

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    /// <summary>A snapshot so many days before today.</summary>
    public static AccountSnapshot Ago(int days, string? status = "NORMAL") =>
        new()
        {
            TakenAt = At(Today.AddDays(-days), 12),
            Store = Store,
            Status = status,
        };

    /// <summary>An hour of a day in the store's zone.</summary>
    public static DateTimeOffset At(DateOnly day, int hour)
    {
        DateTime clock = day.ToDateTime(new TimeOnly(hour, 0));
        return new DateTimeOffset(clock, Zone.GetUtcOffset(clock));
    }

    public static AccountSnapshot Late(
        this AccountSnapshot snapshot,
        double? rate,
        string? word = null,
        int? of = null
    ) => snapshot.With(new SnapshotFigure("late_shipment_rate_30d", Fulfilment.Merchant, rate, word, null, of, 30));

    public static AccountSnapshot With(this AccountSnapshot snapshot, params SnapshotFigure[] figures) =>
        snapshot with
        {
            Figures = [.. snapshot.Figures, .. figures],
        };

    public static AccountSnapshot Counting(
        this AccountSnapshot snapshot,
        params (string Counter, int Count)[] counters
    ) => snapshot with { Counters = counters.ToDictionary(one => one.Counter, one => one.Count) };

    public static AccountSnapshot Rated(this AccountSnapshot snapshot, int? score, string? word = null) =>
        snapshot with
        {
            Rating = new HealthRating(score, word),
        };

    public static SnapshotHistory History(params IEnumerable<AccountSnapshot> snapshots) =>
        SnapshotHistory.Of(Store, snapshots, Known);

    /// <summary>A late shipment rate for each day up to today; null for a day without a snapshot.</summary>
    public static SnapshotHistory LateDays(params IReadOnlyList<double?> rates) =>
        History(
            rates
                .Select((rate, i) => (rate, Days: rates.Count - 1 - i))
                .Where(day => day.rate is not null)
                .Select(day => Ago(day.Days).Late(day.rate))
        );

    public static IReadOnlyList<EarlyWarning> Warnings(SnapshotHistory history, OwnLimits? own = null) =>
        EarlyWarning.Of(history, Today, Known, own);
}

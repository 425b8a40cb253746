using System.Globalization;
using Reprieve.Amazon.History;

namespace Reprieve.Server.Selling;

/// <summary>How an account went in a store, week by week.</summary>
/// <param name="Store">Its code.</param>
/// <param name="First">The first day that is told; null where none is.</param>
/// <param name="Last">The last day that is told; a week ends with it.</param>
/// <param name="Weeks">How many weeks that is.</param>
/// <param name="Unread">Lines of the file that could not be read.</param>
/// <param name="Courses">Rates first, then counts; without those of which nothing is told.</param>
/// <param name="Problem">Why there is nothing to see, in words; null when there is.</param>
public sealed record HistoryView(
    string Store,
    DateOnly? First,
    DateOnly? Last,
    int Weeks,
    int Unread,
    IReadOnlyList<HistoryCourse> Courses,
    string? Problem = null
)
{
    /// <summary>Two years and a little; days before are left out.</summary>
    private const int MostWeeks = 110;

    private static readonly (string Name, Func<HealthDay, double?> Value)[] Rates =
    [
        ("OrderDefectRate", day => (double?)day.OrderDefectRate),
        ("NegativeFeedbackRate", day => (double?)day.NegativeFeedbackRate),
        ("ClaimRate", day => (double?)day.ClaimRate),
        ("ChargebackRate", day => (double?)day.ChargebackRate),
        ("LateShipmentRate", day => (double?)day.LateShipmentRate),
        ("CancellationRate", day => (double?)day.CancellationRate),
        ("ValidTrackingRate", day => (double?)day.ValidTrackingRate),
        ("OnTimeDeliveryRate", day => (double?)day.OnTimeDeliveryRate),
        ("Rating", day => day.Rating),
    ];

    private static readonly (string Name, Func<HealthDay, double?> Value)[] Counts =
    [
        ("Orders", day => day.Orders),
        ("OrdersWithDefects", day => day.OrdersWithDefects),
        ("NegativeFeedback", day => day.NegativeFeedback),
        ("Claims", day => day.Claims),
        ("Chargebacks", day => day.Chargebacks),
        ("LateShipments", day => day.LateShipments),
        ("Cancellations", day => day.Cancellations),
        ("Packages", day => day.Packages),
        ("Units", day => day.Units),
        ("PackagesWithoutTracking", day => day.PackagesWithoutTracking),
        ("LatePackages", day => day.LatePackages),
        ("LateUnits", day => day.LateUnits),
    ];

    /// <param name="file">The file's name, for a sentence.</param>
    public static HistoryView Of(string store, string file, AccountHealthHistory history)
    {
        if (history.Days.Count == 0)
        {
            return Without(store, Say.Get("history_damaged", file));
        }

        DateOnly last = history.Days[^1].First;
        HealthDay[] days = [.. history.Days.Where(day => Week(day, last) < MostWeeks)];
        int weeks = Week(days[0], last) + 1;
        return new HistoryView(
            store,
            days[0].First,
            last,
            weeks,
            history.Unread,
            [
                .. Rates
                    .Select(rate =>
                        HistoryCourse.Of(rate.Name, ByWeek(days, last, weeks, rate.Value, Enumerable.Average))
                    )
                    .Concat(
                        Counts.Select(count =>
                            HistoryCourse.Of(count.Name, ByWeek(days, last, weeks, count.Value, Enumerable.Sum))
                        )
                    )
                    .OfType<HistoryCourse>(),
            ]
        );
    }

    /// <summary>One with nothing to see.</summary>
    public static HistoryView Without(string store, string problem) => new(store, null, null, 0, 0, [], problem);

    /// <summary>Weeks before the last one.</summary>
    private static int Week(HealthDay day, DateOnly last) => (last.DayNumber - day.First.DayNumber) / 7;

    private static double?[] ByWeek(
        IEnumerable<HealthDay> days,
        DateOnly last,
        int weeks,
        Func<HealthDay, double?> value,
        Func<IEnumerable<double>, double> together
    )
    {
        var values = new double?[weeks];
        foreach (IGrouping<int, HealthDay> week in days.GroupBy(day => Week(day, last)))
        {
            double[] told = [.. week.Select(value).OfType<double>()];
            values[weeks - 1 - week.Key] = told.Length > 0 ? together(told) : null;
        }

        return values;
    }
}

/// <summary>How a figure went.</summary>
/// <param name="Name">In the screen's language.</param>
/// <param name="Now">The newest week's that is told.</param>
/// <param name="Most">The highest week's.</param>
/// <param name="Values">One for each week, the oldest first; null where nothing is told.</param>
public sealed record HistoryCourse(string Name, string Now, string Most, IReadOnlyList<double?> Values)
{
    /// <summary>The course of a figure; null where nothing of it is told.</summary>
    public static HistoryCourse? Of(string name, IReadOnlyList<double?> values) =>
        values.LastOrDefault(value => value is not null) is { } now
            ? new HistoryCourse(Say.Get("history_" + name), Plain(now), Plain(values.Max()!.Value), values)
            : null;

    private static string Plain(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}

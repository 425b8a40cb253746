using Reprieve.Appeals;
using Reprieve.Notices;

namespace Reprieve.Answers.Deadlines;

/// <summary>A limit with what a person asks of it: when, how long still, the last day on which an office works.</summary>
/// <param name="Limit">The limit as the message states it, with its sentence.</param>
/// <param name="Source">The message that states it.</param>
/// <param name="Due">When it ends, in the marketplace's zone; null when the message's date is not known.</param>
/// <param name="DaysLeft">Calendar days until then in that zone, 0 on the last day, negative afterwards; null without a due time.</param>
/// <param name="LastBusinessDay">The last Monday-to-Friday day on which it can still be kept.</param>
public sealed record DueDate(
    Deadline Limit,
    string Source,
    DateTimeOffset? Due,
    int? DaysLeft,
    DateOnly? LastBusinessDay
)
{
    /// <summary>Whether it has passed, to the second.</summary>
    public bool Passed { get; init; }

    /// <summary>When its time began: the message's date, or when the case was opened; null when neither is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>SHA-256 of the message, lower-case hex.</summary>
    public string Message { get; init; } = "";
}

/// <summary>The limits of a case, soonest first.</summary>
public static class DeadlineList
{
    /// <summary>
    /// The limits that messages state, each once, soonest first; those without a due time last.
    /// </summary>
    /// <param name="messages">The messages of the case.</param>
    /// <param name="zone">The marketplace's zone.</param>
    /// <param name="clock">Tells what is today.</param>
    /// <param name="opened">When the case was opened: from then on counts what a message without a date limits.</param>
    public static IReadOnlyList<DueDate> Of(
        IEnumerable<Diagnosis> messages,
        TimeZoneInfo zone,
        TimeProvider clock,
        DateTimeOffset? opened = null
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        return
        [
            .. messages
                .SelectMany(message =>
                    message.Deadlines.Select(limit =>
                        Look(limit, message.Source, zone, now) with
                        {
                            Since = message.Date ?? opened,
                            Message = message.Sha256,
                        }
                    )
                )
                .GroupBy(due => (due.Limit.For, due.Due, Quote: due.Due is null ? due.Limit.Quote : null))
                .Select(same => same.First())
                .OrderBy(due => due.Due ?? DateTimeOffset.MaxValue),
        ];
    }

    private static DueDate Look(Deadline limit, string source, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (limit.Due is not { } due)
        {
            return new DueDate(limit, source, null, null, null);
        }

        DateTimeOffset local = TimeZoneInfo.ConvertTime(due, zone);
        DateOnly day = DateOnly.FromDateTime(local.DateTime);
        DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new DueDate(limit, source, local, day.DayNumber - today.DayNumber, BusinessDays.LastOnOrBefore(day))
        {
            Passed = now > due,
        };
    }
}

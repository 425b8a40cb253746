namespace Reprieve.Appeals.Deadlines;

/// <summary>A moment at which a person is reminded of a limit.</summary>
/// <param name="Gone">The share of the time that has gone then: 0.5 is half of it.</param>
/// <param name="At">The moment.</param>
public sealed record Reminder(double Gone, DateTimeOffset At);

/// <summary>When a person is reminded of a limit. The shares are Reprieve's own; Amazon names none.</summary>
public static class Reminders
{
    /// <summary>
    /// Half of the time, to have the papers asked for; four fifths, because an appeal of the last hour may not be looked at
    /// any more (sellers' experience, not a rule of Amazon's).
    /// </summary>
    public static IReadOnlyList<double> Shares { get; } = [0.5, 0.8];

    /// <summary>
    /// The reminders of a limit, first to last, at the offset of its end; none where its beginning or its end is not known,
    /// and for what is Amazon's to do: nobody must act before money is due or a review ends.
    /// </summary>
    /// <param name="purpose">What the limit is for, as in <c>deadlines[].for</c>.</param>
    /// <param name="since">When its time began.</param>
    /// <param name="due">When it ends.</param>
    public static IReadOnlyList<Reminder> Of(string purpose, DateTimeOffset? since, DateTimeOffset due) =>
        since is not { } from || from >= due || purpose is "funds" or "review"
            ? []
            :
            [
                .. Shares.Select(share => new Reminder(
                    share,
                    Second(from + ((due - from) * share)).ToOffset(due.Offset)
                )),
            ];

    private static DateTimeOffset Second(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The last reminder that has come; null before the first, and when the limit has passed.</summary>
    public static Reminder? Reached(string purpose, DateTimeOffset? since, DateTimeOffset due, DateTimeOffset now) =>
        now <= due ? Of(purpose, since, due).LastOrDefault(reminder => reminder.At <= now) : null;
}

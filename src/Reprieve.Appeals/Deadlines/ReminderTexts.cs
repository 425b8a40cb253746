using Reprieve.Appeals.Packing;

namespace Reprieve.Appeals.Deadlines;

/// <summary>Reminders in words of the screen's language.</summary>
public static class ReminderTexts
{
    /// <summary>"Half of the time has gone."</summary>
    public static string Of(Reminder reminder) =>
        IsHalf(reminder) ? Say.Texts.Get("Reminder_Half") : Say.Texts.Get("Reminder_Share", Percent(reminder));

    /// <summary>The days and hours of a limit's reminders with their zone, in one sentence; null where there are none.</summary>
    /// <param name="purpose">What the limit is for, as in <c>deadlines[].for</c>.</param>
    /// <param name="since">When its time began; null when not known.</param>
    /// <param name="due">When it ends.</param>
    /// <param name="zone">The store's zone: a reminder may stand on the other side of a change of the clocks than the end.</param>
    public static string? Days(string purpose, DateTimeOffset? since, DateTimeOffset due, TimeZoneInfo zone)
    {
        string[] days =
        [
            .. Reminders
                .Of(purpose, since, due)
                .Select(reminder =>
                    Say.Texts.Get(
                        IsHalf(reminder) ? "Reminder_HalfAt" : "Reminder_ShareAt",
                        Moment.DayAndTime(TimeZoneInfo.ConvertTime(reminder.At, zone)),
                        Percent(reminder)
                    )
                ),
        ];
        return days.Length == 0
            ? null
            : Say.Texts.Get("Reminder_Days", string.Join(Say.Texts.Get("Reminder_Between"), days), zone.Id);
    }

    private static bool IsHalf(Reminder reminder) => reminder.Gone == 0.5;

    private static int Percent(Reminder reminder) => (int)Math.Round(100 * reminder.Gone);
}

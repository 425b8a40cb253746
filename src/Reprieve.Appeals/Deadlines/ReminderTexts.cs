namespace Reprieve.Answers.Deadlines;

/// <summary>A reminder in words of the screen's language.</summary>
public static class ReminderTexts
{
    /// <summary>"Half of the time has gone."</summary>
    public static string Of(Reminder reminder) =>
        reminder.Gone == 0.5
            ? Say.Texts.Get("Reminder_Half")
            : Say.Texts.Get("Reminder_Share", (int)Math.Round(100 * reminder.Gone));
}

namespace Reprieve.Amazon.Notifications;

/// <summary>How long something is left alone after faults in a row.</summary>
internal static class NotificationPauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstForAPerson = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestForAPerson = TimeSpan.FromHours(4);
    private static readonly TimeSpan FirstOfMessage = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestOfMessage = TimeSpan.FromHours(1);

    /// <summary>Until the queue is asked again.</summary>
    /// <param name="failures">In a row, at least one.</param>
    /// <param name="needsPerson">Whether waiting alone will hardly help.</param>
    /// <param name="dice">From 0 to 1: queues that failed together are not asked together.</param>
    public static TimeSpan After(int failures, bool needsPerson, double dice) =>
        (needsPerson ? Doubled(FirstForAPerson, LongestForAPerson, failures) : Doubled(First, Longest, failures))
        * (0.75 + (dice / 2));

    /// <summary>Until a message that the taker refused comes again.</summary>
    /// <param name="times">How often it was refused.</param>
    public static TimeSpan OfMessage(int times) => Doubled(FirstOfMessage, LongestOfMessage, times);

    private static TimeSpan Doubled(TimeSpan first, TimeSpan most, int times)
    {
        TimeSpan pause = first * Math.Pow(2, Math.Clamp(times - 1, 0, 20));
        return pause < most ? pause : most;
    }
}

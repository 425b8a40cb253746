namespace Reprieve.Mail.Watching;

/// <summary>How long a mailbox is left alone after faults in a row.</summary>
internal static class WatchPauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>A wrong password tried often locks the account at many providers.</summary>
    private static readonly TimeSpan[] ForAPerson =
    [
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
    ];

    /// <param name="failures">In a row, at least one.</param>
    /// <param name="retry">Whether time may mend it.</param>
    /// <param name="dice">From 0 to 1: mailboxes that failed together do not come back together.</param>
    public static TimeSpan After(int failures, Retry retry, double dice)
    {
        TimeSpan pause =
            retry is Retry.WhenPutRight
                ? ForAPerson[Math.Min(failures, ForAPerson.Length) - 1]
                : First * Math.Pow(2, Math.Min(failures - 1, 10));
        TimeSpan most = retry is Retry.WhenPutRight ? ForAPerson[^1] : Longest;
        return (pause < most ? pause : most) * (0.75 + (dice / 2));
    }
}

namespace Reprieve.Mail;

/// <summary>What a <see cref="MailboxWatcher"/> looks at, and how often.</summary>
public sealed record WatchOptions
{
    /// <summary>Mails that the server took in before this moment are passed over; null for none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Full names of folders that are not looked into, besides Sent and Drafts; any case.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Pause between looks where the server cannot tell of new mail by itself (no IDLE).</summary>
    public TimeSpan Polling { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Pause between looks into the other folders while IDLE watches the inbox. IDLE is begun anew each time, which RFC 2177
    /// wants at the latest every 29 minutes.
    /// </summary>
    public TimeSpan OtherFolders { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Bytes that a mail may have; a larger one is passed over and reported. 50 million are above what mail providers commonly
    /// take in, and bound what one hostile mail costs in memory.
    /// </summary>
    public int MostBytes { get; init; } = 50_000_000;
}

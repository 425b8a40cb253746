using Reprieve.Mail;

namespace Reprieve.Server.Watching;

/// <summary>How it stands with a mailbox that is watched, since the program started.</summary>
public sealed record MailboxStanding
{
    private const int MostPassedOver = 20;

    /// <summary>When it was last gone through to the end; null when it was not yet.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>Why it cannot be looked into; null when it can.</summary>
    public WatchTrouble? Trouble { get; init; }

    /// <summary>Since when it cannot be.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>Mails that were found.</summary>
    public int Taken { get; init; }

    /// <summary>What could not be read and was left aside, the newest last.</summary>
    public IReadOnlyList<PassedOver> PassedOver { get; init; } = [];

    /// <summary>The standing after a look.</summary>
    public MailboxStanding After(WatchResult result, DateTimeOffset now) =>
        this with
        {
            Looked = result.Trouble is null ? now : Looked,
            Trouble = result.Trouble,
            TroubleSince = result.Trouble is null ? null : TroubleSince ?? now,
            Taken = Taken + result.Taken,
            PassedOver = [.. PassedOver.Concat(result.PassedOver).Distinct().TakeLast(MostPassedOver)],
        };
}

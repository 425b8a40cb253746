using Reprieve.Amazon.Notifications;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>How it stands with a queue that is watched, since the program started.</summary>
public sealed record QueueStanding
{
    /// <summary>When it was emptied last; null when it was not yet.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>Why it cannot be emptied; null when it can.</summary>
    public string? Trouble { get; init; }

    /// <summary>Since when it cannot be.</summary>
    public DateTimeOffset? TroubleSince { get; init; }

    /// <summary>Whether that may pass by itself.</summary>
    public bool Passes { get; init; }

    /// <summary>Notifications that came.</summary>
    public int Taken { get; init; }

    /// <summary>When the last of them came; null for none.</summary>
    public DateTimeOffset? LastTaken { get; init; }

    /// <summary>Messages that nothing could be done with, as many as are kept; the newest first.</summary>
    public IReadOnlyList<SetAsideMessage> SetAside { get; init; } = [];

    /// <summary>The standing after a look.</summary>
    public QueueStanding After(NotificationResult result, IReadOnlyList<SetAsideMessage> aside, DateTimeOffset now) =>
        Told(result.Trouble?.Sentence, result.Trouble is not { NeedsPerson: true }, now) with
        {
            Taken = Taken + result.Taken,
            LastTaken = result.Taken > 0 ? now : LastTaken,
            SetAside = aside,
        };

    /// <summary>The standing with trouble, or without any.</summary>
    public QueueStanding Told(string? trouble, bool passes, DateTimeOffset now) =>
        this with
        {
            Looked = trouble is null ? now : Looked,
            Trouble = trouble,
            TroubleSince = trouble is null ? null : TroubleSince ?? now,
            Passes = passes,
        };
}

using Reprieve.Amazon;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>How it stands with looking at an account.</summary>
/// <param name="Connection">By which it is looked at, as it was then.</param>
/// <param name="Standing">The report of how it stands.</param>
/// <param name="Orders">The orders that are to be shipped.</param>
public sealed record LookState(StoredConnection Connection, LookPart Standing, LookPart Orders)
{
    /// <summary>The orders as they were seen last; null where they never were. Kept nowhere else.</summary>
    public UnshippedList? Open { get; init; }

    /// <summary>When it is looked at next; null while both parts are looked at.</summary>
    public DateTimeOffset? Next => new[] { Standing.Next, Orders.Next }.Min();

    /// <summary>Whether one of the parts is looked at now.</summary>
    public bool IsLooking => Standing.IsLooking || Orders.IsLooking;

    /// <summary>Why a part saw nothing; null when each did.</summary>
    public string? Trouble => Standing.Trouble ?? Orders.Trouble;

    internal LookPart Of(LookKind kind) => kind is LookKind.Orders ? Orders : Standing;

    internal LookState With(LookKind kind, LookPart part) =>
        kind is LookKind.Orders ? this with { Orders = part } : this with { Standing = part };
}

/// <summary>How it stands with a part of looking at an account. The parts wait for each other in nothing.</summary>
/// <param name="Next">When it is looked at next; null while it is looked at and nobody asked for it again.</param>
/// <param name="Began">When the last look began; null before the first.</param>
/// <param name="IsLooking">Whether it is looked at now.</param>
/// <param name="Trouble">Why the last look saw nothing; null when it did, or there was none yet.</param>
/// <param name="TroubleSince">Since when; null without trouble.</param>
/// <param name="Passes">Whether that may pass by itself.</param>
public sealed record LookPart(
    DateTimeOffset? Next,
    DateTimeOffset? Began = null,
    bool IsLooking = false,
    string? Trouble = null,
    DateTimeOffset? TroubleSince = null,
    bool Passes = false
)
{
    /// <summary>It is looked at from now on.</summary>
    internal LookPart Begin(DateTimeOffset now) => this with { Next = null, Began = now, IsLooking = true };

    /// <summary>It was looked at; who asked for it meanwhile has the next turn.</summary>
    /// <param name="trouble">Why nothing was seen; null when it was.</param>
    internal LookPart End(DateTimeOffset now, string? trouble, bool passes, TimeSpan pause) =>
        new(
            Next ?? now + pause,
            Began,
            Trouble: trouble,
            TroubleSince: trouble is null ? null : TroubleSince ?? now,
            Passes: passes
        );
}

/// <summary>What is looked at.</summary>
internal enum LookKind
{
    Orders,
    Standing,
}

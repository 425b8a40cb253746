using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>How it stands with looking at an account.</summary>
/// <param name="Connection">By which it is looked at, as it was then.</param>
/// <param name="Next">When it is looked at next.</param>
/// <param name="IsLooking">Whether it is looked at now.</param>
/// <param name="Trouble">Why the last look saw nothing; null when it did, or there was none yet.</param>
/// <param name="TroubleSince">Since when; null without trouble.</param>
/// <param name="Passes">Whether that may pass by itself.</param>
public sealed record LookState(
    StoredConnection Connection,
    DateTimeOffset Next,
    bool IsLooking = false,
    string? Trouble = null,
    DateTimeOffset? TroubleSince = null,
    bool Passes = false
);

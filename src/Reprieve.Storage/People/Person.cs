namespace Reprieve.Storage;

/// <summary>Somebody who works with the workbench. A seller alone on the own machine needs none.</summary>
public sealed record Person
{
    public required Guid Id { get; init; }

    /// <summary>What others see, and what the timeline says; no two are the same.</summary>
    public required string Name { get; init; }

    /// <summary>What one signs in with; no two are the same, whatever their case.</summary>
    public required string Email { get; init; }

    /// <summary>Null until the invitation was taken up.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes with the password.</summary>
    public string SecurityStamp { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; init; }

    /// <summary>Until when nobody may sign in by this name; null when one may.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>SHA-256 of the token of an invitation that stands; null when there is none.</summary>
    public string? InvitationHash { get; init; }

    public DateTimeOffset? InvitedUntil { get; init; }

    public DateTimeOffset Created { get; init; }
}

/// <summary>What somebody may do; each holds what the one before it does.</summary>
public enum Role
{
    /// <summary>Reads.</summary>
    Viewer,

    /// <summary>Works on cases.</summary>
    Editor,

    /// <summary>Also deletes them, and keeps the client's name and stores.</summary>
    Owner,
}

/// <summary>What a person may do for a client.</summary>
/// <param name="Client">Null for all clients and the cases that have none.</param>
public sealed record Grant(Guid Person, Guid? Client, Role Role);

/// <summary>A browser that somebody is signed in with.</summary>
/// <param name="Id">Names it in lists; its key is the browser's alone.</param>
/// <param name="Browser">What the browser called itself.</param>
public sealed record Session(
    Guid Id,
    Guid Person,
    DateTimeOffset Started,
    DateTimeOffset Seen,
    DateTimeOffset Until,
    string Browser
);

/// <summary>Something that was done about people: who invited whom, who signed in.</summary>
/// <param name="What">Code of what was done.</param>
public sealed record JournalEntry(DateTimeOffset At, string Who, string What, string About);

/// <summary>Which clients and stores somebody sees.</summary>
public sealed record Sight(IReadOnlyCollection<Guid> Clients, IReadOnlyCollection<Guid> Stores);

namespace Reprieve.Storage.Database;

/// <summary>Somebody who works with the workbench. Times are Unix milliseconds.</summary>
internal sealed class PersonRow
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    /// <summary>Null until the invitation was taken up.</summary>
    public string? PasswordHash { get; set; }

    public required string SecurityStamp { get; set; }

    public int Failures { get; set; }

    public long? LockedUntil { get; set; }

    /// <summary>SHA-256 of the invitation's token; null when there is none.</summary>
    public string? InvitationHash { get; set; }

    public long? InvitedUntil { get; set; }

    public long Created { get; set; }
}

/// <summary>What somebody may do.</summary>
internal sealed class GrantRow
{
    public Guid PersonId { get; set; }

    /// <summary>The client it is for; all zeros for all of them.</summary>
    public Guid ClientId { get; set; }

    /// <summary>viewer, editor or owner.</summary>
    public required string Role { get; set; }
}

/// <summary>A browser that somebody is signed in with. Times are Unix milliseconds.</summary>
internal sealed class SessionRow
{
    /// <summary>SHA-256 of the key that the browser's cookie holds.</summary>
    public required string KeyHash { get; set; }

    /// <summary>Names the session in lists without telling its key.</summary>
    public Guid Id { get; set; }

    public Guid PersonId { get; set; }

    public long Started { get; set; }

    public long Seen { get; set; }

    public long Until { get; set; }

    /// <summary>What the browser called itself, cut short.</summary>
    public required string Browser { get; set; }

    public required byte[] Ticket { get; set; }
}

/// <summary>Something that was done about people and what they may do. The time is in Unix milliseconds.</summary>
internal sealed class JournalRow
{
    public Guid Id { get; set; }

    public long At { get; set; }

    public required string Who { get; set; }

    /// <summary>Code of what was done.</summary>
    public required string What { get; set; }

    /// <summary>Whom or what it was about.</summary>
    public required string About { get; set; }
}

/// <summary>A link by which a client brings something to a case. Times are Unix milliseconds.</summary>
internal sealed class IntakeRow
{
    /// <summary>SHA-256 of the token that the link holds.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Names the link in lists without telling its token.</summary>
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public required string Name { get; set; }

    public long Created { get; set; }

    public long Until { get; set; }
}

/// <summary>A passkey of a person. The time is in Unix milliseconds.</summary>
internal sealed class PasskeyRow
{
    /// <summary>The id of the credential, in hexadecimal.</summary>
    public required string Id { get; set; }

    public Guid PersonId { get; set; }

    public required string Name { get; set; }

    public long Created { get; set; }

    /// <summary>The public key and the rest, as JSON.</summary>
    public required byte[] Body { get; set; }
}

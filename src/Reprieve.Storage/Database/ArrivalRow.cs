namespace Reprieve.Storage.Database;

/// <summary>A mail that arrived in a watched mailbox.</summary>
internal sealed class ArrivalRow
{
    public Guid Id { get; set; }

    /// <summary>Whose mailbox it came to; all zeros for whoever works without clients.</summary>
    public Guid ClientId { get; set; }

    /// <summary>Tells it apart from all others of the client, and nothing of what it says.</summary>
    public required string Print { get; set; }

    /// <summary>When it arrived: milliseconds since 1970, UTC.</summary>
    public long At { get; set; }

    /// <summary>Code of its state.</summary>
    public required string State { get; set; }

    /// <summary>The case it lies in.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>What it is, sealed with the key of the client.</summary>
    public required byte[] Body { get; set; }

    /// <summary>The mail, sealed; null once it lies elsewhere.</summary>
    public byte[]? Mail { get; set; }
}

namespace Reprieve.Storage.Database;

/// <summary>One look at an account.</summary>
internal sealed class SnapshotRow
{
    public Guid Id { get; set; }

    /// <summary>Whose it is; all zeros for whoever works without clients.</summary>
    public Guid ClientId { get; set; }

    /// <summary>The connection that it came by.</summary>
    public Guid ConnectionId { get; set; }

    /// <summary>In milliseconds since 1970, UTC.</summary>
    public long TakenAt { get; set; }

    /// <summary>The snapshots of all stores, sealed with the key of the client.</summary>
    public required byte[] Body { get; set; }
}

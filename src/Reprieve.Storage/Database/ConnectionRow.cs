namespace Reprieve.Storage.Database;

/// <summary>A connection of a client's to Amazon.</summary>
internal sealed class ConnectionRow
{
    public Guid Id { get; set; }

    /// <summary>Whose it is; all zeros for whoever works without clients.</summary>
    public Guid ClientId { get; set; }

    /// <summary>Everything else, sealed with the key of the client.</summary>
    public required byte[] Body { get; set; }
}

namespace Reprieve.Storage.Database;

/// <summary>A mailbox of a client.</summary>
internal sealed class MailboxRow
{
    public Guid Id { get; set; }

    /// <summary>Whose it is; all zeros for whoever works without clients.</summary>
    public Guid ClientId { get; set; }

    /// <summary>Everything else, sealed with the key of the client.</summary>
    public required byte[] Body { get; set; }
}

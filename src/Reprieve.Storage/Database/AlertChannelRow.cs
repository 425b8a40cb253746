namespace Reprieve.Storage.Database;

/// <summary>A channel that alerts go to.</summary>
internal sealed class AlertChannelRow
{
    public Guid Id { get; set; }

    /// <summary>All of it, sealed: address and secret are as good as a password.</summary>
    public required byte[] Body { get; set; }
}

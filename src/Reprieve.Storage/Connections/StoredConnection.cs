using System.Text.Json.Serialization;
using Reprieve.Amazon;
using Reprieve.Practices.Standing;

namespace Reprieve.Storage;

/// <summary>
/// A connection to a selling account of a client's at Amazon, or the watch over one that is kept by hand. No form of it is ever printed.
/// </summary>
public sealed record StoredConnection
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is; null for whoever works without clients.</summary>
    public required Guid? Client { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>A code of <c>knowledge/amazon-regions</c>.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// Whether it opens nothing: a person looks at the page of its one store and enters what stands there. It has no secrets then, and
    /// nothing that asks Amazon may take it.
    /// </summary>
    public bool ByHand { get; init; }

    /// <summary>The LWA client id of the owner's application; empty where the watch is kept by hand, as the secrets are.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret of that application.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>What the authorization gave.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>The merchant token; null where it is not known, and then listings are not asked for.</summary>
    public string? SellerId { get; init; }

    /// <summary>Codes of the stores that it is for; none for all in which the account takes part.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>Limits of the account's own, by the code of <c>knowledge/warnings</c>; as <see cref="OwnLimits"/> has them.</summary>
    public IReadOnlyDictionary<string, double> Limits
    {
        get;
        init => field = value ?? new Dictionary<string, double>();
    } = new Dictionary<string, double>();

    /// <summary>Through which Amazon tells what happens at the account; null where nobody set that up.</summary>
    public QueueConnection? Queue { get; init; }

    /// <summary>What its last trial found; null when it was not tried since it was changed.</summary>
    public ConnectionTrial? Trial { get; init; }

    /// <summary>The watch over a store that is kept by hand.</summary>
    /// <param name="client">Whose; null for whoever works without clients.</param>
    /// <param name="region">A code of <c>knowledge/amazon-regions</c>.</param>
    /// <param name="store">A code of <c>knowledge/marketplaces</c>.</param>
    public static StoredConnection OfHand(Guid id, Guid? client, string name, string region, string store) =>
        new()
        {
            Id = id,
            Client = client,
            Name = name,
            Region = region,
            ByHand = true,
            ClientId = "",
            ClientSecret = "",
            RefreshToken = "",
            Stores = [store],
        };

    /// <summary>What opens the account; nothing does where the watch is kept by hand.</summary>
    [JsonIgnore]
    public AmazonConnection Opening => new(Region, ClientId, ClientSecret, RefreshToken);

    /// <summary>Its id alone.</summary>
    public override string ToString() => $"{nameof(StoredConnection)} {Id}";
}

/// <summary>What a trial of a connection found.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Stores">The stores of the account that Reprieve knows.</param>
/// <param name="Rights">What was tried; refusals in the language of whoever tried it.</param>
/// <param name="Trouble">Why the account could not be opened at all, in that language; null when it could.</param>
public sealed record ConnectionTrial(
    DateTimeOffset At,
    IReadOnlyList<FoundStore> Stores,
    IReadOnlyList<ConnectionRight> Rights,
    string? Trouble = null
)
{
    /// <summary>Whether there is a store, and nothing was refused.</summary>
    [JsonIgnore]
    public bool Good => Trouble is null && new ConnectionFinding(Stores, Rights).Good;
}

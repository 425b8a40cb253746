using Reprieve.Amazon;
using Reprieve.Knowledge;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>What somebody says of a connection to Amazon; an empty secret keeps the one that is known.</summary>
/// <param name="Region">A code of <c>knowledge/amazon-regions</c>.</param>
/// <param name="ClientId">The LWA client id of the owner's application.</param>
/// <param name="SellerId">The merchant token; empty where it is not known.</param>
/// <param name="Stores">Codes of the stores that it is for; none for all.</param>
public sealed record ConnectionEdit(
    string Name,
    string Region,
    string ClientId,
    string? ClientSecret = null,
    string? RefreshToken = null,
    string? SellerId = null,
    IReadOnlyList<string>? Stores = null
)
{
    private const int LongestName = 120;

    /// <summary>Amazon's tokens have 2,048 bytes at most.</summary>
    private const int LongestField = 4_000;

    /// <summary>The connection as it is kept, not tried yet.</summary>
    /// <param name="known">The one of that name that is known; null for a new one.</param>
    /// <exception cref="AmazonException">Something is missing or cannot be meant; in words.</exception>
    public StoredConnection Of(Guid? client, StoredConnection? known, KnowledgeBase knowledge, TimeProvider clock)
    {
        if (
            Name.Trim().Length > LongestName
            || new[] { Region, ClientId, ClientSecret, RefreshToken, SellerId }.Any(one => one?.Length > LongestField)
        )
        {
            throw new AmazonException(Say.Get("Selling_too_long"));
        }

        AmazonRegion region =
            knowledge.AmazonRegions.FirstOrDefault(one => one.Code == Region.Trim())
            ?? throw new AmazonException(
                Say.Get("Selling_no_region", string.Join(", ", knowledge.AmazonRegions.Select(one => one.Code)))
            );
        string app = Given(ClientId) ?? throw new AmazonException(Say.Get("Selling_no_client_id"));
        // What is known belongs to the application that it was granted to.
        StoredConnection? same = known?.ClientId == app ? known : null;
        return new StoredConnection
        {
            Id = known?.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            Client = client,
            Name = Given(Name) ?? throw new AmazonException(Say.Get("Selling_no_name")),
            Region = region.Code,
            ClientId = app,
            ClientSecret = Secret(ClientSecret, same?.ClientSecret),
            RefreshToken = Secret(RefreshToken, same?.RefreshToken),
            SellerId = Seller(),
            Limits = known?.Limits ?? new Dictionary<string, double>(),
            // Subscriptions are the application's; those of the account, which may be another one now, are looked for anew.
            Queue = same?.Region == region.Code && same.Queue is { } queue ? queue with { SetUp = null } : null,
            Stores = [.. (Stores ?? []).Select(store => In(region, store.Trim()))],
        };
    }

    /// <summary>What may be shown again.</summary>
    public ConnectionEdit WithoutSecrets() => this with { ClientSecret = null, RefreshToken = null };

    /// <summary>Names the region alone.</summary>
    public override string ToString() => $"{nameof(ConnectionEdit)} {Region}";

    private static string Secret(string? typed, string? known) =>
        Given(typed) ?? known ?? throw new AmazonException(Say.Get("Selling_no_secret"));

    private string? Seller() =>
        Given(SellerId) is not { } seller ? null
        : seller.All(char.IsAsciiLetterOrDigit) ? seller
        : throw new AmazonException(Say.Get("Selling_no_seller"));

    private static string In(AmazonRegion region, string store) =>
        region.Marketplaces.FirstOrDefault(one => one.Equals(store, StringComparison.OrdinalIgnoreCase))
        ?? throw new AmazonException(
            Say.Get(
                "Selling_no_such_store",
                store,
                region.Name.In(UserTexts.Language),
                string.Join(", ", region.Marketplaces)
            )
        );

    /// <summary>What was typed; null for nothing.</summary>
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

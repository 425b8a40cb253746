using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>The clients and their stores.</summary>
/// <param name="Clients">By name.</param>
/// <param name="Stores">By name.</param>
public sealed record ClientList(IReadOnlyList<Client> Clients, IReadOnlyList<Account> Stores)
{
    public static ClientList Empty { get; } = new([], []);

    /// <summary>Whether anybody works for clients here. A seller alone sees nothing of them.</summary>
    public bool Any => Clients.Count > 0;

    public Client? Find(Guid client) => Clients.FirstOrDefault(one => one.Id == client);

    public Client? Named(string name) =>
        Clients.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public Account? Store(Guid? store) => Stores.FirstOrDefault(one => one.Id == store);

    /// <summary>The client that a store belongs to; null when it is not known.</summary>
    public Client? Of(Guid? store) => Store(store)?.Client is { } client ? Find(client) : null;

    /// <summary>What somebody sees of it; all of it without a sight.</summary>
    public ClientList SeenWith(Sight? sight) =>
        sight is null
            ? this
            : new ClientList(
                [.. Clients.Where(one => sight.Clients.Contains(one.Id))],
                [.. Stores.Where(one => sight.Stores.Contains(one.Id))]
            );

    public IEnumerable<Account> StoresOf(Guid client) => Stores.Where(one => one.Client == client);

    /// <summary>The seller account of a client that something about a marketplace belongs to; null when that is not clear.</summary>
    public Account? StoreFor(Guid client, string? marketplace)
    {
        Account[] stores = [.. StoresOf(client)];
        Account[] there =
        [
            .. stores.Where(store => marketplace is not null && store.Marketplaces.Contains(marketplace)),
        ];
        return there.Length == 1 ? there[0]
            : stores.Length == 1 ? stores[0]
            : null;
    }
}

using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>
/// Clients and their stores, kept in memory: they are few, and every page may ask for them. One change at a time; a change
/// to what somebody else changed since the page was opened is refused.
/// </summary>
internal sealed class ClientShelf(ClientBook book) : Shelf
{
    private const int LongestName = 120;

    /// <summary>As they stand now.</summary>
    public ClientList All { get; private set; } = ClientList.Empty;

    /// <inheritdoc/>
    public override async Task LoadAsync(CancellationToken cancel = default) =>
        All = new ClientList(await book.ClientsAsync(cancel), await book.AccountsAsync(cancel));

    /// <summary>Adds a client.</summary>
    /// <returns>Why not; null when it was added.</returns>
    public Task<string?> AddAsync(string name) =>
        ChangeAsync(name, null, () => book.SaveAsync(new Client(Guid.CreateVersion7(), name)));

    /// <summary>Gives a client another name.</summary>
    /// <param name="was">The name that the page showed.</param>
    /// <returns>Why not; null when it has it now.</returns>
    public Task<string?> RenameAsync(Guid client, string name, string was) =>
        ChangeAsync(
            name,
            client,
            () => book.SaveAsync(new Client(client, name)),
            () =>
                All.Find(client) is not { } known ? Say.Get("client_gone")
                : known.Name != was ? Say.Get("client_changed")
                : null
        );

    /// <summary>Keeps what changed of a store.</summary>
    /// <param name="was">What the page showed of it.</param>
    /// <returns>Why not; null when it is kept.</returns>
    public Task<string?> SaveAsync(Account store, string was) =>
        InTurnAsync(async () =>
        {
            string? problem =
                All.Store(store.Id) is not { } known || known.Client != store.Client ? Say.Get("client_gone")
                : Shown(known) != was ? Say.Get("client_changed")
                : Fault(store.Store) ?? (store.LegalName.Length > 0 ? Fault(store.LegalName) : null);
            if (problem is null)
            {
                await book.SaveAsync(store);
            }

            return problem;
        });

    /// <summary>Removes a client that has no cases.</summary>
    /// <returns>Why not; null when it is gone.</returns>
    public Task<string?> RemoveAsync(Guid client) =>
        InTurnAsync(async () => await book.RemoveAsync(client) ? null : Say.Get("client_has_cases"));

    /// <summary>The store of a client by their names; what is not known yet is added.</summary>
    /// <returns>The store, or why there is none.</returns>
    public async Task<(Account? Store, string? Problem)> StoreOfAsync(string client, string store, string? marketplace)
    {
        Account? found = null;
        string? problem = await InTurnAsync(async () =>
        {
            if ((Fault(client) ?? Fault(store)) is { } fault)
            {
                return fault;
            }

            Client owner = All.Named(client) ?? await book.SaveAsync(new Client(Guid.CreateVersion7(), client));
            Account? known = All.StoresOf(owner.Id)
                .FirstOrDefault(one => one.Store.Equals(store, StringComparison.OrdinalIgnoreCase));
            found = known ?? new Account(Guid.CreateVersion7(), owner.Id, store, "", []);
            if (marketplace is not null && !found.Marketplaces.Contains(marketplace))
            {
                found = found with { Marketplaces = [.. found.Marketplaces, marketplace] };
            }

            if (found != known)
            {
                await book.SaveAsync(found);
            }

            return null;
        });
        return (found, problem);
    }

    /// <summary>What a page shows of a store, to tell whether somebody changed it meanwhile.</summary>
    public static string Shown(Account store) =>
        Pages.TextHash.Of($"{store.Store}\n{store.LegalName}\n{string.Join(' ', store.Marketplaces)}");

    private Task<string?> ChangeAsync(
        string name,
        Guid? except,
        Func<Task<Client>> save,
        Func<string?>? before = null
    ) =>
        InTurnAsync(async () =>
        {
            string? problem =
                before?.Invoke()
                ?? Fault(name)
                ?? (All.Named(name) is { } other && other.Id != except ? Say.Get("client_there") : null);
            if (problem is null)
            {
                await save();
            }

            return problem;
        });

    private static string? Fault(string name) =>
        name.Length is 0 or > LongestName || name.Any(char.IsControl)
            ? Say.Get("client_name_wrong", LongestName)
            : null;
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>Clients and their seller accounts. One seller alone needs neither.</summary>
public sealed class ClientBook
{
    private readonly Workbench _workbench;

    internal ClientBook(Workbench workbench) => _workbench = workbench;

    /// <summary>All clients, by name.</summary>
    public async Task<IReadOnlyList<Client>> ClientsAsync(CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<ClientRow> rows = await db.Clients.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new Client(row.Id, row.Name)).OrderBy(client => client.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>All seller accounts, by store.</summary>
    public async Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<AccountRow> rows = await db.Accounts.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new Account(
                    row.Id,
                    row.ClientId,
                    row.Store,
                    row.LegalName,
                    row.Marketplaces.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                ))
                .OrderBy(account => account.Store, StringComparer.Ordinal),
        ];
    }

    /// <summary>Keeps a client: a new one, or another name of a known one.</summary>
    public Task<Client> SaveAsync(Client client, CancellationToken cancel = default) =>
        SaveAsync(
            client,
            async db =>
            {
                ClientRow row = await db.Clients.FindAsync([client.Id], cancel) ?? New(db, client);
                row.Name = client.Name;
            },
            cancel
        );

    /// <summary>Keeps a seller account: a new one, or what changed of a known one.</summary>
    public Task<Account> SaveAsync(Account account, CancellationToken cancel = default) =>
        SaveAsync(
            account,
            async db =>
            {
                AccountRow row = await db.Accounts.FindAsync([account.Id], cancel) ?? New(db, account);
                row.ClientId = account.Client;
                row.Store = account.Store;
                row.LegalName = account.LegalName;
                row.Marketplaces = string.Join(' ', account.Marketplaces);
                await db.SaveChangesAsync(cancel);
                await _workbench.SettleKeysAsync(db, db.Cases.Where(one => one.AccountId == account.Id), cancel);
            },
            cancel
        );

    /// <summary>
    /// Removes a client, its seller accounts, what people might do for it, and its key: what that encrypts cannot be read any
    /// more, here or in a backup, nor can a key of its cases in an older copy of the keys.
    /// </summary>
    /// <returns>False when cases still belong to one of them; nothing is removed then.</returns>
    public async Task<bool> RemoveAsync(Guid client, CancellationToken cancel = default)
    {
        await _workbench.Writing.WaitAsync(cancel);
        try
        {
            await using StorageContext db = _workbench.Connect();
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
            List<Guid?> accounts = await db
                .Accounts.Where(row => row.ClientId == client)
                .Select(row => (Guid?)row.Id)
                .ToListAsync(cancel);
            if (await db.Cases.AnyAsync(row => accounts.Contains(row.AccountId), cancel))
            {
                return false;
            }

            await KeepStrayedAsync(db, client, cancel);
            _workbench.Keys.Clients.Mark(client);
            await db.Grants.Where(row => row.ClientId == client).ExecuteDeleteAsync(cancel);
            await db.Mailboxes.Where(row => row.ClientId == client).ExecuteDeleteAsync(cancel);
            await db.Connections.Where(row => row.ClientId == client).ExecuteDeleteAsync(cancel);
            await db.Snapshots.Where(row => row.ClientId == client).ExecuteDeleteAsync(cancel);
            await db.Arrivals.Where(row => row.ClientId == client).ExecuteDeleteAsync(cancel);
            await db.Accounts.Where(row => row.ClientId == client).ExecuteDeleteAsync(cancel);
            await db.Clients.Where(row => row.Id == client).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            _workbench.Keys.Clients.Destroy(client);
            return true;
        }
        finally
        {
            _workbench.Writing.Release();
        }
    }

    /// <summary>A case that left the client keeps its key, whatever came between the two.</summary>
    private Task KeepStrayedAsync(StorageContext db, Guid client, CancellationToken cancel)
    {
        Guid[] strayed =
        [
            .. _workbench.Keys.All.Where(id => _workbench.Keys.IsUnder(id, client)).Select(id => id.Value),
        ];
        return _workbench.SettleKeysAsync(db, db.Cases.Where(row => strayed.Contains(row.Id)), cancel);
    }

    private static ClientRow New(StorageContext db, Client client) =>
        db.Clients.Add(new ClientRow { Id = client.Id, Name = client.Name }).Entity;

    private static AccountRow New(StorageContext db, Account account) =>
        db
            .Accounts.Add(
                new AccountRow
                {
                    Id = account.Id,
                    Store = account.Store,
                    LegalName = account.LegalName,
                    Marketplaces = "",
                }
            )
            .Entity;

    private async Task<T> SaveAsync<T>(T saved, Func<StorageContext, Task> change, CancellationToken cancel)
    {
        await _workbench.WriteAsync(
            async db =>
            {
                await change(db);
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );
        return saved;
    }
}

/// <summary>A client of a consultant.</summary>
public sealed record Client(Guid Id, string Name);

/// <summary>A seller account.</summary>
/// <param name="Client">Whose it is; null where there is one seller alone.</param>
/// <param name="Store">Name of the store.</param>
/// <param name="LegalName">Name of the company or person; empty when not known.</param>
/// <param name="Marketplaces">Domains, for instance amazon.de.</param>
public sealed record Account(Guid Id, Guid? Client, string Store, string LegalName, IReadOnlyList<string> Marketplaces);

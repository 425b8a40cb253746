using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

public sealed partial class Workbench
{
    /// <summary>Brings the keys of cases under the keys of the clients that they belong to now.</summary>
    /// <remarks>
    /// The row says whose a case is, the key file says whose key encrypts it; each opens whatever the other says, so a stop
    /// between the two loses nothing, and this ends it.
    /// </remarks>
    /// <param name="cases">Which cases.</param>
    internal async Task SettleKeysAsync(StorageContext db, IQueryable<CaseRow> cases, CancellationToken cancel)
    {
        var owned = await cases
            .Select(row => new
            {
                row.Id,
                Client = db
                    .Accounts.Where(account => account.Id == row.AccountId)
                    .Select(account => account.ClientId)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        foreach (var one in owned)
        {
            try
            {
                var id = new CaseId(one.Id);
                if (Keys.ClientOf(id) != one.Client)
                {
                    Keys.Rewrap(id, one.Client);
                }
            }
            catch (StorageException)
            {
                // A broken key is said by whoever asks for the case.
            }
        }
    }

    /// <summary>
    /// What was interrupted of changes of client and of removals is ended; keys of an earlier version come under their
    /// clients. Where there is no client nothing is looked at.
    /// </summary>
    private async Task FinishClientKeysAsync(CancellationToken cancel)
    {
        Keys.FinishRewrapping();
        foreach (Guid client in Keys.Clients.Leaving)
        {
            if (!await Clients.RemoveAsync(client, cancel))
            {
                Keys.Clients.Unmark(client);
            }
        }

        await using StorageContext db = Connect();
        if (await db.Accounts.AnyAsync(account => account.ClientId != null, cancel))
        {
            await SettleKeysAsync(db, db.Cases.Where(row => row.AccountId != null), cancel);
        }
    }
}

using Reprieve.Practices.Standing;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>What changed of an account in the days before its notice came, where the account was looked at then.</summary>
internal sealed class BeforeNotice(Workbench workbench, CaseDesk desk, ClientShelf clients)
{
    /// <summary>Days before that of the notice that are looked at.</summary>
    private const int Days = 3;

    /// <summary>The looks are held against those of some days earlier: nobody looks every day.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(14);

    /// <summary>Day by day, oldest first; nothing where no connection of the case's client saw the store in these days.</summary>
    public async Task<IReadOnlyList<DayOfChanges>> OfAsync(CaseView view, CancellationToken cancel)
    {
        if (view.Work?.Notice is not { Marketplace: { } store, Date: { } came })
        {
            return [];
        }

        Guid? client = clients.All.Of(view.Stored.Account)?.Id;
        foreach (StoredConnection connection in await workbench.Connections.OfAsync(client, cancel))
        {
            IReadOnlyList<AccountSnapshot> seen = await workbench.Snapshots.OfAsync(
                connection.Id,
                came - Reach,
                cancel
            );
            var history = SnapshotHistory.Of(store, seen, desk.Knowledge);
            if (StandingChange.BeforeNotice(history, came, desk.Knowledge, Days) is { Count: > 0 } days)
            {
                return days;
            }
        }

        return [];
    }
}

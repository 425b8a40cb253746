using System.Globalization;
using System.Text;
using Reprieve.Amazon;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.ByHand;

/// <summary>The watch over an account that a person keeps: what stands on its page goes the way that a look by a connection goes.</summary>
internal sealed class HandDesk(
    Workbench workbench,
    CaseDesk desk,
    StatusCases cases,
    StandingAlerts alerts,
    TimeProvider clock
)
{
    private const int LongestName = 120;

    /// <summary>Begins a watch; one of the same name over the same store is it already.</summary>
    /// <exception cref="AmazonException">It cannot be kept; in words.</exception>
    public async Task<StoredConnection> SaveAsync(Guid? client, string name, string store, CancellationToken cancel)
    {
        name = name.Trim();
        store = store.Trim();
        if (name.Length is 0 or > LongestName)
        {
            throw new AmazonException(Say.Get("Hand_no_name", LongestName));
        }

        AmazonRegion region =
            desk.Knowledge.AmazonRegions.FirstOrDefault(one =>
                one.Marketplaces.Contains(store, StringComparer.OrdinalIgnoreCase)
            ) ?? throw new AmazonException(Say.Get("Hand_no_store"));
        store = region.Marketplaces.First(one => one.Equals(store, StringComparison.OrdinalIgnoreCase));
        StoredConnection? known = (await workbench.Connections.OfAsync(client, cancel)).FirstOrDefault(one =>
            one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
        if (known is not null)
        {
            return known.ByHand && known.Stores[0] == store
                ? known
                : throw new AmazonException(Say.Get("Hand_name_taken", name));
        }

        var watch = StoredConnection.OfHand(Guid.CreateVersion7(clock.GetUtcNow()), client, name, region.Code, store);
        await workbench.Connections.SaveAsync(watch, cancel);
        return watch;
    }

    /// <summary>The watch of an id; null where there is none, or a connection has it.</summary>
    public async Task<StoredConnection?> FindAsync(Guid? client, Guid watch, CancellationToken cancel) =>
        (await workbench.Connections.OfAsync(client, cancel)).FirstOrDefault(one => one.Id == watch && one.ByHand);

    /// <summary>Those watches of some connections whose page is to be looked at today.</summary>
    public async Task<IReadOnlySet<Guid>> DueAsync(IEnumerable<StoredConnection> connections, CancellationToken cancel)
    {
        HashSet<Guid> due = [];
        foreach (StoredConnection watch in connections.Where(one => one.ByHand))
        {
            DateTimeOffset? last = await workbench.Snapshots.LastAsync(watch.Id, cancel);
            if (HandDay.Due(watch, last, desk.Knowledge, clock.GetUtcNow()) is not null)
            {
                due.Add(watch.Id);
            }
        }

        return due;
    }

    /// <summary>Keeps what a person read off the page.</summary>
    /// <param name="values">By the keys of <see cref="HealthField"/>; what is empty is not kept.</param>
    /// <returns>What is wrong, by field; nothing is kept then. Empty when it is kept.</returns>
    public async Task<IReadOnlyDictionary<string, string>> KeepAsync(
        StoredConnection watch,
        IReadOnlyDictionary<string, string?> values,
        CancellationToken cancel
    )
    {
        string store = watch.Stores[0];
        var entry = HealthEntry.Of(store, values, clock.GetUtcNow(), desk.Knowledge);
        if (entry.Snapshot is { } snapshot)
        {
            await FollowAsync(watch, snapshot, StatusEvidence.Page(Written(watch, values, snapshot)), cancel);
        }

        return entry.Errors;
    }

    /// <summary>Keeps what Amazon's own report says of the store; nobody has to confirm it.</summary>
    /// <exception cref="ReportException">It is no such report, or says nothing of the store.</exception>
    public async Task KeepReportAsync(StoredConnection watch, byte[] report, CancellationToken cancel)
    {
        AccountSnapshot snapshot =
            new SnapshotReader(desk.Knowledge)
                .Read(report, clock.GetUtcNow())
                .FirstOrDefault(one => one.Store == watch.Stores[0])
            ?? throw new ReportException(Say.Get("Hand_other_store", watch.Stores[0]));
        await FollowAsync(watch, snapshot, StatusEvidence.Report(report), cancel);
    }

    /// <summary>As after a look: the snapshot is kept last, so that all may be done again.</summary>
    private async Task FollowAsync(
        StoredConnection watch,
        AccountSnapshot snapshot,
        StatusEvidence evidence,
        CancellationToken cancel
    )
    {
        IReadOnlyList<AccountSnapshot> before = await workbench.Snapshots.OfAsync(
            watch.Id,
            clock.GetUtcNow() - AccountLook.Memory,
            cancel
        );
        var history = SnapshotHistory.Of(snapshot.Store, [.. before, snapshot], desk.Knowledge);
        await cases.FollowAsync(watch, history, evidence, cancel);
        alerts.Warn(watch, history);
        await workbench.Snapshots.KeepAsync(watch, [snapshot], cancel);
    }

    /// <summary>What was entered, as a person reads it.</summary>
    private string Written(
        StoredConnection watch,
        IReadOnlyDictionary<string, string?> values,
        AccountSnapshot snapshot
    )
    {
        string store = watch.Stores[0];
        var text = new StringBuilder();
        text.AppendLine(
            Say.Get("Hand_written", store, StoreZone.When(snapshot.TakenAt, StoreZone.Of(store, desk.Knowledge)))
        );
        foreach (HealthField field in HealthField.Of(store, desk.Knowledge))
        {
            if (values.GetValueOrDefault(field.Key)?.Trim() is { Length: > 0 } value)
            {
                string unit = field.Kind is HealthFieldKind.Rate && !value.EndsWith('%') ? " %" : "";
                text.AppendLine(CultureInfo.InvariantCulture, $"{field.Name}: {value}{unit}");
            }
        }

        return text.ToString();
    }
}

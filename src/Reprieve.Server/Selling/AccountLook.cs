using Reprieve.Amazon;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>
/// One look at an account: Amazon's own figures become snapshots, a change of status a case, trouble that shows ahead an alert. Each
/// step may be done again after a crash and changes nothing then; the snapshot is kept last.
/// </summary>
internal sealed class AccountLook(
    Workbench workbench,
    AmazonEnd amazon,
    CaseDesk desk,
    StandingAlerts alerts,
    StatusCases cases,
    TimeProvider clock
)
{
    /// <summary>So far back a look is held against earlier ones: more than a year, so that no season is missed.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(400);

    private const string FolderName = "standing";

    /// <summary>Looks; it may take minutes, and hours where Amazon lets itself be asked no more.</summary>
    /// <returns>Why there is nothing to see, in words; null when there is.</returns>
    /// <exception cref="AmazonException">Amazon could not be asked, or refused.</exception>
    /// <exception cref="ReportException">What came is no such report.</exception>
    /// <exception cref="StorageException">It cannot be kept.</exception>
    public async Task<string?> RunAsync(StoredConnection connection, CancellationToken cancel)
    {
        AmazonAccount account = amazon.Edge!.Open(connection.Opening);
        string folder = Path.Combine(workbench.Connections.FolderOf(connection.Id), FolderName);
        StandingReport report = await StandingPull.RunAsync(
            account,
            folder,
            connection.Stores.Count > 0 ? connection.Stores : null,
            cancel
        );
        if (report.Document is not { } document)
        {
            StandingPull.Forget(folder);
            return report.Note;
        }

        IReadOnlyList<AccountSnapshot> now = Read(document, report.At, folder);
        IReadOnlyList<AccountSnapshot> before = await workbench.Snapshots.OfAsync(
            connection.Id,
            clock.GetUtcNow() - Memory,
            cancel
        );
        now = await ListedAsync(account, connection, now, cancel);
        foreach (AccountSnapshot snapshot in now)
        {
            SnapshotHistory history = SnapshotHistory.Of(snapshot.Store, [.. before, snapshot], desk.Knowledge);
            await cases.FollowAsync(connection, history, StatusEvidence.Report(document), cancel);
            alerts.Warn(connection, history);
        }

        await workbench.Snapshots.KeepAsync(connection, now, cancel);
        StandingPull.Forget(folder);
        return null;
    }

    /// <summary>
    /// The same with counts of listings, where the merchant token is known. A store that may not be counted has none: the figures of
    /// account health do not wait for that, and the trial of the connection tells which role is missing.
    /// </summary>
    private static async Task<IReadOnlyList<AccountSnapshot>> ListedAsync(
        AmazonAccount account,
        StoredConnection connection,
        IReadOnlyList<AccountSnapshot> snapshots,
        CancellationToken cancel
    )
    {
        if (connection.SellerId is not { } seller)
        {
            return snapshots;
        }

        List<AccountSnapshot> all = [];
        foreach (AccountSnapshot snapshot in snapshots)
        {
            try
            {
                ListingNumbers? found = await ListingCount.OfAsync(account, seller, snapshot.Store, cancel);
                all.Add(
                    snapshot with
                    {
                        Listings = found is { } count
                            ? new ListingCounts(count.Buyable, count.NotBuyable, count.NotDiscoverable)
                            : null,
                    }
                );
            }
            catch (AmazonException)
            {
                all.Add(snapshot);
            }
        }

        return all;
    }

    private IReadOnlyList<AccountSnapshot> Read(byte[] document, DateTimeOffset at, string folder)
    {
        try
        {
            return new SnapshotReader(desk.Knowledge).Read(document, at);
        }
        catch (ReportException)
        {
            // The next look has another one made.
            StandingPull.Forget(folder);
            throw;
        }
    }
}

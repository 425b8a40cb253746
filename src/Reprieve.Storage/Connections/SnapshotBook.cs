using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// How the accounts behind connections stood, look by look, because Amazon keeps no history: encrypted with the key of the client,
/// and gone with the connection.
/// </summary>
public sealed class SnapshotBook
{
    private readonly Workbench _workbench;

    internal SnapshotBook(Workbench workbench) => _workbench = workbench;

    /// <summary>Keeps what one look saw, unless the connection was forgotten meanwhile.</summary>
    /// <param name="connection">By which it came.</param>
    /// <param name="snapshots">One of each store, all taken at one instant.</param>
    public Task KeepAsync(
        StoredConnection connection,
        IReadOnlyList<AccountSnapshot> snapshots,
        CancellationToken cancel = default
    ) =>
        _workbench.WriteAsync(
            async db =>
            {
                if (
                    snapshots.Count == 0
                    || await db.Connections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == connection.Id, cancel)
                        is not { } known
                )
                {
                    return;
                }

                Guid id = Guid.CreateVersion7(snapshots[0].TakenAt);
                db.Snapshots.Add(
                    new SnapshotRow
                    {
                        Id = id,
                        ClientId = known.ClientId,
                        ConnectionId = known.Id,
                        TakenAt = snapshots[0].TakenAt.ToUnixTimeMilliseconds(),
                        Body = KeyOf(known.ClientId)
                            .Seal(Encoding.UTF8.GetBytes(SnapshotJson.Write(snapshots)), Place(id)),
                    }
                );
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>What was seen by a connection since an instant, of all its stores, oldest first.</summary>
    /// <exception cref="StorageException">The key of the client is gone, or a row was changed.</exception>
    public async Task<IReadOnlyList<AccountSnapshot>> OfAsync(
        Guid connection,
        DateTimeOffset since,
        CancellationToken cancel = default
    )
    {
        long first = since.ToUnixTimeMilliseconds();
        await using StorageContext db = _workbench.Connect();
        List<SnapshotRow> rows = await db
            .Snapshots.AsNoTracking()
            .Where(row => row.ConnectionId == connection && row.TakenAt >= first)
            .OrderBy(row => row.TakenAt)
            .ToListAsync(cancel);
        return [.. rows.SelectMany(Opened)];
    }

    /// <summary>When an account was looked at last; null when it never was.</summary>
    public async Task<DateTimeOffset?> LastAsync(Guid connection, CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        long? last = await db
            .Snapshots.Where(row => row.ConnectionId == connection)
            .MaxAsync(row => (long?)row.TakenAt, cancel);
        return last is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    private IReadOnlyList<AccountSnapshot> Opened(SnapshotRow row)
    {
        try
        {
            return SnapshotJson.Read(Encoding.UTF8.GetString(KeyOf(row.ClientId).Open(row.Body, Place(row.Id))));
        }
        catch (Exception fault) when (fault is CryptographicException or ReportException)
        {
            throw new StorageException(Say.Texts.Get("Snapshot_Changed"), fault);
        }
    }

    /// <summary>The key of whoever has a connection; a new one would hide that the old one is gone.</summary>
    private CaseKey KeyOf(Guid client) =>
        _workbench.Keys.Clients.Find(client) is { } known
            ? new CaseKey(known)
            : throw new StorageException(Say.Texts.Get("Connection_Key"));

    private static string Place(Guid id) => $"snapshot {id}";
}

using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Reprieve.Amazon.Notifications;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// Connections to Amazon, encrypted with the key of their client: nothing of them can be read from the database or a backup, and they
/// go for good with the client.
/// </summary>
public sealed class ConnectionBook
{
    private readonly Workbench _workbench;

    internal ConnectionBook(Workbench workbench) => _workbench = workbench;

    /// <summary>The connections of a client, by name; with null those of whoever works without clients.</summary>
    /// <exception cref="StorageException">Their key is gone, or a row was changed.</exception>
    public async Task<IReadOnlyList<StoredConnection>> OfAsync(Guid? client, CancellationToken cancel = default)
    {
        Guid owner = client ?? Guid.Empty;
        await using StorageContext db = _workbench.Connect();
        List<ConnectionRow> rows = await db
            .Connections.AsNoTracking()
            .Where(row => row.ClientId == owner)
            .ToListAsync(cancel);
        return [.. rows.Select(Opened).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>
    /// Every connection that Amazon can be asked by, whosever it is; one whose key is gone is for its page to tell of, and the watches
    /// that are kept by hand are <see cref="ByHandAsync"/>.
    /// </summary>
    public Task<IReadOnlyList<StoredConnection>> AllAsync(CancellationToken cancel = default) =>
        EachAsync(byHand: false, cancel);

    /// <summary>Every watch that is kept by hand, whosever it is.</summary>
    public Task<IReadOnlyList<StoredConnection>> ByHandAsync(CancellationToken cancel = default) =>
        EachAsync(byHand: true, cancel);

    /// <summary>Keeps a connection: a new one, or what changed of a known one.</summary>
    public Task SaveAsync(StoredConnection connection, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            async db =>
            {
                Guid owner = connection.Client ?? Guid.Empty;
                byte[] body = Sealed(new CaseKey(_workbench.Keys.Clients.Of(owner)), connection);
                if (await db.Connections.FindAsync([connection.Id], cancel) is { } row)
                {
                    row.Body = body;
                }
                else
                {
                    db.Connections.Add(
                        new ConnectionRow
                        {
                            Id = connection.Id,
                            ClientId = owner,
                            Body = body,
                        }
                    );
                }

                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>Keeps what a trial found, unless the connection was changed or forgotten while it was tried.</summary>
    /// <param name="tried">The connection as it was tried.</param>
    public Task KeepTrialAsync(StoredConnection tried, ConnectionTrial trial, CancellationToken cancel = default) =>
        ChangeAsync(tried, known => known.SellerId == tried.SellerId ? known with { Trial = trial } : known, cancel);

    /// <summary>Keeps the queue of a connection, unless the connection was changed or forgotten meanwhile.</summary>
    /// <param name="of">The connection as it was.</param>
    /// <param name="queue">The queue; null for none any more.</param>
    /// <returns>The connection with it; null when it was changed or is gone.</returns>
    public async Task<StoredConnection?> KeepQueueAsync(
        StoredConnection of,
        QueueConnection? queue,
        CancellationToken cancel = default
    )
    {
        StoredConnection? kept = null;
        await ChangeAsync(of, known => kept = known with { Queue = queue }, cancel);
        return kept;
    }

    /// <summary>Keeps the limits of a connection's account, unless the connection was changed or forgotten meanwhile.</summary>
    /// <param name="of">The connection as it was.</param>
    /// <param name="limits">By code; none where Amazon's hold.</param>
    public Task KeepLimitsAsync(
        StoredConnection of,
        IReadOnlyDictionary<string, double> limits,
        CancellationToken cancel = default
    ) => ChangeAsync(of, known => known with { Limits = limits }, cancel);

    /// <summary>
    /// What is remembered of the notifications of a connection, sealed with the key of its client, beside the database: what was
    /// taken is on the disk at once.
    /// </summary>
    /// <exception cref="Reprieve.Amazon.AmazonException">It cannot be read, or is open.</exception>
    public NotificationBook NotificationsOf(StoredConnection connection)
    {
        var key = new CaseKey(_workbench.Keys.Clients.Of(connection.Client ?? Guid.Empty));
        return NotificationBook.Open(
            Path.Combine(FolderOf(connection.Id), "notifications.book"),
            new NotificationSeal((plain, place) => key.Seal(plain, place), (value, place) => key.Open(value, place))
        );
    }

    /// <summary>
    /// Where what comes by a connection lies while it is coming, which may take hours: readable by whoever runs the program alone,
    /// and not encrypted.
    /// </summary>
    public string FolderOf(Guid connection)
    {
        string folder = _workbench.Folder.PullsOf(connection);
        Durable.MakeFolder(_workbench.Folder.Pulls);
        Durable.MakeFolder(folder);
        return folder;
    }

    /// <summary>Wipes what was coming by connections that are not there any more.</summary>
    public async Task ForgetRemovedAsync(CancellationToken cancel = default)
    {
        if (!Directory.Exists(_workbench.Folder.Pulls))
        {
            return;
        }

        await using StorageContext db = _workbench.Connect();
        HashSet<Guid> known = [.. await db.Connections.Select(row => row.Id).ToListAsync(cancel)];
        foreach (string folder in Directory.EnumerateDirectories(_workbench.Folder.Pulls))
        {
            if (!Guid.TryParse(Path.GetFileName(folder), out Guid id) || !known.Contains(id))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    /// <summary>Forgets a connection with its secrets and all that was seen by it; one that is not there is forgotten already.</summary>
    public Task RemoveAsync(Guid? client, Guid connection, CancellationToken cancel = default)
    {
        Guid owner = client ?? Guid.Empty;
        return _workbench.WriteAsync(
            async db =>
            {
                await db
                    .Snapshots.Where(row => row.ClientId == owner && row.ConnectionId == connection)
                    .ExecuteDeleteAsync(cancel);
                await db
                    .Connections.Where(row => row.ClientId == owner && row.Id == connection)
                    .ExecuteDeleteAsync(cancel);
            },
            cancel
        );
    }

    private async Task<IReadOnlyList<StoredConnection>> EachAsync(bool byHand, CancellationToken cancel)
    {
        await using StorageContext db = _workbench.Connect();
        List<ConnectionRow> rows = await db.Connections.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        return [.. rows.Select(TryOpened).OfType<StoredConnection>().Where(one => one.ByHand == byHand)];
    }

    /// <summary>Changes a connection, unless it opens another account since, or is gone.</summary>
    private Task ChangeAsync(
        StoredConnection of,
        Func<StoredConnection, StoredConnection> change,
        CancellationToken cancel
    ) =>
        _workbench.WriteAsync(
            async db =>
            {
                if (
                    await db.Connections.FindAsync([of.Id], cancel) is { } row
                    && Opened(row) is var known
                    && known.Opening == of.Opening
                )
                {
                    row.Body = Sealed(KeyOf(row), change(known));
                    await db.SaveChangesAsync(cancel);
                }
            },
            cancel
        );

    private StoredConnection? TryOpened(ConnectionRow row)
    {
        try
        {
            return Opened(row);
        }
        catch (StorageException)
        {
            return null;
        }
    }

    private StoredConnection Opened(ConnectionRow row)
    {
        try
        {
            StoredConnection connection =
                JsonSerializer.Deserialize(
                    KeyOf(row).Open(row.Body, Place(row.Id)),
                    ConnectionJson.Default.StoredConnection
                ) ?? throw new JsonException();
            return connection with { Id = row.Id, Client = row.ClientId == Guid.Empty ? null : row.ClientId };
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            throw new StorageException(Say.Texts.Get("Connection_Changed"), fault);
        }
    }

    /// <summary>The key of a row that is there; a new one would hide that the old one is gone.</summary>
    private CaseKey KeyOf(ConnectionRow row) =>
        _workbench.Keys.Clients.Find(row.ClientId) is { } known
            ? new CaseKey(known)
            : throw new StorageException(Say.Texts.Get("Connection_Key"));

    private static byte[] Sealed(CaseKey key, StoredConnection connection) =>
        key.Seal(
            JsonSerializer.SerializeToUtf8Bytes(connection, ConnectionJson.Default.StoredConnection),
            Place(connection.Id)
        );

    private static string Place(Guid id) => $"connection {id}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredConnection))]
internal sealed partial class ConnectionJson : JsonSerializerContext;

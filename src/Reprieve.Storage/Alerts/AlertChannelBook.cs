using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Reprieve.Alerts;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// Channels that alerts go to, encrypted with a key of the workbench: address and secret cannot be read from the database or
/// a backup.
/// </summary>
public sealed class AlertChannelBook
{
    private readonly Workbench _workbench;

    internal AlertChannelBook(Workbench workbench) => _workbench = workbench;

    /// <summary>The channels, by name.</summary>
    /// <exception cref="StorageException">The key is no key.</exception>
    public async Task<KeptChannels> AllAsync(CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<AlertChannelRow> rows = await db.AlertChannels.AsNoTracking().ToListAsync(cancel);
        CaseKey? key = _workbench.Keys.Clients.Find(Guid.Empty) is { } known ? new CaseKey(known) : null;
        var all = rows.Select(row => (row.Id, Channel: Opened(row, key))).ToList();
        return new KeptChannels(
            [
                .. all.Select(one => one.Channel)
                    .OfType<AlertChannel>()
                    .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(one => one.Id, StringComparer.Ordinal),
            ],
            [.. all.Where(one => one.Channel is null).Select(one => one.Id).Order()]
        );
    }

    /// <summary>Keeps a channel: a new one, or what changed of a known one. Its id is a GUID.</summary>
    public Task SaveAsync(AlertChannel channel, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            async db =>
            {
                var id = Guid.Parse(channel.Id);
                byte[] body = new CaseKey(_workbench.Keys.Clients.Of(Guid.Empty)).Seal(
                    JsonSerializer.SerializeToUtf8Bytes(channel, AlertChannelJson.Default.AlertChannel),
                    Place(id)
                );
                if (await db.AlertChannels.FindAsync([id], cancel) is { } row)
                {
                    row.Body = body;
                }
                else
                {
                    db.AlertChannels.Add(new AlertChannelRow { Id = id, Body = body });
                }

                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>Forgets a channel with its secret; one that is not there is forgotten already.</summary>
    public Task RemoveAsync(Guid channel, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            db => db.AlertChannels.Where(row => row.Id == channel).ExecuteDeleteAsync(cancel),
            cancel
        );

    private static AlertChannel? Opened(AlertChannelRow row, CaseKey? key)
    {
        try
        {
            return key is null
                ? null
                : JsonSerializer.Deserialize(key.Open(row.Body, Place(row.Id)), AlertChannelJson.Default.AlertChannel);
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static string Place(Guid id) => $"alert channel {id}";
}

/// <summary>The channels of a workbench.</summary>
/// <param name="Channels">Those that can be used.</param>
/// <param name="Broken">
/// Ids of those that cannot be read: the key is gone, or the row was changed. They can only be removed.
/// </param>
public sealed record KeptChannels(IReadOnlyList<AlertChannel> Channels, IReadOnlyList<Guid> Broken);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlertChannel))]
internal sealed partial class AlertChannelJson : JsonSerializerContext;

using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Reprieve.Mail;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// Mailboxes that answers go from and come to, encrypted with the key of their client: address and secret cannot be read from the database
/// or a backup, and go for good with the client.
/// </summary>
public sealed class MailboxBook
{
    private readonly Workbench _workbench;

    internal MailboxBook(Workbench workbench) => _workbench = workbench;

    /// <summary>The mailboxes of a client, by address; with null those of whoever works without clients.</summary>
    /// <exception cref="StorageException">Their key is gone, or a row was changed.</exception>
    public async Task<IReadOnlyList<Mailbox>> OfAsync(Guid? client, CancellationToken cancel = default)
    {
        Guid owner = client ?? Guid.Empty;
        await using StorageContext db = _workbench.Connect();
        List<MailboxRow> rows = await db
            .Mailboxes.AsNoTracking()
            .Where(row => row.ClientId == owner)
            .ToListAsync(cancel);
        return [.. rows.Select(Opened).OrderBy(one => one.Address, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Keeps a mailbox: a new one, or what changed of a known one.</summary>
    public Task SaveAsync(Mailbox mailbox, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            async db =>
            {
                Guid owner = mailbox.Client ?? Guid.Empty;
                byte[] body = KeyOf(owner)
                    .Seal(JsonSerializer.SerializeToUtf8Bytes(mailbox, MailboxJson.Default.Mailbox), Place(mailbox.Id));
                if (await db.Mailboxes.FindAsync([mailbox.Id], cancel) is { } row)
                {
                    row.Body = body;
                }
                else
                {
                    db.Mailboxes.Add(
                        new MailboxRow
                        {
                            Id = mailbox.Id,
                            ClientId = owner,
                            Body = body,
                        }
                    );
                }

                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>Forgets a mailbox with its secret; one that is not there is forgotten already.</summary>
    public Task RemoveAsync(Guid? client, Guid mailbox, CancellationToken cancel = default)
    {
        Guid owner = client ?? Guid.Empty;
        return _workbench.WriteAsync(
            db => db.Mailboxes.Where(row => row.ClientId == owner && row.Id == mailbox).ExecuteDeleteAsync(cancel),
            cancel
        );
    }

    /// <summary>Every mailbox that is watched, of all clients; those that cannot be opened are left out.</summary>
    public async Task<IReadOnlyList<Mailbox>> WatchedAsync(CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<MailboxRow> rows = await db.Mailboxes.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        return [.. rows.Select(Readable).OfType<Mailbox>().Where(one => one.Watch)];

        Mailbox? Readable(MailboxRow row)
        {
            try
            {
                return Opened(row);
            }
            catch (StorageException)
            {
                // The page of the client says so.
                return null;
            }
        }
    }

    /// <summary>
    /// What is remembered of a watched mailbox, sealed with the key of its client. It lies beside the database: how far a mailbox
    /// was gone through is on the disk at once, and an old backup makes nothing be missed, only looked at again.
    /// </summary>
    /// <exception cref="MailException">It cannot be read, or is open.</exception>
    public WatchBook BookOf(Mailbox mailbox)
    {
        CaseKey key = KeyOf(mailbox.Client ?? Guid.Empty);
        return WatchBook.Open(_workbench.Folder.WatchOf(mailbox.Id), new MailSeal(Close, Open));

        byte[] Close(byte[] plain, string place) => key.Seal(plain, place);
        byte[] Open(byte[] value, string place) => key.Open(value, place);
    }

    /// <summary>Forgets how far mailboxes were gone through that are not there any more.</summary>
    public async Task ForgetRemovedAsync(CancellationToken cancel = default)
    {
        if (!Directory.Exists(_workbench.Folder.Watches))
        {
            return;
        }

        await using StorageContext db = _workbench.Connect();
        HashSet<Guid> known = [.. await db.Mailboxes.Select(row => row.Id).ToListAsync(cancel)];
        foreach (string file in Directory.EnumerateFiles(_workbench.Folder.Watches))
        {
            if (!Guid.TryParse(Path.GetFileName(file).Split('.')[0], out Guid id) || !known.Contains(id))
            {
                File.Delete(file);
            }
        }
    }

    private Mailbox Opened(MailboxRow row)
    {
        try
        {
            CaseKey key = _workbench.Keys.Clients.Find(row.ClientId) is { } known
                ? new CaseKey(known)
                : throw new StorageException(Say.Texts.Get("Mailbox_Key"));
            Mailbox mailbox =
                JsonSerializer.Deserialize(key.Open(row.Body, Place(row.Id)), MailboxJson.Default.Mailbox)
                ?? throw new JsonException();
            return mailbox with { Id = row.Id, Client = row.ClientId == Guid.Empty ? null : row.ClientId };
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            throw new StorageException(Say.Texts.Get("Mailbox_Changed"), fault);
        }
    }

    private CaseKey KeyOf(Guid owner) => new(_workbench.Keys.Clients.Of(owner));

    private static string Place(Guid id) => $"mailbox {id}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Mailbox))]
internal sealed partial class MailboxJson : JsonSerializerContext;

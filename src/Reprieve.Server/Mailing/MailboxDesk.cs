using Reprieve.Mail;
using Reprieve.Server.Desk;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>The mailboxes of a client, or of whoever works without clients (null).</summary>
internal sealed class MailboxDesk(
    Workbench workbench,
    CaseDesk desk,
    MailEnds ends,
    Postman postman,
    MailboxWatching watching,
    TimeProvider clock
) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>By address.</summary>
    /// <exception cref="StorageException">They cannot be opened.</exception>
    public Task<IReadOnlyList<Mailbox>> OfAsync(Guid? client, CancellationToken cancel) =>
        workbench.Mailboxes.OfAsync(client, cancel);

    /// <summary>The mailbox of an address; null when none is known.</summary>
    /// <exception cref="StorageException">They cannot be opened.</exception>
    public async Task<Mailbox?> FindAsync(Guid? client, string address, CancellationToken cancel) =>
        (await OfAsync(client, cancel)).FirstOrDefault(one =>
            one.Address.Equals(address.Trim(), StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Keeps a mailbox; one of the same address gives way.</summary>
    /// <exception cref="MailException">It is none; in words.</exception>
    public async Task<Mailbox> SaveAsync(Guid? client, MailboxEdit edit, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            Mailbox? known = await FindAsync(client, edit.Address, cancel);
            Mailbox mailbox = edit.Of(client, known, desk.Knowledge, clock);
            await workbench.Mailboxes.SaveAsync(mailbox, cancel);
            postman.WakeAll();
            await watching.RefreshAsync();
            return mailbox;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Forgets a mailbox with its secret.</summary>
    public async Task RemoveAsync(Guid? client, Guid mailbox, CancellationToken cancel)
    {
        await workbench.Mailboxes.RemoveAsync(client, mailbox, cancel);
        await watching.RefreshAsync();
    }

    /// <summary>Begins to watch a mailbox, or ends it.</summary>
    /// <returns>Why not; null when it is so.</returns>
    public async Task<string?> WatchAsync(Guid? client, Guid mailbox, bool watch, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if ((await OfAsync(client, cancel)).FirstOrDefault(one => one.Id == mailbox) is not { } known)
            {
                return Say.Get("mail_no_mailbox");
            }

            if (watch && known.Imap is null && known.Account(desk.Knowledge).Provider.Imap is null)
            {
                return Say.Get("mailbox_no_imap");
            }

            await workbench.Mailboxes.SaveAsync(known with { Watch = watch }, cancel);
            await watching.RefreshAsync();
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Signs in to its servers and sends nothing; null when there is no such mailbox.</summary>
    public async Task<MailTest?> TestAsync(Guid? client, Guid mailbox, CancellationToken cancel)
    {
        Mailbox? known = (await OfAsync(client, cancel)).FirstOrDefault(one => one.Id == mailbox);
        if (ends.Sender is not { } sender)
        {
            var offline = new MailFinding(false, Say.Get("mail_offline"));
            return known is null ? null : new MailTest(offline, offline);
        }

        return known is null
            ? null
            : await sender(
                    clock,
                    renewed =>
                        workbench
                            .Mailboxes.SaveAsync(
                                known with
                                {
                                    RefreshToken = renewed.RefreshToken,
                                },
                                CancellationToken.None
                            )
                            .GetAwaiter()
                            .GetResult()
                )
                .TestAsync(known.Account(desk.Knowledge), cancel);
    }
}

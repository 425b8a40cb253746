using System.Globalization;
using MailKit.Net.Imap;
using Reprieve.Mail.Connecting;

namespace Reprieve.Mail.Watching;

/// <summary>Goes through the mails of one folder that were not looked at yet, in order, and hands over those that matter.</summary>
/// <param name="folder">Open, read-only.</param>
/// <param name="alone">
/// Whether the first mails are read one by one, because the connection broke over them: so the one that breaks it is found.
/// </param>
internal sealed class FolderScan(
    ImapFolder folder,
    WatchBook book,
    IMailTaker taker,
    AmazonMail relevance,
    WatchOptions options,
    MailFetch fetch,
    WatchTally tally,
    bool alone
)
{
    /// <summary>Mails of one command; small ones, so that at most five megabytes are in memory.</summary>
    private const int Batch = 100;

    /// <summary>Mails handed over after which the book is saved in the middle of a batch.</summary>
    private const int SavesAfter = 25;

    /// <summary>Attempts to fetch a mail, one in a tick, before it is passed over.</summary>
    private const int MostTimes = 8;

    /// <summary>Mails of a folder that are put off at most: if so many cannot be fetched, the server is at fault.</summary>
    private const int MostPutOff = 50;

    private FolderPosition _position = Start(folder, book);
    private bool _alone = alone;
    private int _unsaved;

    public async Task RunAsync(CancellationToken cancel)
    {
        uint next = folder.UidNext?.Id ?? 0;
        ulong modSeq = folder.HighestModSeq;
        IReadOnlyList<PutOffMail> before = _position.PutOff;
        try
        {
            foreach (uint[] batch in (await fetch.AfterAsync(_position.Handled)).Chunk(Batch))
            {
                await BatchAsync(batch, cancel);
                _alone = false;
                Save();
            }

            _position = _position with
            {
                Handled = Math.Max(_position.Handled, Math.Max(next, 1) - 1),
                ModSeq = modSeq,
            };
            foreach (PutOffMail mail in before)
            {
                await AloneAsync(mail.Uid, cancel);
            }
        }
        finally
        {
            Save();
        }
    }

    /// <summary>Where to begin: from the first mail where the folder is new or its numbers are.</summary>
    private static FolderPosition Start(ImapFolder folder, WatchBook book) =>
        book.Find(folder.FullName) is { } known && known.UidValidity == folder.UidValidity
            ? known
            : new FolderPosition { Name = folder.FullName, UidValidity = folder.UidValidity };

    private async Task BatchAsync(uint[] batch, CancellationToken cancel)
    {
        Dictionary<uint, FoundMail> found = [];
        Dictionary<uint, byte[]?> read = [];
        if (!_alone)
        {
            found = (await fetch.TheseAsync(batch)).Where(mail => !IsOld(mail)).ToDictionary(mail => mail.Uid);
            read = await ReadAsync([.. found.Values.Where(mail => mail.IsSmall)]);
        }

        foreach (uint uid in batch)
        {
            if (read.TryGetValue(uid, out byte[]? bytes))
            {
                await (bytes is null ? Task.CompletedTask : HandOverAsync(found[uid], bytes, cancel));
            }
            else if (_alone || found.ContainsKey(uid))
            {
                await AloneAsync(uid, cancel);
            }

            _position = _position with { Handled = uid };
        }
    }

    private bool IsOld(FoundMail mail) => options.Since is { } since && mail.Received < since;

    /// <summary>Small mails by one command: the bytes of those that matter, null for others.</summary>
    private async Task<Dictionary<uint, byte[]?>> ReadAsync(FoundMail[] mails)
    {
        var read = new Dictionary<uint, byte[]?>();
        if (mails.Length == 0)
        {
            return read;
        }

        try
        {
            await fetch.ManyAsync(mails, (uid, bytes) => read[uid] = relevance.Concerns(bytes) ? bytes : null);
        }
        catch (ImapCommandException fault) when (!MailFault.IsThrottling(fault))
        {
            // One of them the server cannot give; alone it is found.
        }

        return read;
    }

    private async Task AloneAsync(uint uid, CancellationToken cancel)
    {
        try
        {
            await ReadAloneAsync(uid, cancel);
            Forget(uid);
        }
        catch (Exception fault) when (IsOfTheMail(fault, cancel) && _position.PutOff.Count < MostPutOff)
        {
            PutOff(uid, fault);
            if (fault is not ImapCommandException)
            {
                throw;
            }
        }
    }

    /// <summary>Whether a fault may lie in the mail: not one of the book's, nor of a server that asks for patience.</summary>
    private static bool IsOfTheMail(Exception fault, CancellationToken cancel) =>
        MailFault.IsOne(fault)
        && fault is not MailException
        && !MailFault.IsThrottling(fault)
        && !cancel.IsCancellationRequested;

    private async Task ReadAloneAsync(uint uid, CancellationToken cancel)
    {
        if (await fetch.TheseAsync([uid]) is not [var mail] || IsOld(mail))
        {
            return;
        }

        byte[]? bytes = await fetch.BeginningAsync(mail.Uid, AmazonMail.Beginning);
        if (bytes is null || !relevance.Concerns(bytes))
        {
            return;
        }

        if (bytes.Length >= AmazonMail.Beginning)
        {
            bytes = await fetch.WholeAsync(mail, bytes, options.MostBytes);
        }

        if (bytes?.Length > options.MostBytes)
        {
            Report(
                mail.Uid,
                Say.Texts.Get("Watch_Too_Large", Megabytes(mail.Size), folder.FullName, Megabytes(options.MostBytes))
            );
        }
        else if (bytes is not null)
        {
            await HandOverAsync(mail, bytes, cancel);
        }
    }

    private async Task HandOverAsync(FoundMail mail, byte[] bytes, CancellationToken cancel)
    {
        UInt128 identity = MailIdentity.Of(bytes);
        if (book.WasTaken(identity))
        {
            return;
        }

        var arrived = new ArrivedMail(bytes, folder.FullName, mail.Uid, mail.Received, MailIdentity.Text(identity));
        try
        {
            await taker.TakeAsync(arrived, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            throw new TakingException(fault);
        }

        book.Take(identity);
        tally.Taken++;
        if (++_unsaved >= SavesAfter)
        {
            Save();
        }
    }

    private void PutOff(uint uid, Exception fault)
    {
        int times = 1 + (_position.PutOff.FirstOrDefault(mail => mail.Uid == uid)?.Times ?? 0);
        Forget(uid);
        // Later ones go on meanwhile.
        _position = _position with
        {
            Handled = Math.Max(_position.Handled, uid),
        };
        if (times < MostTimes)
        {
            _position = _position with { PutOff = [.. _position.PutOff, new PutOffMail(uid, times)] };
        }
        else
        {
            Report(uid, Say.Texts.Get("Watch_Cannot_Fetch", folder.FullName, times, fault.Message));
        }
    }

    private void Forget(uint uid)
    {
        if (_position.PutOff.Any(mail => mail.Uid == uid))
        {
            _position = _position with { PutOff = [.. _position.PutOff.Where(mail => mail.Uid != uid)] };
        }
    }

    private void Report(uint uid, string sentence) =>
        tally.PassedOver.Add(new PassedOver(folder.FullName, uid, sentence));

    private void Save()
    {
        book.Note(_position);
        book.Save();
        _unsaved = 0;
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.#", CultureInfo.InvariantCulture);
}

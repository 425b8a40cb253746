namespace Reprieve.Mail;

/// <summary>Takes the mails that a <see cref="MailboxWatcher"/> finds: what lies behind it is the caller's.</summary>
public interface IMailTaker
{
    /// <summary>
    /// Takes a mail for good; when it returns, the mail must be kept durably, for the watcher then writes down that it was
    /// handed over. A crash between the two hands the same mail over again after the next start, so a taker knows mails by
    /// <see cref="ArrivedMail.Identity"/> and takes none twice.
    /// </summary>
    /// <remarks>
    /// An exception ends the tick and comes out of it; the mail is handed over again at the next one. For a mail that the taker
    /// will never be able to use it must not throw, but note that and return.
    /// </remarks>
    Task TakeAsync(ArrivedMail mail, CancellationToken cancel);
}

/// <summary>A mail from or about Amazon, as it lies in the mailbox; whether it is genuine nobody has judged yet.</summary>
/// <param name="Bytes">The whole mail, byte by byte as the server gives it.</param>
/// <param name="Folder">The full name of the folder in which it was found.</param>
/// <param name="Uid">Its number there; means nothing once the folder's UIDVALIDITY changes.</param>
/// <param name="Received">When the server took it in (INTERNALDATE), with the server's offset; null where it does not say.</param>
/// <param name="Identity">
/// 32 hexadecimal digits that stay the same when the mail is moved, copied or delivered again, and differ for another mail
/// that borrows its Message-ID.
/// </param>
public sealed record ArrivedMail(
    ReadOnlyMemory<byte> Bytes,
    string Folder,
    uint Uid,
    DateTimeOffset? Received,
    string Identity
);

using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;

namespace Reprieve.Mail.Sending;

/// <summary>Where a sign of a mail was found.</summary>
internal enum Sign
{
    /// <summary>Nowhere, though all folders that might have it were looked through.</summary>
    None,

    /// <summary>In a folder of what was sent.</summary>
    SentCopy,

    /// <summary>In the inbox: the mail itself.</summary>
    OwnCopy,

    /// <summary>In the inbox: an answer to it.</summary>
    Answer,

    /// <summary>In the inbox: a report that it could not be delivered; so it was taken.</summary>
    Bounce,

    /// <summary>Nowhere, and there is no Sent folder that could have it.</summary>
    NoSentFolder,
}

/// <summary>Looks into a mailbox for signs of a mail, and stores the Sent copy.</summary>
internal sealed class SentFolder(MailAccount account, MailServer server, Connections connections, MailEdge edge)
{
    /// <summary>Newest mails whose heads are read one by one: the search of some providers finds nothing or too much.</summary>
    private const int Newest = 300;

    private static readonly MessageSummaryItems Heads =
        MessageSummaryItems.Envelope | MessageSummaryItems.References | MessageSummaryItems.BodyStructure;

    /// <summary>Looks for a sign that the server took the mail.</summary>
    /// <exception cref="ConnectionException">The mailbox cannot be looked into; in words.</exception>
    public Task<Sign> LookAsync(string messageId, CancellationToken cancel) =>
        WithAsync(
            async (client, token) =>
            {
                IMailFolder? sent = await FindAsync(client, token);
                if (sent is not null && await HoldsAsync(sent, messageId, token))
                {
                    return Sign.SentCopy;
                }

                // Whoever deletes a sent mail, or archives it, only moves it.
                foreach (SpecialFolder other in new[] { SpecialFolder.All, SpecialFolder.Trash, SpecialFolder.Archive })
                {
                    if (Special(client, other) is { } folder && await HoldsAsync(folder, messageId, token))
                    {
                        return Sign.SentCopy;
                    }
                }

                Sign inbox = await InInboxAsync(client.Inbox, messageId, token);
                return inbox is Sign.None && sent is null ? Sign.NoSentFolder : inbox;
            },
            cancel
        );

    /// <summary>Stores a copy unless there is one; false when it is the provider's to store and is not there yet.</summary>
    /// <exception cref="ConnectionException">It cannot be stored; in words.</exception>
    public Task<bool> FileAsync(string messageId, ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        WithAsync(
            async (client, token) =>
            {
                IMailFolder sent =
                    await FindAsync(client, token) ?? throw new MailException(Say.Texts.Get("No_Sent_Folder"));
                if (await HoldsAsync(sent, messageId, token))
                {
                    return true;
                }

                if (account.StoredBy is SentCopy.Provider)
                {
                    return false;
                }

                using MimeKit.MimeMessage copy = ExactMessage.Of(bytes, null);
                await sent.AppendAsync(new AppendRequest(copy, MessageFlags.Seen), token);
                return true;
            },
            cancel
        );

    /// <summary>The Sent folder's name; null when there is none.</summary>
    /// <exception cref="ConnectionException">The mailbox cannot be looked into; in words.</exception>
    public Task<string?> NameAsync(CancellationToken cancel) =>
        WithAsync(async (client, token) => (await FindAsync(client, token))?.FullName, cancel);

    private async Task<T> WithAsync<T>(Func<ImapClient, CancellationToken, Task<T>> deed, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var client = new ImapClient(new LastWords());
        await connections.OpenAsync(client, server, cancel);
        patience.CancelAfter(edge.ToAnswer);
        try
        {
            T result = await deed(client, patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return result;
        }
        catch (Exception fault) when (MailFault.IsOne(fault))
        {
            throw new ConnectionException(MailFault.Of(fault, server, account, null), fault);
        }
    }

    private async Task<IMailFolder?> FindAsync(ImapClient client, CancellationToken cancel)
    {
        if (Special(client, SpecialFolder.Sent) is { } marked)
        {
            return marked;
        }

        var all = new List<IMailFolder>();
        foreach (FolderNamespace space in client.PersonalNamespaces)
        {
            all.AddRange(await client.GetFoldersAsync(space, cancellationToken: cancel));
        }

        return account
            .Provider.SentFolders.Select(name =>
                all.Find(folder => folder.FullName.Equals(name, StringComparison.OrdinalIgnoreCase))
            )
            .FirstOrDefault(folder => folder is not null);
    }

    private static IMailFolder? Special(ImapClient client, SpecialFolder which) =>
        client.Capabilities.HasFlag(ImapCapabilities.SpecialUse) || client.Capabilities.HasFlag(ImapCapabilities.XList)
            ? client.GetFolder(which)
            : null;

    private static async Task<bool> HoldsAsync(IMailFolder folder, string messageId, CancellationToken cancel) =>
        (await MailsAsync(folder, SearchQuery.HeaderContains("Message-ID", messageId), cancel)).Any(mail =>
            Is(mail.Envelope?.MessageId, messageId)
        );

    private static async Task<Sign> InInboxAsync(IMailFolder inbox, string messageId, CancellationToken cancel)
    {
        IReadOnlyList<IMessageSummary> mails = await MailsAsync(inbox, SearchQuery.BodyContains(messageId), cancel);
        // The search in bodies gives the reports that carry our head; each is known by its form.
        HashSet<UniqueId> naming = [.. await inbox.SearchAsync(SearchQuery.BodyContains(messageId), cancel)];
        return mails.Any(mail => Is(mail.Envelope?.MessageId, messageId)) ? Sign.OwnCopy
            : mails.Any(mail => IsReport(mail) && (naming.Contains(mail.UniqueId) || Answers(mail, messageId)))
                ? Sign.Bounce
            : mails.Any(mail => Answers(mail, messageId)) ? Sign.Answer
            : Sign.None;
    }

    /// <summary>The newest mails of a folder, and what its search finds besides.</summary>
    private static async Task<IReadOnlyList<IMessageSummary>> MailsAsync(
        IMailFolder folder,
        SearchQuery query,
        CancellationToken cancel
    )
    {
        await folder.OpenAsync(FolderAccess.ReadOnly, cancel);
        var mails = new List<IMessageSummary>();
        if (folder.Count > 0)
        {
            mails.AddRange(
                await folder.FetchAsync(
                    Math.Max(0, folder.Count - Newest),
                    -1,
                    Heads | MessageSummaryItems.UniqueId,
                    cancel
                )
            );
            IList<UniqueId> found = await folder.SearchAsync(query, cancel);
            List<UniqueId> older = [.. found.Except(mails.Select(mail => mail.UniqueId)).Take(Newest)];
            if (older.Count > 0)
            {
                mails.AddRange(await folder.FetchAsync(older, Heads | MessageSummaryItems.UniqueId, cancel));
            }
        }

        return mails;
    }

    private static bool Answers(IMessageSummary mail, string messageId) =>
        Is(mail.Envelope?.InReplyTo, messageId) || (mail.References?.Any(id => Is(id, messageId)) ?? false);

    private static bool IsReport(IMessageSummary mail) =>
        mail.Body is BodyPartMultipart { ContentType: { } type } && type.IsMimeType("multipart", "report");

    private static bool Is(string? id, string messageId) => id?.Trim().Trim('<', '>') == messageId;
}

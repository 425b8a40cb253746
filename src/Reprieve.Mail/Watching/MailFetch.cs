using MailKit;
using MailKit.Net.Imap;

namespace Reprieve.Mail.Watching;

/// <summary>A mail in a folder, before anything of it was read.</summary>
/// <param name="Uid">Its number.</param>
/// <param name="Size">Bytes, as the server says.</param>
/// <param name="Received">When the server took it in; null where it does not say.</param>
internal sealed record FoundMail(uint Uid, uint Size, DateTimeOffset? Received)
{
    /// <summary>Whether all of it is looked at to tell what it is about.</summary>
    public bool IsSmall => Size <= AmazonMail.Beginning;
}

/// <summary>Reads mails of a folder that is open read-only, by commands that mark nothing as read (BODY.PEEK).</summary>
/// <param name="toAnswer">How long one command may take.</param>
internal sealed class MailFetch(ImapFolder folder, TimeSpan toAnswer, CancellationToken cancel)
{
    /// <summary>Bytes of one command for a large mail: a slow line brings them in time.</summary>
    private const int Block = 1024 * 1024;

    private const int FirstWindow = 50;
    private const int LargestWindow = 2_000;
    private const MessageSummaryItems Heads =
        MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate;

    /// <summary>
    /// The numbers of the mails after one, in order. They are read from the end in windows that grow, by place and not by
    /// number: while nothing but FETCH is asked, places do not shift (RFC 3501, 7.4.1), numbers may have any gaps, and SEARCH is
    /// not needed, which some providers do badly. Nothing else is asked for: a server may stumble over a mail.
    /// </summary>
    public async Task<IReadOnlyList<uint>> AfterAsync(uint handled)
    {
        var found = new List<uint>();
        int window = FirstWindow;
        bool reached = false;
        for (int end = folder.Count - 1; end >= 0 && !reached; )
        {
            int from = Math.Max(0, end - window + 1);
            int to = end;
            IList<IMessageSummary> numbers = await WithinAsync(token =>
                folder.FetchAsync(from, to, new FetchRequest(MessageSummaryItems.UniqueId), token)
            );
            foreach (IMessageSummary mail in numbers.Where(mail => mail.UniqueId.IsValid))
            {
                reached |= mail.UniqueId.Id <= handled;
                if (mail.UniqueId.Id > handled)
                {
                    found.Add(mail.UniqueId.Id);
                }
            }

            end = from - 1;
            window = Math.Min(window * 4, LargestWindow);
        }

        found.Sort();
        return found;
    }

    /// <summary>What is known of mails by their numbers; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<FoundMail>> TheseAsync(IEnumerable<uint> uids)
    {
        List<UniqueId> wanted = [.. uids.Order().Select(uid => new UniqueId(uid))];
        IList<IMessageSummary> heads =
            wanted.Count == 0
                ? []
                : await WithinAsync(token => folder.FetchAsync(wanted, new FetchRequest(Heads), token));
        return
        [
            .. heads
                .Where(head => head.UniqueId.IsValid)
                .Select(head => new FoundMail(head.UniqueId.Id, head.Size ?? uint.MaxValue, head.InternalDate)),
        ];
    }

    /// <summary>Reads many small mails by one command and tells each; those that the server leaves out are not told.</summary>
    public Task ManyAsync(IReadOnlyList<FoundMail> mails, Action<uint, byte[]> each) =>
        WithinAsync(async token =>
        {
            await folder.GetStreamsAsync(
                [.. mails.Select(mail => new UniqueId(mail.Uid))],
                async (_, _, uid, stream, reading) => each(uid.Id, await ReadAsync(stream, reading)),
                token
            );
            return true;
        });

    /// <summary>The first bytes of a mail; null where it is gone.</summary>
    public async Task<byte[]?> BeginningAsync(uint uid, int most)
    {
        try
        {
            return await WithinAsync(async token =>
            {
                using Stream stream = await folder.GetStreamAsync(new UniqueId(uid), 0, most, token);
                return await ReadAsync(stream, token);
            });
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// A whole mail block by block, of which the beginning is there; null where it is gone. One byte more than is allowed tells
    /// that it is too large: what the server says of sizes is not relied on.
    /// </summary>
    public async Task<byte[]?> WholeAsync(FoundMail mail, byte[] beginning, int most)
    {
        using var whole = new MemoryStream();
        whole.Write(beginning);
        bool more = true;
        try
        {
            while (more && whole.Length <= most)
            {
                int at = (int)whole.Length;
                int wanted = Math.Min(Block, most + 1 - at);
                long got = await WithinAsync(async token =>
                {
                    using Stream block = await folder.GetStreamAsync(new UniqueId(mail.Uid), at, wanted, token);
                    await block.CopyToAsync(whole, token);
                    return whole.Length - at;
                });
                more = got >= wanted;
            }
        }
        catch (MessageNotFoundException) when (whole.Length < mail.Size)
        {
            return null;
        }
        catch (MessageNotFoundException)
        {
            // Some say so of nothing after the end.
        }

        return whole.ToArray();
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancel)
    {
        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        await stream.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> command)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(toAnswer);
        return await command(patience.Token);
    }
}

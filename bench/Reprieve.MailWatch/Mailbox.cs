using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Mail.Connecting;
using Reprieve.MailFaults;

namespace Reprieve.MailWatch;

/// <summary>Watchers of a Dovecot of ours, and what its user does in the mailbox.</summary>
internal static class Mailbox
{
    public const string User = "seller@example.com";

    public static MailboxWatcher Watcher(
        MailServer server,
        DovecotServer dovecot,
        WatchBook book,
        IMailTaker taker,
        TimeProvider clock,
        string user = User
    ) =>
        new(
            SeedRun.Account(1, server, SentCopy.Unknown) with
            {
                Address = user,
            },
            book,
            taker,
            KnowledgeLoader.BuiltIn,
            new WatchOptions(),
            clock,
            new MailEdge { AlsoTrusted = dovecot.Certificate }
        );

    public static async Task AsUserAsync(DovecotServer dovecot, Func<ImapClient, Task> deed)
    {
        using var client = new ImapClient
        {
            ServerCertificateValidationCallback = (_, given, _, _) =>
                given?.GetCertHashString() == dovecot.Certificate.GetCertHashString(),
        };
        await client.ConnectAsync("127.0.0.1", dovecot.Server.Port, SecureSocketOptions.SslOnConnect);
        await client.AuthenticateAsync(User, "secret");
        await deed(client);
        await client.DisconnectAsync(true);
    }

    /// <summary>Moves some mails of the inbox into a folder, which is made where it is missing.</summary>
    public static Task MoveAsync(DovecotServer dovecot, string folder, int count) =>
        AsUserAsync(
            dovecot,
            async client =>
            {
                IMailFolder to = await MakeAsync(client, folder);
                await client.Inbox.OpenAsync(FolderAccess.ReadWrite);
                int some = Math.Min(count, client.Inbox.Count);
                if (some > 0)
                {
                    await client.Inbox.MoveToAsync([.. Enumerable.Range(0, some)], to);
                }
            }
        );

    /// <summary>Makes a folder anew with the same mails, so that its numbers begin anew (UIDVALIDITY).</summary>
    public static Task MakeAnewAsync(DovecotServer dovecot, string folder) =>
        AsUserAsync(
            dovecot,
            async client =>
            {
                IMailFolder old = await MakeAsync(client, folder);
                await old.RenameAsync(client.GetFolder(client.PersonalNamespaces[0]), "Old-" + folder);
                IMailFolder anew = await MakeAsync(client, folder);
                await old.OpenAsync(FolderAccess.ReadWrite);
                if (old.Count > 0)
                {
                    await old.CopyToAsync([.. Enumerable.Range(0, old.Count)], anew);
                }

                await old.CloseAsync();
                await old.DeleteAsync();
            }
        );

    private static async Task<IMailFolder> MakeAsync(ImapClient client, string folder)
    {
        IMailFolder root = client.GetFolder(client.PersonalNamespaces[0]);
        try
        {
            return await root.GetSubfolderAsync(folder);
        }
        catch (FolderNotFoundException)
        {
            return await root.CreateAsync(folder, true) ?? await root.GetSubfolderAsync(folder);
        }
    }
}

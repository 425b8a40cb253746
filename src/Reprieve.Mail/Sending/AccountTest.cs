using MailKit.Net.Smtp;
using Reprieve.Mail.Connecting;

namespace Reprieve.Mail.Sending;

/// <summary>Tries an account's servers one by one.</summary>
internal static class AccountTest
{
    public static async Task<MailFinding> SmtpAsync(
        MailAccount account,
        Connections connections,
        CancellationToken cancel
    )
    {
        try
        {
            using var client = new SmtpClient();
            await connections.OpenAsync(client, cancel);
            return new MailFinding(true, Say.Texts.Get("Smtp_Good", account.SmtpServer.Host));
        }
        catch (Exception fault) when (fault is ConnectionException or MailException)
        {
            return new MailFinding(false, fault.Message);
        }
    }

    public static async Task<MailFinding> ImapAsync(
        MailAccount account,
        Connections connections,
        MailEdge edge,
        CancellationToken cancel
    )
    {
        if (account.ImapServer is not { } server)
        {
            return new MailFinding(false, Say.Texts.Get("No_Imap"));
        }

        try
        {
            string? sent = await new SentFolder(account, server, connections, edge).NameAsync(cancel);
            return sent is null
                ? new MailFinding(false, Say.Texts.Get("No_Sent_Folder"))
                : new MailFinding(true, Say.Texts.Get("Imap_Good", server.Host, sent));
        }
        catch (ConnectionException fault)
        {
            return new MailFinding(false, fault.Message);
        }
    }
}

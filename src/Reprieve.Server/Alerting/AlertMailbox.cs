using System.Globalization;
using Reprieve.Alerts;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Server.Mailing;
using Reprieve.Storage;

namespace Reprieve.Server.Alerting;

/// <summary>Sends alerts from the first mailbox of the workbench's own, not from one of a client.</summary>
internal sealed class AlertMailbox(Workbench workbench, MailEnds ends, KnowledgeBase knowledge, TimeProvider clock)
    : IAlertMail
{
    /// <inheritdoc/>
    public async Task<AlertResult> SendAsync(AlertMail mail, CancellationToken cancel)
    {
        CultureInfo.CurrentUICulture = AlertWords.Culture(mail.Language);
        try
        {
            IReadOnlyList<Mailbox> mailboxes = await workbench.Mailboxes.OfAsync(null, cancel);
            return ends.Sender is not { } sender ? new AlertResult.Refused(Say.Get("mail_offline"))
                : mailboxes is [Mailbox first, ..] ? await SendAsync(mail, first, sender, cancel)
                : new AlertResult.Refused(Say.Get("alert_no_mailbox"));
        }
        catch (MailException fault)
        {
            return new AlertResult.Refused(fault.Message);
        }
        catch (StorageException fault)
        {
            return new AlertResult.Later(null, fault.Message);
        }
    }

    private async Task<AlertResult> SendAsync(
        AlertMail mail,
        Mailbox mailbox,
        Func<TimeProvider, Action<MailSecret.OAuth>, MailSender> sender,
        CancellationToken cancel
    )
    {
        MailSender post = sender(
            clock,
            renewed =>
                workbench
                    .Mailboxes.SaveAsync(mailbox with { RefreshToken = renewed.RefreshToken }, CancellationToken.None)
                    .GetAwaiter()
                    .GetResult()
        );
        NoticeResult result = await post.NotifyAsync(
            mailbox.Account(knowledge),
            AppealMail.Build(Draft(mail, mailbox), null),
            cancel
        );
        cancel.ThrowIfCancellationRequested();
        return result switch
        {
            { Taken: true } => new AlertResult.Sent(),
            { Retry: Retry.Later } => new AlertResult.Later(null, result.Words),
            _ => new AlertResult.Refused(result.Words),
        };
    }

    private MailDraft Draft(AlertMail mail, Mailbox mailbox) =>
        new()
        {
            SendingId = Guid.NewGuid().ToString(),
            From = mailbox.Address,
            FromName = "Reprieve",
            To = [mail.To],
            Subject = mail.Subject,
            Date = clock.GetUtcNow(),
            Text = mail.Text,
            IsNotice = true,
        };
}

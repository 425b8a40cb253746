using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;

namespace Reprieve.Mail.Sending;

/// <summary>Takes one mail, which this process holds, from the state it is in as far as it goes.</summary>
internal sealed class OneSending(
    Outbox outbox,
    MailAccount account,
    Connections connections,
    MailEdge edge,
    TimeProvider clock,
    IProgress<SendProgress>? progress
)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Settles what is uncertain, then sends what is certainly not sent.</summary>
    public async Task<SendResult> GoOnAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (mail.State is OutboxState.Uncertain)
        {
            SendResult settled = await SettleAsync(mail, cancel);
            if (settled.Mail.State is not OutboxState.Prepared)
            {
                return settled;
            }

            mail = settled.Mail;
        }

        if (mail.State is not OutboxState.Prepared)
        {
            return await SettleAsync(mail, cancel);
        }

        return mail.NotBefore > Now
            ? new SendResult.NotSent(mail, mail.Last.Words, Retry.Later, mail.NotBefore)
            : await HandOverAsync(mail, cancel);
    }

    /// <summary>Says where a mail stands; looks first where it is uncertain, and stores the copy of a sent one.</summary>
    public async Task<SendResult> SettleAsync(OutboxMail mail, CancellationToken cancel) =>
        mail.State switch
        {
            OutboxState.Uncertain => await LookAsync(mail, cancel),
            OutboxState.Accepted => await FileAsync(mail, cancel),
            OutboxState.Filed => Sent(mail, null),
            OutboxState.Prepared => new SendResult.NotSent(mail, mail.Last.Words, Retry.Later, mail.NotBefore),
            _ => new SendResult.NotSent(mail, mail.Last.Words, Retry.No, null),
        };

    private async Task<SendResult> HandOverAsync(OutboxMail mail, CancellationToken cancel)
    {
        byte[] bytes = outbox.Bytes(mail);
        OutboxMail now = mail;
        Tell(SendStage.Connecting);
        using var delivery = new Delivery(
            account,
            connections,
            edge,
            // On disk before the end can go out: whoever finds "sending" later knows that it may have.
            () => now = outbox.Store(now.Become(OutboxState.Sending, Now, Say.Texts.Get("Was_Ending")))
        );
        Attempt attempt = await delivery.TryAsync(
            mail.From,
            mail.Recipients,
            bytes,
            count => progress?.Report(new SendProgress(SendStage.HandingOver, count, bytes.Length)),
            cancel
        );
        switch (attempt)
        {
            case Attempt.Taken taken:
                return await FileAsync(
                    outbox.Store(
                        now.Become(OutboxState.Accepted, Now, taken.Reply) with
                        {
                            Failures = 0,
                            NotBefore = null,
                        }
                    ),
                    cancel
                );
            case Attempt.Refused refused:
                now = outbox.Store(now.Become(OutboxState.Refused, Now, refused.Reply));
                return new SendResult.NotSent(now, Say.Texts.Get("Was_Refused", refused.Reply), Retry.No, null);
            case Attempt.NotTaken not:
                now = outbox.Store(PutOff(now, not));
                return new SendResult.NotSent(now, not.Reason, not.Retry, now.NotBefore);
            case Attempt.Unknown unknown:
                return await LookAsync(outbox.Store(now.Become(OutboxState.Uncertain, Now, unknown.Reason)), cancel);
            default:
                throw new InvalidOperationException(attempt.GetType().Name);
        }
    }

    private OutboxMail PutOff(OutboxMail mail, Attempt.NotTaken not)
    {
        bool later = not.Retry is Retry.Later;
        int failures = later ? mail.Failures + 1 : mail.Failures;
        return mail.Become(OutboxState.Prepared, Now, not.Reason) with
        {
            Failures = failures,
            NotBefore = later ? Now + MailSender.Pause(failures) : null,
        };
    }

    private async Task<SendResult> LookAsync(OutboxMail mail, CancellationToken cancel)
    {
        DateTimeOffset? tells = mail.Since + account.AbsenceTells;
        if (account.ImapServer is not { } server)
        {
            return new SendResult.Uncertain(mail, Say.Texts.Get("Cannot_Look_No_Imap", mail.Last.Words), null);
        }

        Sign sign;
        // Asked before the look: what is absent must have been absent after the time, not only by its end.
        bool late = Now >= tells;
        try
        {
            Tell(SendStage.Looking);
            sign = await Folder(server).LookAsync(mail.MessageId, cancel);
        }
        catch (ConnectionException fault)
        {
            string reason = Say.Texts.Get("Cannot_Look", mail.Last.Words, fault.Message);
            return new SendResult.Uncertain(mail, reason, tells);
        }

        if (sign is not (Sign.None or Sign.NoSentFolder))
        {
            return await FileAsync(
                outbox.Store(mail.Become(OutboxState.Accepted, Now, Say.Texts.Get("Found_" + sign))),
                cancel
            );
        }

        if (sign is Sign.None && late)
        {
            OutboxMail free = outbox.Store(mail.Become(OutboxState.Prepared, Now, Say.Texts.Get("Found_Absent")));
            return new SendResult.NotSent(free, free.Last.Words, Retry.Later, null);
        }

        return sign is Sign.None && tells is not null
            ? new SendResult.Uncertain(mail, Say.Texts.Get("Not_Yet_Known", mail.Last.Words), tells)
            : new SendResult.Uncertain(mail, Say.Texts.Get("Never_Known", mail.Last.Words), null);
    }

    private async Task<SendResult> FileAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (account.ImapServer is not { } server)
        {
            return Sent(mail, Say.Texts.Get("Not_Filed_No_Imap"));
        }

        try
        {
            Tell(SendStage.Filing);
            byte[] bytes = outbox.Bytes(mail);
            return await Folder(server).FileAsync(mail.MessageId, bytes, cancel)
                ? Sent(outbox.Store(mail.Become(OutboxState.Filed, Now, Say.Texts.Get("Was_Filed"))), null)
                : Sent(mail, Say.Texts.Get("Not_Filed_Yet"));
        }
        catch (Exception fault) when (fault is ConnectionException or MailException)
        {
            return Sent(mail, Say.Texts.Get("Not_Filed", fault.Message));
        }
    }

    private static SendResult.Sent Sent(OutboxMail mail, string? filing)
    {
        OutboxEvent taken = mail.History.Last(one => one.State is OutboxState.Accepted);
        return new SendResult.Sent(mail, taken.At, taken.Words, filing);
    }

    private SentFolder Folder(MailServer server) => new(account, server, connections, edge);

    private void Tell(SendStage stage) => progress?.Report(new SendProgress(stage, 0, 0));
}

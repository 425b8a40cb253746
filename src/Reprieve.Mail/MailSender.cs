using Reprieve.Mail.Connecting;
using Reprieve.Mail.Outboxes;
using Reprieve.Mail.Sending;

namespace Reprieve.Mail;

/// <summary>Sends a mail once, or says that it did not, or that nobody knows; never twice.</summary>
public sealed class MailSender
{
    /// <summary>Pauses after the first, second … failure that time may mend; the last one holds for all further ones.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
    ];

    private readonly TimeProvider _clock;
    private readonly MailEdge _edge;

    /// <summary>A sender for the mailboxes of the world.</summary>
    public MailSender(TimeProvider clock)
        : this(clock, new MailEdge()) { }

    internal MailSender(TimeProvider clock, MailEdge edge)
    {
        _clock = clock;
        _edge = edge;
    }

    /// <summary>Told of a refresh token that a provider put in the place of the old one; the old one may be void.</summary>
    public Action<MailSecret.OAuth>? Renewed { get; init; }

    /// <summary>
    /// Keeps the mail in the outbox and sends it, unless it was sent before: then it only says so. Call it again with the same
    /// mail for every further try.
    /// </summary>
    /// <param name="cancel">Stops it as long as the mail's end has not gone out; then the server's answer is awaited.</param>
    /// <exception cref="MailException">The mail is not this account's, is there with other bytes, or is being sent.</exception>
    public Task<SendResult> SendAsync(
        Outbox outbox,
        MailAccount account,
        AppealMail mail,
        IProgress<SendProgress>? progress,
        CancellationToken cancel
    ) => ResumeAsync(outbox, account, outbox.Prepare(mail), progress, cancel);

    /// <summary>Goes on with a mail that the outbox has, with the bytes that were kept.</summary>
    /// <exception cref="MailException">The mail is not there or not this account's, was changed, or is being sent.</exception>
    public async Task<SendResult> ResumeAsync(
        Outbox outbox,
        MailAccount account,
        OutboxMail mail,
        IProgress<SendProgress>? progress,
        CancellationToken cancel
    )
    {
        using FileLock held = outbox.Hold(mail.MessageId);
        return await Of(outbox, account, mail, progress).GoOnAsync(outbox.Recover(mail.MessageId), cancel);
    }

    /// <summary>Looks what became of an uncertain mail, and stores the Sent copy of a sent one. Sends nothing.</summary>
    /// <exception cref="MailException">The mail is not there or not this account's, or is being sent.</exception>
    public async Task<SendResult> SettleAsync(
        Outbox outbox,
        MailAccount account,
        OutboxMail mail,
        CancellationToken cancel
    )
    {
        using FileLock held = outbox.Hold(mail.MessageId);
        OneSending one = Of(outbox, account, mail, null);
        return await one.SettleAsync(outbox.Recover(mail.MessageId), cancel);
    }

    /// <summary>
    /// Sends a mail of which a second one does no harm: nothing is kept of it, no copy lies in the Sent folder, and where the
    /// answer is lost nobody looks what became of it.
    /// </summary>
    /// <param name="cancel">Stops it as long as the mail's end has not gone out; then the server's answer is awaited.</param>
    /// <exception cref="MailException">The mail is not this account's.</exception>
    public async Task<NoticeResult> NotifyAsync(MailAccount account, AppealMail mail, CancellationToken cancel)
    {
        RefuseOther(mail.From, account);
        using var delivery = new Delivery(account, new Connections(account, _edge, _clock, Renewed), _edge, () => { });
        return await delivery.TryAsync(mail.From, mail.Recipients, mail.Bytes, null, cancel) switch
        {
            Attempt.Taken => new NoticeResult(true, Retry.No, ""),
            Attempt.Refused refused => new NoticeResult(false, Retry.No, Say.Texts.Get("Was_Refused", refused.Reply)),
            Attempt.NotTaken not => new NoticeResult(false, not.Retry, not.Reason),
            Attempt.Unknown unknown => new NoticeResult(false, Retry.Later, unknown.Reason),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    /// <summary>Tries both servers of an account, sends nothing, and says in words what is wrong.</summary>
    public async Task<MailTest> TestAsync(MailAccount account, CancellationToken cancel)
    {
        var connections = new Connections(account, _edge, _clock, Renewed);
        return new MailTest(
            await AccountTest.SmtpAsync(account, connections, cancel),
            await AccountTest.ImapAsync(account, connections, _edge, cancel)
        );
    }

    /// <summary>How long to wait after so many failures in a row.</summary>
    internal static TimeSpan Pause(int failures) => Pauses[Math.Clamp(failures, 1, Pauses.Length) - 1];

    private OneSending Of(Outbox outbox, MailAccount account, OutboxMail mail, IProgress<SendProgress>? progress)
    {
        RefuseOther(mail.From, account);
        return new(outbox, account, new Connections(account, _edge, _clock, Renewed), _edge, _clock, progress);
    }

    private static void RefuseOther(string from, MailAccount account)
    {
        if (!from.Equals(account.Address, StringComparison.OrdinalIgnoreCase))
        {
            throw new MailException(Say.Texts.Get("Other_Account", from, account.Address));
        }
    }
}

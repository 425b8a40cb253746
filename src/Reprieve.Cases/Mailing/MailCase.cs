using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reprieve.Appeals;
using Reprieve.Appeals.Packing;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Cases.Mailing;

/// <summary>
/// Step 4, its end, where the notice wants a mail: the mail is made and written down, goes out once, and becomes a round when
/// it is known to be sent. Between the two nothing else goes out.
/// </summary>
public sealed class MailCase(KnowledgeBase knowledge, TimeProvider clock)
{
    private readonly AppealSender _sender = new(knowledge, clock);
    private readonly SendCase _send = new(knowledge, clock);

    /// <summary>The answer as a mail; null where the notice's way is no mail, or there is nothing to send.</summary>
    public AppealLetter? Letter(CaseWork work) => AppealLetter.Of(work.Notice, work.Response, knowledge);

    /// <summary>
    /// Makes the mail, keeps it in the outbox and writes down that it leaves; nothing is sent yet. A stop on the way leaves
    /// either no mail that anybody knows of, or one that <see cref="GoOnAsync"/> sends.
    /// </summary>
    /// <exception cref="SendRefusedException">A guard refuses.</exception>
    /// <exception cref="CaseException">The way of the notice is no mail, or it cannot be written down.</exception>
    /// <exception cref="MailException">The mail is too large for the provider, or cannot be kept.</exception>
    public CaseWork Prepare(
        CaseWork work,
        MailAccount account,
        string by,
        IReadOnlyList<RuleOverride> overrides,
        Outbox outbox
    )
    {
        AppealLetter letter = Letter(work) ?? throw new CaseException(Say.Texts.Get("No_Mail_Way"));
        SentAppeal sent = _sender.Cleared(_send.Request(work, by, overrides) with { Letter = letter });
        string id = SendingId(work, sent.Round);
        var mail = AppealMail.Build(Draft(work, letter, sent, account, id), account.Provider.MessageMegabytes);
        outbox.Prepare(mail);
        sent = sent with { Mail = new SentMail(mail.From, letter.To, mail.MessageId, mail.Sha256) };
        Case record = (work.Record with { Leaving = new LeavingMail(id, sent) }).Append(
            clock,
            sent.By,
            "mail_prepared",
            SendCase.Details(sent)
        );
        Rounds.FreezeLeaving(work.Paths, record);
        CaseRecordFile.Write(work.Paths, record);
        return work with { Record = record };
    }

    /// <summary>Sends the mail that leaves, or looks what became of it; the case is not changed by it.</summary>
    /// <returns>What is known now; null when the outbox does not have the mail, as after a restore from a copy.</returns>
    /// <exception cref="MailException">The mail is not this account's, was changed, or is being sent.</exception>
    public static async Task<SendResult?> GoOnAsync(
        LeavingMail leaving,
        MailAccount account,
        Outbox outbox,
        MailSender sender,
        IProgress<SendProgress>? progress,
        CancellationToken cancel
    ) => Kept(leaving, outbox) is { } mail ? await sender.ResumeAsync(outbox, account, mail, progress, cancel) : null;

    /// <summary>The mail that leaves as the outbox has it; null when it does not.</summary>
    public static OutboxMail? Kept(LeavingMail leaving, Outbox outbox) =>
        outbox.Find(leaving.SendingId, leaving.Sent.Mail!.From) is { } mail && mail.Sha256 == leaving.Sent.Mail.Sha256
            ? mail
            : null;

    /// <summary>The same for every process that would send this round now, so that two of them cannot send two mails.</summary>
    private static string SendingId(CaseWork work, int round)
    {
        int tries = work.Record.Timeline.Count(entry =>
            entry.What == "mail_prepared"
            && entry.Details.GetValueOrDefault("round") == round.ToString(CultureInfo.InvariantCulture)
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{work.Record.Id}/{work.Paths.Store ?? "own"}/{round}/{tries + 1}"
        );
    }

    private static MailDraft Draft(CaseWork work, AppealLetter letter, SentAppeal sent, MailAccount account, string id)
    {
        string text = sent.Files.First(file => PackageFiles.IsText(file.Path)).Path;
        return new MailDraft
        {
            SendingId = id,
            From = account.Address,
            FromName = account.DisplayName,
            To = [letter.To],
            Subject = letter.Subject,
            Date = sent.At,
            Text = Encoding.UTF8.GetString(Content(work, sent, text)),
            InReplyTo = letter.Answers?.MessageId,
            References = letter.Answers?.References ?? [],
            Attachments =
            [
                .. letter.Attachments.Select(path => new MailAttachment(
                    Path.GetFileName(path),
                    Content(work, sent, path)
                )),
            ],
        };
    }

    /// <summary>A file as the guards saw it.</summary>
    private static byte[] Content(CaseWork work, SentAppeal sent, string path)
    {
        string full = Path.Combine(work.Paths.Output, path);
        try
        {
            byte[] content = File.ReadAllBytes(full);
            return sent.Files.Any(file => file.Path == path && file.Sha256 == Hash(content))
                ? content
                : throw new CaseException(Say.Texts.Get("Changed_Meanwhile", path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CaseException(Say.Texts.Get("Cannot_Read", full, fault.Message), fault);
        }
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

using System.Globalization;
using Reprieve.Appeals;
using Reprieve.Cases.Linked;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Cases.Mailing;

/// <summary>Writes down what became of a mail: sent, it is a round; not sent, the answer is as it was before.</summary>
public sealed class MailOutcome(KnowledgeBase knowledge, TimeProvider clock)
{
    private readonly SendCase _send = new(knowledge, clock);

    /// <summary>Writes down what became of the mail that leaves. The same result again changes nothing.</summary>
    /// <exception cref="CaseException">It cannot be written down; ask again.</exception>
    public CaseWork Record(CaseWork work, SendResult result, Outbox outbox)
    {
        if (work.Record.Leaving is not { } leaving || leaving.Sent.Mail?.Sha256 != result.Mail.Sha256)
        {
            return work;
        }

        return result switch
        {
            SendResult.Sent sent => Sent(work, leaving, sent.At, outbox.Bytes(sent.Mail)),
            SendResult.NotSent { Retry: Retry.No } not => NotSent(
                work,
                leaving,
                not.Mail.Last.By ?? Timeline.Reprieve,
                not.Mail.State
            ),
            SendResult.NotSent => Told(work, leaving, "mail_put_off"),
            _ => Told(work, leaving, "mail_uncertain"),
        };
    }

    /// <summary>
    /// A person's word on the mail that leaves: it arrived, it did not and may go again, or it shall not go. What it means is
    /// written down at once; one that may go again is sent by <see cref="MailCase.GoOnAsync"/>.
    /// </summary>
    /// <exception cref="MailException">That cannot be said of the mail as it stands; or nobody, or no reason, is named.</exception>
    /// <exception cref="CaseException">No mail leaves, or it cannot be written down.</exception>
    public CaseWork Decide(CaseWork work, MailWord word, string by, string because, Outbox outbox)
    {
        LeavingMail leaving = work.Record.Leaving ?? throw new CaseException(Say.Texts.Get("No_Leaving"));
        if (MailCase.Kept(leaving, outbox) is not { } mail)
        {
            return Lost(work, leaving, word, by, because);
        }

        mail = word switch
        {
            MailWord.Arrived => outbox.SettleByPerson(mail, arrived: true, by, because),
            MailWord.NotArrived => outbox.SettleByPerson(mail, arrived: false, by, because),
            _ => outbox.GiveUp(mail, by, because),
        };
        work = Noted(work, leaving, word, by, because);
        return word switch
        {
            MailWord.Arrived => Sent(work, leaving, mail.Since, outbox.Bytes(mail)),
            MailWord.GiveUp => NotSent(work, leaving, by, mail.State),
            _ => Written(work),
        };
    }

    /// <summary>A mail that the outbox does not have: whether it went out, only a person can find out.</summary>
    private CaseWork Lost(CaseWork work, LeavingMail leaving, MailWord word, string by, string because)
    {
        if (string.IsNullOrWhiteSpace(by) || string.IsNullOrWhiteSpace(because))
        {
            throw new CaseException(Say.Texts.Get("Who_And_Why"));
        }

        work = Noted(work, leaving, word, by, because);
        return word == MailWord.Arrived
            ? Sent(work, leaving, leaving.Sent.At, null)
            : NotSent(work, leaving, by, OutboxState.GivenUp);
    }

    private CaseWork Sent(CaseWork work, LeavingMail leaving, DateTimeOffset at, byte[]? bytes)
    {
        SentAppeal sent = leaving.Sent with { At = StoreDay.TimeOf(at, work, knowledge) };
        Case record = _send.Recorded(work.Record, sent);
        Rounds.CompleteLeaving(work.Paths, sent.Round, record, bytes);
        CaseRecordFile.Write(work.Paths, record);
        StoreNote.Write(work.Paths, clock, sent.By, "store_sent", SendCase.Details(sent));
        return work with { Record = record };
    }

    private CaseWork NotSent(CaseWork work, LeavingMail leaving, string by, OutboxState state)
    {
        Dictionary<string, string> details = Details(leaving);
        details["state"] = state == OutboxState.Refused ? "refused" : "given_up";
        work = Written(
            work with
            {
                Record = (work.Record with { Leaving = null }).Append(clock, by, "mail_not_sent", details),
            }
        );
        Rounds.DropLeaving(work.Paths);
        return work;
    }

    private CaseWork Told(CaseWork work, LeavingMail leaving, string what)
    {
        Case record = work.Record.AppendIfNew(clock, Timeline.Reprieve, what, Details(leaving));
        return record == work.Record ? work : Written(work with { Record = record });
    }

    private CaseWork Noted(CaseWork work, LeavingMail leaving, MailWord word, string by, string because)
    {
        Dictionary<string, string> details = Details(leaving);
        details["word"] = word.Code();
        details["because"] = because.Trim();
        return work with { Record = work.Record.Append(clock, by.Trim(), "mail_decided", details) };
    }

    private static CaseWork Written(CaseWork work)
    {
        CaseRecordFile.Write(work.Paths, work.Record);
        return work;
    }

    private static Dictionary<string, string> Details(LeavingMail leaving) =>
        new(StringComparer.Ordinal)
        {
            ["round"] = leaving.Sent.Round.ToString(CultureInfo.InvariantCulture),
            ["message_id"] = leaving.Sent.Mail!.MessageId,
        };
}

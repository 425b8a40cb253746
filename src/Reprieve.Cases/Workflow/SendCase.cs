using System.Globalization;
using Reprieve.Appeals;
using Reprieve.Appeals.Guards;
using Reprieve.Cases.Linked;
using Reprieve.Knowledge;

namespace Reprieve.Cases.Workflow;

/// <summary>Step 4, its end: records that a person sent the package, and freezes it into <c>rounds/N</c>.</summary>
public sealed class SendCase(KnowledgeBase knowledge, TimeProvider clock)
{
    private readonly AppealSender _sender = new(knowledge, clock);

    /// <summary>Records the sending by hand.</summary>
    /// <exception cref="SendRefusedException">A guard refuses.</exception>
    /// <exception cref="CaseException">The round could not be written; nothing was recorded.</exception>
    public CaseWork RecordByHand(CaseWork work, string by, IReadOnlyList<RuleOverride> overrides)
    {
        SentAppeal sent = _sender.Cleared(Request(work, by, overrides));
        Case record = Recorded(work.Record, sent);
        Rounds.Freeze(work.Paths, sent.Round, record);
        CaseRecordFile.Write(work.Paths, record);
        StoreNote.Write(work.Paths, clock, by, "store_sent", Details(sent));
        return work with { Record = record };
    }

    /// <summary>All that the guards say now, warnings too; to be shown before a person decides.</summary>
    /// <exception cref="AppealException">The package cannot be read.</exception>
    public IReadOnlyList<GuardResult> Look(CaseWork work) =>
        _sender.Look(Request(work, "", []) with { Letter = AppealLetter.Of(work.Notice, work.Response, knowledge) });

    /// <summary>What is asked of the guards.</summary>
    internal SendRequest Request(CaseWork work, string by, IReadOnlyList<RuleOverride> overrides) =>
        new()
        {
            Notice = work.Notice,
            Response = work.Response,
            Check = work.Check,
            Directory = work.Paths.Output,
            Files = work.Record.Package,
            PaperFindings = CasePapers.Findings(work, knowledge),
            Earlier = work.Earlier,
            Attempts = AttemptsLeft.Of(work.Messages, work.Earlier),
            IsLeaving = work.Record.Leaving is not null,
            By = by,
            Overrides = overrides,
        };

    /// <summary>The record once the answer is sent.</summary>
    internal Case Recorded(Case record, SentAppeal sent) =>
        (
            record with
            {
                Stage = CaseStage.Sent,
                Leaving = null,
                Rounds = [.. record.Rounds, new Round(sent.Round, sent, null, null)],
            }
        ).Append(clock, sent.By, "sent", Details(sent));

    /// <summary>What a timeline says of a sending.</summary>
    internal static Dictionary<string, string> Details(SentAppeal sent)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["round"] = sent.Round.ToString(CultureInfo.InvariantCulture),
            ["channel"] = sent.Channel.Code(),
            ["text_sha256"] = sent.TextSha256 ?? "",
        };
        foreach (RuleOverride set in sent.Overrides)
        {
            details[$"override {set.Rule}"] = set.Because;
            if (set.By.Trim() != sent.By)
            {
                details[$"override {set.Rule} by"] = set.By;
            }
        }

        if (sent.Mail is { } mail)
        {
            details["message_id"] = mail.MessageId;
            details["mail_sha256"] = mail.Sha256;
        }

        return details;
    }
}

using System.Globalization;
using Reprieve.Appeals;
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
        SentAppeal sent = _sender.RecordByHand(
            new SendRequest
            {
                Notice = work.Notice,
                Response = work.Response,
                Check = work.Check,
                Directory = work.Paths.Output,
                Files = work.Record.Package,
                PaperFindings = CasePapers.Findings(work, knowledge),
                Earlier = work.Earlier,
                By = by,
                Overrides = overrides,
            }
        );
        Case record = (
            work.Record with
            {
                Stage = CaseStage.Sent,
                Rounds = [.. work.Record.Rounds, new Round(sent.Round, sent, null, null)],
            }
        ).Append(clock, by, "sent", Details(sent));
        Rounds.Freeze(work.Paths, sent.Round, record);
        CaseRecordFile.Write(work.Paths, record);
        StoreNote.Write(work.Paths, clock, by, "store_sent", Details(sent));
        return work with { Record = record };
    }

    private static Dictionary<string, string> Details(SentAppeal sent)
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
        }

        return details;
    }
}

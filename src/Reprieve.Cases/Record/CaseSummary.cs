using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Answers.Deadlines;
using Reprieve.Appeals;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases;

/// <summary>What a list of cases shows of one, as it was when the case was last worked on.</summary>
public sealed record CaseSummary
{
    /// <summary>The store's name as the seller says it; null when not said.</summary>
    public string? Store { get; init; }

    /// <summary>Domain of the store; null when not known.</summary>
    public string? Marketplace { get; init; }

    /// <summary>What the message is; null while there is none.</summary>
    public NoticeKind? Kind { get; init; }

    /// <summary>Codes of the reasons, primary first.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public AuthenticityVerdict? Verdict { get; init; }

    public ResponseMode? Mode { get; init; }

    /// <summary>The next day Amazon sets that is still to be met, with its offset; null when it names none.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Questions the seller has still to answer; those that may stay open do not count.</summary>
    public int Questions { get; init; }

    /// <summary>Findings that must be mended before anything is sent.</summary>
    public int Blocking { get; init; }

    public PackageState? Package { get; init; }

    /// <summary>Stores of the same event, besides the case's own.</summary>
    public int LinkedStores { get; init; }

    /// <summary>How many of them have their answer sent.</summary>
    public int LinkedSent { get; init; }

    /// <summary>Rounds that were sent.</summary>
    public int Rounds { get; init; }

    /// <summary>How the metrics of its review stand; empty while there is none.</summary>
    public IReadOnlyList<MetricLight> Health { get; init; } = [];

    /// <summary>The other account that Amazon ties its store to; null when it names none.</summary>
    public RelatedAccount? Related { get; init; }

    /// <summary>
    /// The days of its answers that are still to be met, for a calendar of many cases: neither words of a message nor order
    /// numbers are in it. Null where an earlier version kept the summary.
    /// </summary>
    public IReadOnlyList<CaseDates>? Dates { get; init; }

    /// <summary>
    /// Promises of a reinstated case of which the figures say that something is due, the worst first. Null where an earlier
    /// version kept the summary.
    /// </summary>
    public IReadOnlyList<PromiseDue>? Promises { get; init; }

    /// <summary>Whose turn it is in a case of this stage.</summary>
    public Turn TurnAt(CaseStage stage) =>
        stage switch
        {
            CaseStage.Sent when LinkedSent < LinkedStores => Turn.Us,
            CaseStage.Sent => Turn.Amazon,
            CaseStage.DeniedFinal or CaseStage.Reinstated or CaseStage.NotAmazon or CaseStage.NothingToSend =>
                Turn.Nobody,
            CaseStage.Preparing or CaseStage.MoreInformation or CaseStage.Denied when Questions > 0 => Turn.Client,
            _ => Turn.Us,
        };

    /// <summary>The summary of a case that has come through the steps so far.</summary>
    public static CaseSummary Of(CaseWork work, KnowledgeBase knowledge, TimeProvider clock) =>
        new()
        {
            Store = work.Store,
            Marketplace = work.Record.Marketplace,
            Kind = work.Notice.Kind,
            Reasons = [.. work.Notice.Reasons.Select(reason => reason.Code)],
            Verdict = work.Notice.Authenticity.Verdict,
            Mode = work.Response?.Mode ?? work.Notice.ResponseMode,
            Due = NextDue(DeadlinesToMeet(work), clock.GetUtcNow()),
            Questions = work.Response?.Questions.Count(open => !open.Question.Optional) ?? 0,
            Blocking = work.Check?.Findings.Count(finding => finding.Severity == Severity.Block) ?? 0,
            Package = work.Appeal?.State,
            LinkedStores = work.Linked.Count,
            LinkedSent = work.Linked.Count(store => store.Record.Stage is CaseStage.Sent or CaseStage.Reinstated),
            Rounds = work.Record.Rounds.Count,
            Health = MetricLight.Of(work),
            Related = RelatedAccount.Of(work),
            Dates = new CaseCalendar(knowledge, clock).StillToMeet(work),
            Promises = PromiseDue.Of(work, knowledge),
        };

    /// <summary>The deadlines of the case's own store, and of the linked ones that wait for an answer.</summary>
    private static IReadOnlyList<Deadline> DeadlinesToMeet(CaseWork work)
    {
        List<CaseWork> waiting =
        [
            .. work.Linked.Where(store => store.Record.Stage is not (CaseStage.Sent or CaseStage.Reinstated)),
        ];
        bool answered = work.Record.Stage is CaseStage.Sent or CaseStage.Reinstated;
        return
        [
            .. answered && waiting.Count > 0 ? [] : work.Notice.Deadlines,
            .. waiting.SelectMany(store => store.Notice.Deadlines),
        ];
    }

    /// <summary>The first deadline still ahead; where all have passed, the last of them.</summary>
    private static DateTimeOffset? NextDue(IReadOnlyList<Deadline> deadlines, DateTimeOffset now)
    {
        List<DateTimeOffset> due = [.. deadlines.Select(deadline => deadline.Due).OfType<DateTimeOffset>().Order()];
        return due.Count == 0 ? null : due.Cast<DateTimeOffset?>().FirstOrDefault(day => day >= now) ?? due[^1];
    }
}

/// <summary>The summary as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CaseSummary))]
public sealed partial class CaseSummaryJson : JsonSerializerContext
{
    /// <summary>The summary as JSON text on one line.</summary>
    public static string Serialize(CaseSummary summary) => JsonSerializer.Serialize(summary, Default.CaseSummary);

    /// <summary>Reads a summary.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static CaseSummary Deserialize(string json) =>
        JsonSerializer.Deserialize(json, Default.CaseSummary) ?? throw new JsonException("the summary is empty");
}

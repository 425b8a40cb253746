using Reprieve.Answers.Deadlines;
using Reprieve.Knowledge;
using Reprieve.Responses.Export;

namespace Reprieve.Cases.Workflow;

/// <summary>The days of a case: the limits of the message that is answered, and the claims that can still be appealed.</summary>
public sealed class CaseCalendar(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>The limits of the message that is answered, soonest first.</summary>
    public static IReadOnlyList<DueDate> Limits(CaseWork work, KnowledgeBase knowledge, TimeProvider clock)
    {
        string zone = knowledge.Marketplace(work.Notice.Marketplace)?.TimeZone ?? "UTC";
        return DeadlineList.Of(
            [work.Notice],
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            clock,
            work.Record.Timeline is [var first, ..] ? first.At : null
        );
    }

    /// <summary>The days of one answer.</summary>
    /// <param name="title">Set before each entry; null for none.</param>
    public CaseDates Of(CaseWork work, string? title = null)
    {
        IReadOnlyList<DueDate> limits = Limits(work, knowledge, clock);
        return new CaseDates
        {
            // Not the case's id: a folder that comes into a workbench keeps its entries.
            Key = $"{work.Messages[0].Sha256}/{work.Paths.Store}",
            Title = title,
            Marketplace = work.Notice.Marketplace,
            Opened = work.Record.Timeline is [var first, ..] ? first.At : work.Notice.Date ?? DateTimeOffset.UnixEpoch,
            Sequence = work.Record.Timeline.Count(entry => entry.What is "reading_corrected" or "correction_undone"),
            Limits = DatedLimit.Of(limits),
            Claims = ClaimDay.Of(work.Review, knowledge),
        };
    }

    /// <summary>The days of the answers that have not gone out yet, without what only the case itself may tell.</summary>
    internal IReadOnlyList<CaseDates> StillToMeet(CaseWork work) =>
        [
            .. work
                .Linked.Prepend(work)
                .Where(one => !one.IsRefused && one.Record.Stage is not (CaseStage.Sent or CaseStage.Reinstated))
                .Select(one => Of(one))
                .Select(dates =>
                    dates with
                    {
                        Limits = [.. dates.Limits.Select(limit => limit with { Quote = null })],
                        Claims =
                        [
                            .. dates.Claims.Where(day => day.Due is not null).Select(day => day with { Orders = [] }),
                        ],
                    }
                ),
        ];

    /// <summary>The calendar of one answer as a file of its package; none where nothing has a day.</summary>
    internal IEnumerable<OutputFile> Files(CaseWork work)
    {
        CaseDates dates = Of(work);
        if (dates.Limits.Count > 0 || dates.Claims.Any(day => day.Due is not null))
        {
            yield return new OutputFile(DeadlineCalendar.FileName, new DeadlineCalendar(knowledge).Write([dates]));
        }
    }

    /// <summary>The calendar of a case with all its stores.</summary>
    public byte[] Write(CaseWork work, string? title) =>
        new DeadlineCalendar(knowledge).Write(
            work.Linked.Prepend(work).Where(one => !one.IsRefused).Select(one => Of(one, title))
        );
}

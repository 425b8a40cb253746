using System.Globalization;
using Reprieve.Alerts;
using Reprieve.Answers.Deadlines;
using Reprieve.Answers.Promises;
using Reprieve.Appeals.Deadlines;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.Design;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Alerting;

/// <summary>
/// What of a case shall alert at a moment, from what lists know of it. The names of the events stay the same from one look to
/// the next, so that each alerts once; what is long past alerts nobody.
/// </summary>
/// <param name="link">The address of a page.</param>
/// <param name="local">The zone in which days of tasks were said.</param>
internal sealed class CaseAlerts(
    KnowledgeBase knowledge,
    Func<string, Uri?> link,
    DateTimeOffset now,
    TimeZoneInfo local
)
{
    /// <summary>From when on a limit alerts urgently, and until when a task counts as due soon.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    private static readonly TimeSpan Past = TimeSpan.FromDays(3);

    /// <summary>Shares of the time of limits that have gone, last days, and promises that are due.</summary>
    public IEnumerable<Alert> Of(CaseLine line) =>
        OpenCases
            .DatesOf(line)
            .SelectMany(dates => dates.Limits.Select(limit => Of(line, dates, limit)))
            .OfType<Alert>()
            .Concat(
                line.Updated < now - Past ? [] : (line.Summary.Promises ?? []).Select(promise => Of(line, promise))
            );

    /// <summary>A task that is due today or was a short time ago; null for others.</summary>
    /// <param name="title">What its case is called.</param>
    public Alert? Of(CaseTask task, string title) =>
        task.Due is { } due && IsNow(due - Soon, Soon + Past)
            ? new Alert
            {
                Event = string.Create(CultureInfo.InvariantCulture, $"task/{task.Id}/{due.ToUnixTimeSeconds()}"),
                At = Began(due),
                Link = link($"/cases/{task.Case}"),
                Texts = AlertWords.InEach(() =>
                    new(
                        Say.Get("alert_task_title", title, DueWords.Day(TimeZoneInfo.ConvertTime(due, local))),
                        task.Text,
                        Say.Get("alert_task_do")
                    )
                ),
            }
            : null;

    private Alert? Of(CaseLine line, CaseDates dates, DatedLimit limit)
    {
        // What is Amazon's to do reminds nobody.
        if (limit.Due < now || limit.For is "funds" or "review")
        {
            return null;
        }

        if (limit.Due - now <= Soon)
        {
            return Of(line, dates, limit, "day", limit.Due - Soon, () => Say.Get("alert_limit_day"));
        }

        return Reminders.Reached(limit.For, limit.Since, limit.Due, now) is { } reminder && IsNow(reminder.At, Past)
            ? Of(
                line,
                dates,
                limit,
                reminder.Gone.ToString("0.##", CultureInfo.InvariantCulture),
                reminder.At,
                () => ReminderTexts.Of(reminder)
            )
            : null;
    }

    private Alert Of(CaseLine line, CaseDates dates, DatedLimit limit, string what, DateTimeOffset at, Func<string> say)
    {
        string zone = knowledge.Marketplace(dates.Marketplace)?.TimeZone ?? "UTC";
        DateTimeOffset due = TimeZoneInfo.ConvertTime(limit.Due, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return new Alert
        {
            Event = string.Create(
                CultureInfo.InvariantCulture,
                $"case/{line.Id}/limit/{dates.Marketplace}/{limit.Key}/{limit.Due.ToUnixTimeSeconds()}/{what}"
            ),
            At = at,
            Urgent = what == "day",
            Link = link($"/cases/{line.Id}"),
            Texts = AlertWords.InEach(() =>
                new(
                    Say.Get("alert_limit_title", line.Title, DueWords.When(due)),
                    Say.Get(
                        "alert_limit_text",
                        say(),
                        NoticeTexts.DeadlineFor(limit.For),
                        dates.Marketplace ?? "Amazon",
                        zone
                    ),
                    Next(line)
                )
            ),
        };
    }

    private Alert Of(CaseLine line, PromiseDue promise) =>
        new()
        {
            Event = $"case/{line.Id}/promise/{promise.Promise}/{promise.Verdict.Code()}",
            At = line.Updated,
            Link = link($"/cases/{line.Id}"),
            Texts = AlertWords.InEach(() =>
                new(
                    Say.Get(
                        promise.Verdict is PromiseVerdict.Broken ? "alert_promise_broken" : "alert_promise_due",
                        line.Title
                    ),
                    Say.Get(
                        promise.Verdict is PromiseVerdict.Broken ? "promise_broken_alert" : "promise_due_alert",
                        NameOf(promise.Metric),
                        UserFigures.Percent(promise.Value),
                        promise.Limit ?? "–"
                    ),
                    Say.Get("alert_promise_do")
                )
            ),
        };

    private string NameOf(string metric) =>
        knowledge.Metrics.FirstOrDefault(one => one.Code == metric)?.Name.In(UserTexts.Language) ?? metric;

    private static string Next(CaseLine line) =>
        line.Summary.TurnAt(line.Stage) is Turn.Client ? Say.Get("alert_do_questions", line.Summary.Questions)
        : line.Stage is CaseStage.Ready ? Say.Get("alert_do_send")
        : line.Summary.Blocking > 0 ? Say.Get("alert_do_findings", line.Summary.Blocking)
        : Say.Get("alert_do_open");

    private DateTimeOffset Began(DateTimeOffset due) => due - Soon < now ? due - Soon : now;

    /// <summary>Whether something came, and not longer ago than a time.</summary>
    private bool IsNow(DateTimeOffset at, TimeSpan longest) => at <= now && now - at <= longest;
}

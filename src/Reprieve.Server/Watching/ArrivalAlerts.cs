using Reprieve.Alerts;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Notices;
using Reprieve.Server.Alerting;
using Reprieve.Server.Design;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Watching;

/// <summary>Tells people of mails that arrived, and of mailboxes that cannot be looked into.</summary>
internal sealed class ArrivalAlerts(AlertDesk alerts, CaseDesk desk)
{
    /// <summary>What is older came before somebody watched; the list of arrivals has it.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(3);

    private static readonly TimeSpan Soon = TimeSpan.FromDays(2);

    /// <summary>Trouble that may pass by itself is told when it lasts so long.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(6);

    /// <summary>A mail of Amazon's that came into a case.</summary>
    public async Task AnsweredAsync(Arrival arrival, Diagnosis read, CaseId id, CancellationToken cancel)
    {
        string title = (await desk.Store.FindAsync(id, cancel))?.Title ?? "";
        string what = read.Decision?.Code() ?? "message";
        Raise(arrival, read, $"/cases/{id}/decision", "alert_came_" + what, title);
    }

    /// <summary>A notice that opened a case, or for which one was waiting.</summary>
    public void Opened(Arrival arrival, Diagnosis read, CaseId id) =>
        Raise(arrival, read, $"/cases/{id}", "alert_opened", () => NoticeTexts.Name(read.Kind));

    /// <summary>A mail that somebody has to sort.</summary>
    public void ToSort(Arrival arrival, Diagnosis read) =>
        Raise(arrival, read, ArrivalPaths.Of(arrival.Id), "alert_to_sort", () => NoticeTexts.Name(read.Kind));

    /// <summary>A mail that pretends to be Amazon's.</summary>
    public void Flagged(Arrival arrival, Diagnosis read) =>
        Raise(arrival, read, ArrivalPaths.Of(arrival.Id), "alert_flagged", "");

    /// <summary>A mailbox that cannot be looked into: once a day, while it lasts.</summary>
    public void Troubled(Mailbox mailbox, MailboxStanding standing, DateTimeOffset now)
    {
        if (
            standing is not { Trouble: { } trouble, TroubleSince: { } since }
            || (trouble.Retry == Retry.Later && now - since < Lasting)
        )
        {
            return;
        }

        alerts.Raise(
            new Alert
            {
                Event = FormattableString.Invariant($"mailbox/{mailbox.Id}/{now.UtcDateTime:yyyy-MM-dd}"),
                At = now,
                Texts = AlertWords.InEach(() =>
                    new AlertText(
                        Say.Get("alert_mailbox", mailbox.Address),
                        Say.Get("alert_mailbox_text", DueWords.When(since)) + " " + trouble.Sentence,
                        Say.Get("alert_mailbox_do")
                    )
                ),
                Link = alerts.Link(mailbox.Client is { } client ? $"/clients/{client}/mailboxes" : "/mailboxes"),
            }
        );
    }

    private void Raise(Arrival arrival, Diagnosis read, string path, string key, string about) =>
        Raise(arrival, read, path, key, () => about);

    private void Raise(Arrival arrival, Diagnosis read, string path, string key, Func<string> about)
    {
        DateTimeOffset now = desk.Clock.GetUtcNow();
        if (arrival.At < now - News)
        {
            return;
        }

        DateTimeOffset? due = read.Deadlines.Where(one => one.For == "response").Min(one => one.Due);
        alerts.Raise(
            new Alert
            {
                Event = $"arrival/{arrival.Id}",
                At = arrival.At,
                Urgent = due < now + Soon || (read.Kind == NoticeKind.Deactivation && key == "alert_opened"),
                Texts = AlertWords.InEach(() =>
                    new AlertText(
                        Say.Get(key, about()),
                        Say.Get("alert_mail_text", read.Subject ?? "-", arrival.Message?.Mailbox ?? "-"),
                        Say.Get(key + "_do") + (due is { } day ? " " + Say.Get("alert_due", DueWords.When(day)) : "")
                    )
                ),
                Link = alerts.Link(path),
            }
        );
    }
}

using Reprieve.Alerts;
using Reprieve.Cases;
using Reprieve.Practices.Standing;
using Reprieve.Server.Alerting;
using Reprieve.Server.Design;
using Reprieve.Server.Desk;
using Reprieve.Server.Selling.Notifying;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>Tells people what a look at an account showed, each thing once.</summary>
internal sealed class StandingAlerts(AlertDesk alerts, CaseDesk desk)
{
    /// <summary>Trouble that may pass by itself is told when it lasts so long.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromDays(1);

    /// <summary>The page of a connection.</summary>
    public static string PathOf(StoredConnection connection) =>
        connection.Client is { } client
            ? $"/clients/{client}/connections/{connection.Id}"
            : $"/connections/{connection.Id}";

    /// <summary>Trouble that shows before Amazon acts, or that it may act upon.</summary>
    public void Warn(StoredConnection connection, SnapshotHistory history)
    {
        AccountSnapshot last = history.Snapshots[^1];
        DateOnly today = history.DayOf(last.TakenAt);
        foreach (EarlyWarning warning in EarlyWarning.Of(history, today, desk.Knowledge))
        {
            Raise(
                $"{connection.Id}/{history.Store}/{warning.Key}",
                last.TakenAt,
                warning.Severity is WarningSeverity.Urgent,
                PathOf(connection),
                () =>
                {
                    EarlyWarning said = EarlyWarning
                        .Of(history, today, desk.Knowledge)
                        .First(one => one.Key == warning.Key);
                    return new AlertText(
                        Say.Get("alert_standing", connection.Name, history.Store),
                        said.Text,
                        said.Advice
                    );
                }
            );
        }
    }

    /// <summary>Amazon's word for an account changed.</summary>
    /// <param name="occurrence">Names this change.</param>
    /// <param name="case">The case that was opened or told; null for none.</param>
    public void Changed(
        StoredConnection connection,
        SnapshotHistory history,
        StatusCase decided,
        string occurrence,
        CaseId? @case
    ) =>
        Raise(
            occurrence,
            history.Snapshots[^1].TakenAt,
            urgent: decided.Step is StatusStep.Open,
            @case is { } id ? $"/cases/{id}" : PathOf(connection),
            () =>
                new AlertText(
                    Say.Get("alert_status", connection.Name, history.Store),
                    StatusCase.Decide(history)!.Text,
                    Say.Get(decided.Step is StatusStep.Open ? "alert_status_do" : "alert_status_move_do")
                )
        );

    /// <summary>An account that cannot be looked at: once a day, while it lasts.</summary>
    public void Troubled(LookState state, DateTimeOffset now)
    {
        if (state is { Trouble: { } trouble, TroubleSince: { } since } && (!state.Passes || now - since >= Lasting))
        {
            Troubled(state.Connection, "trouble", PathOf(state.Connection), "alert_connection", since, trouble, now);
        }
    }

    /// <summary>A queue that cannot be emptied: once a day, while it lasts.</summary>
    public void Troubled(StoredConnection connection, QueueStanding standing, DateTimeOffset now)
    {
        if (
            standing is { Trouble: { } trouble, TroubleSince: { } since }
            && (!standing.Passes || now - since >= Lasting)
        )
        {
            string path = PathOf(connection) + "/notifications";
            Troubled(connection, "queue", path, "alert_queue", since, trouble, now);
        }
    }

    /// <param name="words">The title's text; with _text and _do the others.</param>
    private void Troubled(
        StoredConnection connection,
        string what,
        string path,
        string words,
        DateTimeOffset since,
        string trouble,
        DateTimeOffset now
    ) =>
        Raise(
            FormattableString.Invariant($"{connection.Id}/{what}/{now.UtcDateTime:yyyy-MM-dd}"),
            now,
            urgent: false,
            path,
            () =>
                new AlertText(
                    Say.Get(words, connection.Name),
                    Say.Get(words + "_text", DueWords.When(since)) + " " + trouble,
                    Say.Get(words + "_do")
                )
        );

    private void Raise(string what, DateTimeOffset at, bool urgent, string path, Func<AlertText> words) =>
        alerts.Raise(
            new Alert
            {
                Event = "standing/" + what,
                At = at,
                Urgent = urgent,
                Texts = AlertWords.InEach(words),
                Link = alerts.Link(path),
            }
        );
}

using Reprieve.Alerts;
using Reprieve.Cases;
using Reprieve.Practices.Standing;
using Reprieve.Server.Alerting;
using Reprieve.Server.Design;
using Reprieve.Server.Desk;
using Reprieve.Server.Selling.ByHand;
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
        var own = new OwnLimits(connection.Limits);
        foreach (EarlyWarning warning in EarlyWarning.Of(history, today, desk.Knowledge, own))
        {
            Raise(
                $"{connection.Id}/{history.Store}/{warning.Key}",
                last.TakenAt,
                warning.Severity is WarningSeverity.Urgent,
                PathOf(connection),
                () =>
                {
                    EarlyWarning said = EarlyWarning
                        .Of(history, today, desk.Knowledge, own)
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

    /// <summary>Orders of a store that are late or will be: once for each hour of ship-by, and again when it becomes urgent or has passed.</summary>
    /// <param name="store">Its code; null where Amazon did not say it.</param>
    public void Ship(StoredConnection connection, string? store, IReadOnlyList<ShipSoon> orders, DateTimeOffset now)
    {
        foreach (ShipGroup group in ShipGroup.Of(orders, store, desk.Knowledge))
        {
            Raise(
                $"{connection.Id}/{store ?? "-"}/ship/{group.Key}",
                now,
                group.IsUrgent,
                PathOf(connection),
                () =>
                {
                    ShipGroup said = ShipGroup.Of(orders, store, desk.Knowledge).First(one => one.Key == group.Key);
                    return new AlertText(
                        Say.Get("alert_ship", connection.Name, store ?? connection.Region),
                        said.Text,
                        said.Advice
                    );
                }
            );
        }
    }

    /// <summary>A page that a person has to look at: once for each day on which nobody did.</summary>
    /// <param name="day">In the store's zone.</param>
    public void LookToday(StoredConnection connection, DateOnly day, DateTimeOffset now) =>
        Raise(
            FormattableString.Invariant($"{connection.Id}/hand/{day:yyyy-MM-dd}"),
            now,
            urgent: false,
            PathOf(connection) + "/hand",
            () =>
                new AlertText(
                    Say.Get("alert_hand", connection.Name),
                    Say.Get("alert_hand_text", connection.Stores[0]),
                    Say.Get("alert_hand_do", HandDay.Menu(desk.Knowledge))
                )
        );

    /// <summary>An account that cannot be looked at: each part once a day, while it lasts, and the same sentence not twice.</summary>
    public void Troubled(LookState state, DateTimeOffset now)
    {
        Troubled(state.Connection, state.Standing, "trouble", "alert_connection", "", now);
        if (!state.Standing.IsLooking && state.Standing.Trouble != state.Orders.Trouble)
        {
            Troubled(state.Connection, state.Orders, "orders-trouble", "alert_orders", "", now);
        }
    }

    /// <summary>A queue that cannot be emptied: once a day, while it lasts.</summary>
    public void Troubled(StoredConnection connection, QueueStanding queue, DateTimeOffset now)
    {
        var part = new LookPart(null, Trouble: queue.Trouble, TroubleSince: queue.TroubleSince, Passes: queue.Passes);
        Troubled(connection, part, "queue", "alert_queue", "/notifications", now);
    }

    /// <param name="words">The title's text; with _text and _do the others.</param>
    /// <param name="page">Below the page of the connection.</param>
    private void Troubled(
        StoredConnection connection,
        LookPart part,
        string what,
        string words,
        string page,
        DateTimeOffset now
    )
    {
        if (part is not { Trouble: { } trouble, TroubleSince: { } since } || (part.Passes && now - since < Lasting))
        {
            return;
        }

        Raise(
            FormattableString.Invariant($"{connection.Id}/{what}/{now.UtcDateTime:yyyy-MM-dd}"),
            now,
            urgent: false,
            PathOf(connection) + page,
            () =>
                new AlertText(
                    Say.Get(words, connection.Name),
                    Say.Get($"{words}_text", DueWords.When(since)) + " " + trouble,
                    Say.Get($"{words}_do")
                )
        );
    }

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

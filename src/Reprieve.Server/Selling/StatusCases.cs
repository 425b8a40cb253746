using System.Security.Cryptography;
using System.Text;
using Reprieve.Cases;
using Reprieve.Practices.Standing;
using Reprieve.Server.Desk;
using Reprieve.Server.Watching;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>
/// What a change of an account's status does to cases: one that got worse opens a case with the figures as evidence and asks for
/// the notice, which no interface of Amazon's has; a case that is open already is told.
/// </summary>
internal sealed class StatusCases(
    Workbench workbench,
    CaseDesk desk,
    CaseMatches matches,
    ClientShelf clients,
    CasePulls pulls,
    StandingAlerts alerts
)
{
    /// <summary>The entry of a case's timeline that says for which store it was opened.</summary>
    private const string Opened = "status_opened";

    private const string Told = "status_changed";
    private const string StoreName = "store";
    private const string TaskName = "task";

    /// <summary>Does what the newest snapshot of a history asks for.</summary>
    /// <param name="evidence">What it is from.</param>
    /// <exception cref="StorageException">A case cannot take it.</exception>
    public async Task FollowAsync(
        StoredConnection connection,
        SnapshotHistory history,
        StatusEvidence evidence,
        CancellationToken cancel
    )
    {
        if (StatusCase.Decide(history) is not { Step: not StatusStep.Nothing } decided)
        {
            return;
        }

        // The same for the same change until its snapshot is kept, however often it is seen.
        AccountSnapshot? before = history
            .Snapshots.SkipLast(1)
            .LastOrDefault(one => one.Standing is not Knowledge.AccountStatus.Unknown);
        string occurrence = FormattableString.Invariant(
            $"{connection.Id}/{history.Store}/{decided.To}/{before?.TakenAt.ToUnixTimeMilliseconds() ?? 0}"
        );
        var id = new CaseId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(occurrence)).AsSpan(0, 16)));
        CaseId? about = await OpenCaseAsync(connection.Client, history.Store, cancel);
        if (about is { } open && open != id)
        {
            await TellAsync(open, history, decided, occurrence, cancel);
        }
        else if (decided.Step is StatusStep.Open)
        {
            await OpenAsync(id, connection, history, decided, evidence, cancel);
            about = id;
        }

        alerts.Changed(connection, history, decided, occurrence, about);
    }

    /// <summary>The case that was opened for a store because of its status and has no notice yet; null for none.</summary>
    public Task<CaseId?> WaitingAsync(Guid? client, string? store, CancellationToken cancel) =>
        store is null ? Task.FromResult<CaseId?>(null) : FirstAsync(client, store, waiting: true, cancel);

    /// <summary>The notice came that a case was waiting for.</summary>
    public async Task ArrivedAsync(CaseId id, CancellationToken cancel)
    {
        if (Guid.TryParse((await EntryOfAsync(id, cancel))?.Details.GetValueOrDefault(TaskName), out Guid task))
        {
            await workbench.Cases.DoneTaskAsync(id, task, Timeline.Reprieve, cancel);
        }
    }

    private Task<CaseId?> OpenCaseAsync(Guid? client, string store, CancellationToken cancel) =>
        FirstAsync(client, store, waiting: false, cancel);

    /// <summary>The newest case of a store that is not settled.</summary>
    private async Task<CaseId?> FirstAsync(Guid? client, string store, bool waiting, CancellationToken cancel)
    {
        foreach (CaseLine line in (await matches.LinesAsync(client, cancel)).OrderByDescending(line => line.Updated))
        {
            bool open = line.Stage is not (CaseStage.Reinstated or CaseStage.NotAmazon or CaseStage.NothingToSend);
            if (
                open
                && (
                    line.Summary.Kind is null
                        ? (await EntryOfAsync(line.Id, cancel))?.Details.GetValueOrDefault(StoreName) == store
                        : !waiting && line.Summary.Marketplace == store
                )
            )
            {
                return line.Id;
            }
        }

        return null;
    }

    /// <summary>What says for which store a case was opened; null where it was not opened for its status.</summary>
    private async Task<TimelineEntry?> EntryOfAsync(CaseId id, CancellationToken cancel) =>
        (await workbench.Cases.TimelineAsync(id, cancel: cancel)).LastOrDefault(entry => entry.What == Opened);

    private async Task OpenAsync(
        CaseId id,
        StoredConnection connection,
        SnapshotHistory history,
        StatusCase decided,
        StatusEvidence evidence,
        CancellationToken cancel
    )
    {
        CaseStore cases = workbench.Cases;
        StoredCase opened =
            await cases.FindAsync(id, cancel)
            ?? await cases.AddAsync(id, Say.Get("status_case", history.Store), Timeline.Reprieve, cancel);
        if (
            connection.Client is { } client
            && opened.Account is null
            && clients.All.StoreFor(client, history.Store) is { } account
        )
        {
            await cases.SetAccountAsync(id, account.Id, Timeline.Reprieve, cancel);
        }

        using var content = new MemoryStream(evidence.Content, writable: false);
        await cases.PutFileAsync(id, evidence.Path, content, Timeline.Reprieve, cancel);
        if (await EntryOfAsync(id, cancel) is null)
        {
            CaseTask task = await cases.AddTaskAsync(
                id,
                Say.Get("status_task", decided.Text),
                desk.Clock.GetUtcNow(),
                Timeline.Reprieve,
                cancel
            );
            await cases.NoteAsync(
                id,
                Timeline.Reprieve,
                Opened,
                new Dictionary<string, string>(DetailsOf(history, decided)) { [TaskName] = task.Id.ToString() },
                cancel
            );
        }

        await desk.SettledAsync(id, Timeline.Reprieve);
        // What step 2 needs comes meanwhile; a case that cannot have it has what the page of the connection says.
        await pulls.BeginAsync(id, connection.Id, history.Store, Timeline.Reprieve, cancel);
    }

    private async Task TellAsync(
        CaseId id,
        SnapshotHistory history,
        StatusCase decided,
        string occurrence,
        CancellationToken cancel
    )
    {
        IReadOnlyList<TimelineEntry> known = await workbench.Cases.TimelineAsync(id, cancel: cancel);
        if (known.Any(entry => entry.What == Told && entry.Details.GetValueOrDefault("occurrence") == occurrence))
        {
            return;
        }

        string key = decided.Step is StatusStep.Move ? "status_task_move" : "status_task_worse";
        await workbench.Cases.AddTaskAsync(
            id,
            Say.Get(key, history.Store, decided.Text),
            desk.Clock.GetUtcNow(),
            Timeline.Reprieve,
            cancel
        );
        await workbench.Cases.NoteAsync(
            id,
            Timeline.Reprieve,
            Told,
            new Dictionary<string, string>(DetailsOf(history, decided)) { ["occurrence"] = occurrence },
            cancel
        );
    }

    private static Dictionary<string, string> DetailsOf(SnapshotHistory history, StatusCase decided) =>
        new()
        {
            [StoreName] = history.Store,
            ["from"] = decided.From.ToString(),
            ["to"] = decided.To.ToString(),
            ["taken"] = FormattableString.Invariant($"{history.Snapshots[^1].TakenAt:O}"),
        };
}

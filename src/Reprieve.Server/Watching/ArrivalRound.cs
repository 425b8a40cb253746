using Reprieve.Answers.Matching;
using Reprieve.Cases;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Server.Selling;
using Reprieve.Storage;

namespace Reprieve.Server.Watching;

/// <summary>
/// Sorts what arrived, the oldest first: puts a mail into its case, opens one with it, or asks. Each step may be done again after a
/// crash and changes nothing then.
/// </summary>
internal sealed class ArrivalRound(
    Workbench workbench,
    CaseDesk desk,
    ClientShelf clients,
    CaseMatches matches,
    MailReading reading,
    StatusCases statuses,
    ArrivalAlerts alerts
) : IDisposable
{
    /// <summary>So long a mail waits for the key of its signature before a person is asked.</summary>
    private static readonly TimeSpan PatienceWithKeys = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Told of each mail that was sorted.</summary>
    public Action<Arrival>? Sorted { get; set; }

    /// <summary>Sorts what is new for a client, or with null for whoever works without.</summary>
    public async Task SortAsync(Guid? client, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            foreach (Arrival arrival in await workbench.Arrivals.NewAsync(client, cancel))
            {
                try
                {
                    await SortAsync(arrival, cancel);
                }
                catch (StorageException)
                {
                    // The case cannot take it: its key is gone, say. A person sees to it; others are not held up.
                    await SettledAsync(arrival, ArrivalState.ToSort, null, Timeline.Reprieve, cancel);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What a mail is, and where it belongs by the cases as they stand now; null when it is not kept any more.</summary>
    public async Task<LookedAt?> LookAsync(Arrival arrival, CancellationToken cancel)
    {
        if (
            await workbench.Arrivals.MailAsync(arrival.Id, cancel) is not { } mail
            || reading.Read(mail, ArrivalFiles.Name(arrival)) is not var (read, unanswered)
        )
        {
            return null;
        }

        IReadOnlyList<KnownCase<CaseId>> known = await matches.OfAsync(arrival.Client, cancel);
        return new LookedAt(read, ArrivalSorter.Place(read, known, desk.Clock.GetUtcNow()), mail, unanswered);
    }

    /// <summary>Puts a mail into a case, and takes the case through its steps.</summary>
    /// <returns>False when somebody sorted it meanwhile.</returns>
    public async Task<bool> IntoAsync(Arrival arrival, byte[] mail, CaseId id, string who, CancellationToken cancel)
    {
        await PutAsync(arrival, mail, id, who, cancel);
        await desk.SettledAsync(id, who);
        return await SettledAsync(arrival, ArrivalState.InCase, id, who, cancel);
    }

    /// <summary>Opens a case with a mail; its id is the arrival's, so that it is opened once.</summary>
    /// <param name="store">The seller account that it belongs to; null for none.</param>
    /// <returns>False when somebody sorted it meanwhile.</returns>
    public async Task<bool> OpenAsync(Arrival arrival, byte[] mail, Guid? store, string who, CancellationToken cancel)
    {
        var id = new CaseId(arrival.Id);
        StoredCase opened =
            await workbench.Cases.FindAsync(id, cancel)
            ?? await workbench.Cases.AddAsync(id, Say.Get("arrival_case"), who, cancel);
        if (store is not null && opened.Account is null)
        {
            await workbench.Cases.SetAccountAsync(id, store, who, cancel);
        }

        await PutAsync(arrival, mail, id, who, cancel);
        await desk.SettledAsync(id, who, name: Say.Texts.InAll("arrival_case").Contains(opened.Title));
        return await SettledAsync(arrival, ArrivalState.Opened, id, who, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task SortAsync(Arrival arrival, CancellationToken cancel)
    {
        if (await LookAsync(arrival, cancel) is not var (read, placed, mail, unanswered))
        {
            await workbench.Arrivals.RemoveAsync(arrival.Id, cancel);
            return;
        }

        if (unanswered && placed.Place == ArrivalPlace.Ask && IsYoung(arrival))
        {
            // The next look tries again.
            return;
        }

        Account? store = arrival.Client is { } client ? clients.All.StoreFor(client, read.Marketplace) : null;
        switch (placed.Place)
        {
            case ArrivalPlace.Nowhere:
                await workbench.Arrivals.RemoveAsync(arrival.Id, cancel);
                break;
            case ArrivalPlace.Known when placed.Cases[0].Key.Value == arrival.Id:
                // It was opening this case when the program stopped.
                alerts.Opened(arrival, read, placed.Cases[0].Key);
                await OpenAsync(arrival, mail, store?.Id, Timeline.Reprieve, cancel);
                break;
            case ArrivalPlace.Known:
                // Somebody brought it, or the program stopped before the case was read.
                await desk.SettledAsync(placed.Cases[0].Key, Timeline.Reprieve);
                await SettledAsync(arrival, ArrivalState.InCase, placed.Cases[0].Key, Timeline.Reprieve, cancel);
                break;
            case ArrivalPlace.Case:
                await alerts.AnsweredAsync(arrival, read, placed.Cases[0].Key, cancel);
                await IntoAsync(arrival, mail, placed.Cases[0].Key, Timeline.Reprieve, cancel);
                break;
            case ArrivalPlace.NewCase
                when await statuses.WaitingAsync(arrival.Client, read.Marketplace, cancel) is { } waiting:
                // The account's status opened the case before the notice came.
                alerts.Opened(arrival, read, waiting);
                await statuses.ArrivedAsync(waiting, cancel);
                await IntoAsync(arrival, mail, waiting, Timeline.Reprieve, cancel);
                break;
            case ArrivalPlace.NewCase when arrival.Client is null || store is not null:
                alerts.Opened(arrival, read, new CaseId(arrival.Id));
                await OpenAsync(arrival, mail, store?.Id, Timeline.Reprieve, cancel);
                break;
            case ArrivalPlace.Flagged:
                alerts.Flagged(arrival, read);
                await SettledAsync(arrival, ArrivalState.Flagged, null, Timeline.Reprieve, cancel);
                break;
            default:
                alerts.ToSort(arrival, read);
                await SettledAsync(arrival, ArrivalState.ToSort, null, Timeline.Reprieve, cancel);
                break;
        }
    }

    private bool IsYoung(Arrival arrival) =>
        arrival.Message is { } message && desk.Clock.GetUtcNow() - message.Found < PatienceWithKeys;

    private async Task PutAsync(Arrival arrival, byte[] mail, CaseId id, string who, CancellationToken cancel)
    {
        using var content = new MemoryStream(mail, writable: false);
        await workbench.Cases.PutFileAsync(id, ArrivalFiles.Name(arrival), content, who, cancel);
    }

    private async Task<bool> SettledAsync(
        Arrival arrival,
        ArrivalState state,
        CaseId? id,
        string who,
        CancellationToken cancel
    )
    {
        Arrival settled = arrival with { State = state, Case = id, SortedBy = who == Timeline.Reprieve ? null : who };
        bool done = await workbench.Arrivals.SettleAsync(settled, arrival.State, cancel);
        if (done)
        {
            Sorted?.Invoke(settled);
        }

        return done;
    }
}

/// <summary>A mail that is looked at to be sorted.</summary>
/// <param name="Read">What it says.</param>
/// <param name="Placed">Where it belongs by the cases as they stand now.</param>
/// <param name="Mail">Byte by byte as it came.</param>
/// <param name="IsKeyUnanswered">Whether a key of its signatures could not be asked for.</param>
internal sealed record LookedAt(Diagnosis Read, Placed<CaseId> Placed, byte[] Mail, bool IsKeyUnanswered);

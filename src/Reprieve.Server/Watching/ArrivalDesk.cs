using Reprieve.Answers.Matching;
using Reprieve.Cases;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Watching;

/// <summary>What a person makes of a mail.</summary>
public enum ArrivalChoice
{
    /// <summary>It goes into a case.</summary>
    Case,

    /// <summary>A case is opened with it.</summary>
    Open,

    /// <summary>It is set aside, and forgotten but for that it came.</summary>
    Aside,
}

/// <summary>A mail that waits, and what can be made of it.</summary>
/// <param name="Arrival">As it is kept.</param>
/// <param name="Read">What it says; null when it is not kept any more.</param>
/// <param name="Possible">Cases that it may belong to, the likeliest first.</param>
/// <param name="Others">The other cases of the client, by title.</param>
/// <param name="Stores">Seller accounts that a case may be opened for; none without clients.</param>
public sealed record ArrivalView(
    Arrival Arrival,
    Diagnosis? Read,
    IReadOnlyList<(CaseLine Case, Match Match)> Possible,
    IReadOnlyList<CaseLine> Others,
    IReadOnlyList<Account> Stores
)
{
    /// <summary>The store that a case is opened for if nobody says another.</summary>
    public Account? Store { get; init; }

    /// <summary>Whether a person has to say where it belongs.</summary>
    public bool Waits => Arrival.State == ArrivalState.ToSort && Read is not null;
}

/// <summary>Mails that arrived, for the pages and the API.</summary>
internal sealed class ArrivalDesk(Workbench workbench, ClientShelf clients, CaseMatches matches, ArrivalRound round)
{
    /// <summary>The arrivals that somebody sees, the newest first.</summary>
    public Task<IReadOnlyList<Arrival>> ListAsync(
        Caller caller,
        IReadOnlyList<ArrivalState> states,
        int most,
        CancellationToken cancel
    ) => workbench.Arrivals.ListAsync(SeenBy(caller), states, most, cancel);

    /// <summary>How many wait for somebody.</summary>
    public Task<int> WaitingAsync(Caller caller, CancellationToken cancel) =>
        workbench.Arrivals.CountAsync(SeenBy(caller), [ArrivalState.ToSort], cancel);

    /// <summary>A mail, and what can be made of it; null when there is none of that id.</summary>
    public async Task<ArrivalView?> ViewAsync(Guid id, CancellationToken cancel)
    {
        if (await workbench.Arrivals.FindAsync(id, cancel) is not { } arrival)
        {
            return null;
        }

        if (await round.LookAsync(arrival, cancel) is not var (read, placed, _, _))
        {
            return new ArrivalView(arrival, null, [], [], []);
        }

        if (arrival.Message is { } kept && kept.Verdict != read.Authenticity.Verdict)
        {
            // What was found when it came holds: Amazon changes its keys, and without a network none is found.
            read = read with
            {
                Authenticity = new Authenticity(kept.Verdict, []),
            };
        }

        Dictionary<CaseId, CaseLine> lines = (await matches.LinesAsync(arrival.Client, cancel)).ToDictionary(line =>
            line.Id
        );
        return new ArrivalView(
            arrival,
            read,
            [.. placed.Cases.Where(one => lines.ContainsKey(one.Key)).Select(one => (lines[one.Key], one.Match))],
            [
                .. lines
                    .Values.Where(line => placed.Cases.All(one => one.Key != line.Id))
                    .OrderBy(line => line.Title, StringComparer.OrdinalIgnoreCase),
            ],
            arrival.Client is { } client ? [.. clients.All.StoresOf(client)] : []
        )
        {
            Store = arrival.Client is { } owner ? clients.All.StoreFor(owner, read.Marketplace) : null,
        };
    }

    /// <summary>Does with a mail what a person decided.</summary>
    /// <param name="case">Where it goes, with <see cref="ArrivalChoice.Case"/>.</param>
    /// <param name="store">The seller account, with <see cref="ArrivalChoice.Open"/> of a client.</param>
    /// <returns>The case it lies in, null for none; or why it could not be done.</returns>
    public async Task<(CaseId? Case, string? Problem)> SortAsync(
        Guid id,
        ArrivalChoice choice,
        CaseId? @case,
        Guid? store,
        string who,
        CancellationToken cancel
    )
    {
        Arrival? arrival = await workbench.Arrivals.FindAsync(id, cancel);
        byte[]? mail = arrival is null ? null : await workbench.Arrivals.MailAsync(id, cancel);
        bool waits =
            arrival?.State == ArrivalState.ToSort
            || (arrival?.State == ArrivalState.Flagged && choice == ArrivalChoice.Aside);
        if (mail is null || !waits)
        {
            return (null, Say.Get("arrival_sorted"));
        }

        switch (choice)
        {
            case ArrivalChoice.Case:
                if (
                    @case is not { } into
                    || !(await matches.LinesAsync(arrival!.Client, cancel)).Any(one => one.Id == into)
                )
                {
                    return (null, Say.Get("arrival_no_case"));
                }

                bool put = await round.IntoAsync(arrival, mail, into, who, cancel);
                return (into, put ? null : Say.Get("arrival_sorted"));
            case ArrivalChoice.Open:
                if (arrival!.Client is { } client && clients.All.StoresOf(client).All(one => one.Id != store))
                {
                    return (null, Say.Get("arrival_no_store"));
                }

                bool opened = await round.OpenAsync(arrival, mail, store, who, cancel);
                return (new CaseId(id), opened ? null : Say.Get("arrival_sorted"));
            default:
                bool aside = await workbench.Arrivals.SettleAsync(
                    arrival! with
                    {
                        State = ArrivalState.SetAside,
                        SortedBy = who,
                    },
                    arrival!.State,
                    cancel
                );
                return (null, aside ? null : Say.Get("arrival_sorted"));
        }
    }

    private IReadOnlyList<Guid?>? SeenBy(Caller caller) =>
        caller.SightOf(clients.All) is { } sight ? [.. sight.Clients.Select(client => (Guid?)client)] : null;
}

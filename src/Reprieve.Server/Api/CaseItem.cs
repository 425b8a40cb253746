using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>A case, or what is to become of it.</summary>
/// <param name="By">On this machine: who does it. Else it is the token's person.</param>
internal sealed record OpenRequest(string Title, string? By = null) : ApiRequest;

/// <summary>Whose case it is: names that are not known yet are added; an empty client is none.</summary>
internal sealed record OwnerRequest(string Client, string Store) : ApiRequest;

/// <summary>Who looks after a case; null for nobody.</summary>
internal sealed record KeeperRequest(Guid? Person = null) : ApiRequest;

/// <summary>What Amazon holds.</summary>
/// <param name="Amount">With a point before the hundredths: 1250.40.</param>
/// <param name="Currency">As its three letters: USD.</param>
internal sealed record HeldRequest(string Amount, string Currency, string? By = null) : ApiRequest;

/// <summary>A case as lists show it.</summary>
/// <param name="Revision">Goes up by one with each change.</param>
/// <param name="Due">The next day Amazon sets, with its offset; null when it names none.</param>
/// <param name="Turn">Who has to do something next: client, us, amazon, nobody.</param>
/// <param name="Keeper">The person who looks after it; null for nobody.</param>
/// <param name="Held">What Amazon holds, as a person said; null when nobody did.</param>
/// <param name="Files">Paths of the files; null in a list.</param>
internal sealed record CaseItem(
    Guid Id,
    string Title,
    CaseStage Stage,
    int Revision,
    DateTimeOffset Updated,
    DateTimeOffset? Due,
    Turn Turn,
    CaseSummary Summary,
    Guid? Store,
    Guid? Client,
    Guid? Keeper,
    MoneyHeld? Held,
    IReadOnlyList<StoredFile>? Files
)
{
    public static CaseItem Of(CaseLine line, ClientShelf shelf) =>
        new(
            line.Id.Value,
            line.Title,
            line.Stage,
            line.Revision,
            line.Updated,
            line.Summary.Due,
            line.Summary.TurnAt(line.Stage),
            line.Summary,
            line.Account,
            shelf.All.Of(line.Account)?.Id,
            line.Assignee,
            line.Held,
            null
        );

    public static CaseItem Of(StoredCase stored, ClientShelf shelf) =>
        new(
            stored.Id.Value,
            stored.Title,
            stored.Record.Stage,
            stored.Revision,
            stored.Updated,
            stored.Summary.Due,
            stored.Summary.TurnAt(stored.Record.Stage),
            stored.Summary,
            stored.Account,
            shelf.All.Of(stored.Account)?.Id,
            stored.Assignee,
            stored.Held,
            stored.Files
        );
}

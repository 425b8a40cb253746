using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Pages;

/// <summary>Another account that Amazon ties a store to, by what a case says.</summary>
/// <param name="Case">The case that says it.</param>
/// <param name="Name">What the other account is called.</param>
/// <param name="Other">That account, where it is one of those that are seen; null else.</param>
public sealed record StoreTie(CaseLine Case, string Name, Account? Other)
{
    /// <summary>Whether the other account has to be reinstated first: until then there may be nothing to send here.</summary>
    public bool OtherFirst =>
        Case.Summary.Related!.ComesFirst
        && Case.Stage is not (CaseStage.Reinstated or CaseStage.DeniedFinal or CaseStage.NotAmazon);
}

/// <summary>How a store stands, by what the lists of cases know: no case is opened for it.</summary>
/// <param name="Cases">Its cases.</param>
/// <param name="Ties">The accounts that it is tied to.</param>
public sealed record StoreStanding(Account Store, IReadOnlyList<CaseLine> Cases, IReadOnlyList<StoreTie> Ties)
{
    /// <summary>Cases in which something is still to come.</summary>
    public int Open => Cases.Count(IsOpen);

    /// <summary>What Amazon holds, by currency.</summary>
    public IReadOnlyList<MoneyHeld> Held =>
        [
            .. Cases
                .Select(line => line.Held)
                .OfType<MoneyHeld>()
                .Where(held => held.Amount > 0)
                .GroupBy(held => held.Currency)
                .Select(same => new MoneyHeld(same.Sum(held => held.Amount), same.Key))
                .OrderBy(held => held.Currency, StringComparer.Ordinal),
        ];

    /// <summary>The case with the newest review of each marketplace.</summary>
    public IReadOnlyList<CaseLine> Reviews =>
        [
            .. Cases
                .Where(line => line.Summary.Health.Count > 0)
                .GroupBy(line => line.Summary.Marketplace)
                .Select(same => same.MaxBy(line => (line.Summary.Health[0].AsOf, line.Updated))!)
                .OrderBy(line => line.Summary.Marketplace, StringComparer.Ordinal),
        ];

    private static bool IsOpen(CaseLine line) => CaseTable.Counts(line.Stage) || line.Stage == CaseStage.Sent;

    /// <summary>The stores that have cases, in their order.</summary>
    /// <param name="seen">The clients and stores that whoever asks sees.</param>
    public static IReadOnlyList<StoreStanding> Of(
        IEnumerable<Account> stores,
        IReadOnlyList<CaseLine> lines,
        ClientList seen
    )
    {
        ILookup<Guid?, CaseLine> cases = lines.ToLookup(line => line.Account);
        return
        [
            .. stores
                .Where(store => cases[store.Id].Any())
                .Select(store => new StoreStanding(
                    store,
                    [.. cases[store.Id]],
                    [.. cases[store.Id].Select(line => TieOf(line, seen)).OfType<StoreTie>()]
                )),
        ];
    }

    private static StoreTie? TieOf(CaseLine line, ClientList seen)
    {
        if (line.Summary.Related is not { } related)
        {
            return null;
        }

        Account? other = seen.Stores.FirstOrDefault(store => store.Id != line.Account && related.Names(store.Store));
        string? name = other?.Store ?? related.Store;
        return name is { Length: > 0 } ? new StoreTie(line, name, other) : null;
    }
}

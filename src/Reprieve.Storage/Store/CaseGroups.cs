using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>
/// The cases that a query looks for, counted by everything a list can be narrowed to: the database goes through its index
/// once, and every count and sum of a page is made of these groups.
/// </summary>
internal sealed class CaseGroups
{
    private readonly IReadOnlyList<CaseGroup> _all;
    private readonly Dictionary<string, Func<CaseGroup, bool>> _asked;

    private CaseGroups(IReadOnlyList<CaseGroup> all, CaseQuery query)
    {
        _all = all;
        List<string> stages = [.. query.Stages.Select(stage => stage.Code())];
        string? turn = query.Turn?.Code();
        _asked = new()
        {
            [nameof(CaseQuery.Stages)] = group => stages.Count == 0 || stages.Contains(group.Stage),
            [nameof(CaseQuery.Turn)] = group => turn is null || turn == group.Turn,
            [nameof(CaseQuery.Marketplace)] = group =>
                query.Marketplace is null || query.Marketplace == group.Marketplace,
            [nameof(CaseQuery.Person)] = group =>
                query.Person is null || query.Person == (group.Assignee ?? CaseQuery.Nobody),
        };
    }

    public static async Task<CaseGroups> OfAsync(
        IQueryable<CaseRow> cases,
        CaseQuery query,
        CancellationToken cancel
    ) =>
        new(
            await cases
                .GroupBy(row => new
                {
                    row.Stage,
                    row.Turn,
                    row.Marketplace,
                    row.AssigneeId,
                    row.Currency,
                })
                .Select(group => new CaseGroup(
                    group.Key.Stage,
                    group.Key.Turn,
                    group.Key.Marketplace,
                    group.Key.AssigneeId,
                    group.Key.Currency,
                    group.Count(),
                    group.Sum(row => row.Held ?? 0)
                ))
                .ToListAsync(cancel),
            query
        );

    /// <summary>The page that has these lines.</summary>
    public CasePage PageOf(IReadOnlyList<CaseLine> lines) =>
        new(
            lines,
            Found().Sum(group => group.Cases),
            Counted(nameof(CaseQuery.Stages), group => CaseStore.StageOf(group.Stage))
        )
        {
            Turns = Counted(nameof(CaseQuery.Turn), group => TurnOf(group.Turn)),
            Marketplaces = Counted(nameof(CaseQuery.Marketplace), group => group.Marketplace ?? ""),
            People = Counted(nameof(CaseQuery.Person), group => group.Assignee ?? CaseQuery.Nobody),
            Held =
            [
                .. Found()
                    .Where(group => group.Currency is not null)
                    .GroupBy(group => group.Currency!)
                    .Select(same => BoardColumns.Money(same.Sum(group => group.Held), same.Key))
                    .Where(money => money.Amount > 0)
                    .OrderBy(money => money.Currency, StringComparer.Ordinal),
            ],
        };

    /// <summary>Cases by a key, of what is found without the choice of that key.</summary>
    private Dictionary<T, int> Counted<T>(string but, Func<CaseGroup, T> key)
        where T : notnull =>
        Found(but)
            .GroupBy(key)
            .Where(same => same.Key is not "")
            .ToDictionary(same => same.Key, same => same.Sum(group => group.Cases));

    private IEnumerable<CaseGroup> Found(string? but = null) =>
        _all.Where(group => _asked.All(one => one.Key == but || one.Value(group)));

    /// <summary>Where the row does not tell, the case cannot be read: whoever deletes it.</summary>
    private static Turn TurnOf(string? code) =>
        Enum.GetValues<Turn>().FirstOrDefault(turn => turn.Code() == code, Turn.Us);

    private sealed record CaseGroup(
        string Stage,
        string? Turn,
        string? Marketplace,
        Guid? Assignee,
        string? Currency,
        int Cases,
        long Held
    );
}

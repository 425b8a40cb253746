using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    private const int MostLines = 200;

    /// <summary>A page of a list.</summary>
    public async Task<CasePage> ListAsync(CaseQuery query, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using StorageContext db = Connect();
        IQueryable<CaseRow> found = Filtered(db.Cases.AsNoTracking(), query);
        CaseGroups groups = await CaseGroups.OfAsync(found, query, cancel);

        // Which lines: an index tells alone. The rows, which are large, are read for these only.
        List<Guid> ids = await Narrowed(found, query)
            .OrderBy(row => row.Due)
            .ThenByDescending(row => row.Updated)
            .ThenBy(row => row.Id)
            .Select(row => row.Id)
            .Skip(query.Skip)
            .Take(Math.Clamp(query.Take, 0, MostLines))
            .ToListAsync(cancel);
        List<CaseRow> rows = await db
            .Cases.AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .OrderBy(row => row.Due)
            .ThenByDescending(row => row.Updated)
            .ThenBy(row => row.Id)
            .ToListAsync(cancel);
        return groups.PageOf([.. rows.Select(LineOf)]);
    }

    /// <summary>How the cases of every seller account stand.</summary>
    /// <param name="due">Stages in which a day still counts.</param>
    public async Task<IReadOnlyList<AccountStanding>> StandingAsync(
        IReadOnlyList<CaseStage> due,
        CancellationToken cancel = default
    )
    {
        List<string> codes = [.. due.Select(stage => stage.Code())];
        await using StorageContext db = Connect();
        var counts = await db
            .Cases.AsNoTracking()
            .GroupBy(row => new { row.AccountId, row.Stage })
            .Select(group => new
            {
                group.Key.AccountId,
                group.Key.Stage,
                Cases = group.Count(),
            })
            .ToListAsync(cancel);
        IQueryable<CaseRow> open = db
            .Cases.AsNoTracking()
            .Where(row => codes.Contains(row.Stage) && row.Due < CaseRow.NoDue);
        List<long> days = await open.GroupBy(row => row.AccountId)
            .Select(group => group.Min(row => row.Due))
            .ToListAsync(cancel);
        // The day as the store of the case has it stands in its summary.
        List<CaseRow> first = await open.Where(row => days.Contains(row.Due))
            .OrderBy(row => row.Due)
            .ToListAsync(cancel);
        ILookup<Guid, CaseRow> firstOf = first.ToLookup(row => row.AccountId ?? Guid.Empty);
        return
        [
            .. counts
                .GroupBy(count => count.AccountId)
                .Select(account => new AccountStanding(
                    account.Key,
                    account.ToDictionary(count => StageOf(count.Stage), count => count.Cases),
                    firstOf[account.Key ?? Guid.Empty].FirstOrDefault() is { } row ? LineOf(row).Summary.Due : null
                )),
        ];
    }

    /// <summary>What is looked for; of this the counts are.</summary>
    private static IQueryable<CaseRow> Filtered(IQueryable<CaseRow> cases, CaseQuery query)
    {
        foreach (
            string word in (query.Text ?? "")
                .ToLowerInvariant()
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            cases = cases.Where(row => row.Search.Contains(word));
        }

        if (query.DueBefore is { } day)
        {
            long before = day.ToUnixTimeMilliseconds();
            cases = cases.Where(row => row.Due < before);
        }

        return query.Accounts is { } accounts ? cases.Where(row => accounts.Contains(row.AccountId)) : cases;
    }

    /// <summary>What it is narrowed to by a choice that the counts offer.</summary>
    private static IQueryable<CaseRow> Narrowed(IQueryable<CaseRow> cases, CaseQuery query)
    {
        if (query.Stages.Count > 0)
        {
            List<string> codes = [.. query.Stages.Select(stage => stage.Code())];
            cases = cases.Where(row => codes.Contains(row.Stage));
        }

        if (query.Turn is { } turn)
        {
            string code = turn.Code();
            cases = cases.Where(row => row.Turn == code);
        }

        if (query.Marketplace is { } domain)
        {
            cases = cases.Where(row => row.Marketplace == domain);
        }

        if (query.Person is { } person)
        {
            cases =
                person == CaseQuery.Nobody
                    ? cases.Where(row => row.AssigneeId == null)
                    : cases.Where(row => row.AssigneeId == person);
        }

        return cases;
    }

    private CaseLine LineOf(CaseRow row)
    {
        var id = new CaseId(row.Id);
        return Guarded(
            id,
            () =>
                new CaseLine(
                    id,
                    row.Title,
                    StageOf(row.Stage),
                    // A case whose key is gone still shows in the list, so that it can be deleted.
                    _workbench.Keys.Find(id)?.Summary(row)
                        ?? new CaseSummary(),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.Updated),
                    row.Revision
                )
                {
                    Account = row.AccountId,
                    Assignee = row.AssigneeId,
                    Held = BoardColumns.HeldOf(row),
                }
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// The cases of a workbench. Each change is one transaction that makes the next revision of its case, with an entry in its
/// timeline; when the call returns it lies on the disk.
/// </summary>
public sealed partial class CaseStore
{
    private const int LongestTitle = 300;

    private readonly Workbench _workbench;

    private readonly Sight? _sight;

    /// <param name="sight">Whose cases are found; null for all.</param>
    internal CaseStore(Workbench workbench, Sight? sight = null)
    {
        _workbench = workbench;
        _sight = sight;
    }

    /// <summary>The seller account that a case belongs to, null for none; not found when there is no such case here.</summary>
    public async Task<(bool Found, Guid? Account)> AccountOfAsync(CaseId id, CancellationToken cancel = default)
    {
        await using StorageContext db = Connect();
        var row = await db
            .Cases.AsNoTracking()
            .Where(one => one.Id == id.Value)
            .Select(one => new { one.AccountId })
            .SingleOrDefaultAsync(cancel);
        return (row is not null, row?.AccountId);
    }

    /// <summary>A new empty case, at revision 1.</summary>
    /// <exception cref="StorageException">The title is empty or longer than 300 characters.</exception>
    public Task<StoredCase> AddAsync(string title, string who, CancellationToken cancel = default) =>
        AddAsync(CaseId.New(_workbench.Clock), title, who, cancel);

    /// <summary>A new empty case whose id was settled before, so that it is opened once.</summary>
    /// <exception cref="StorageException">The title is empty or longer than 300 characters.</exception>
    public Task<StoredCase> AddAsync(CaseId id, string title, string who, CancellationToken cancel = default)
    {
        Case record = Case.Opened(_workbench.Clock) with { Id = id, Timeline = [] };
        return MakeAsync(record, title, new CaseSummary(), change => change.Log(who, "case_opened"), cancel);
    }

    /// <summary>A case as it stands, without its timeline; null when there is none.</summary>
    /// <exception cref="StorageException">Its key is gone, or its rows were changed.</exception>
    public async Task<StoredCase?> FindAsync(CaseId id, CancellationToken cancel = default)
    {
        await using StorageContext db = Connect();
        await using IDbContextTransaction reading = await ReadingAsync(db, cancel);
        CaseRow? row = await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id.Value, cancel);
        if (row is null)
        {
            return null;
        }

        List<FileRow> files = await Current(db, id).ToListAsync(cancel);
        return Guarded(id, () => Stored(_workbench.Keys.Of(id), row, files));
    }

    /// <summary>The timeline, oldest first.</summary>
    /// <param name="newest">Only so many of the newest entries.</param>
    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(
        CaseId id,
        int newest = int.MaxValue,
        CancellationToken cancel = default
    )
    {
        await using StorageContext db = Connect();
        List<EntryRow> rows = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.CaseId == id.Value)
            .OrderByDescending(entry => entry.Number)
            .Take(newest)
            .ToListAsync(cancel);
        CaseKey? key = rows.Count == 0 ? null : _workbench.Keys.Of(id);
        rows.Reverse();
        return Guarded(id, () => rows.Select(row => key!.Entry(row)).ToList());
    }

    /// <summary>Gives the case another title.</summary>
    public Task<StoredCase> RenameAsync(CaseId id, string title, string who, CancellationToken cancel = default)
    {
        string checkedTitle = Title(title);
        return ChangeAsync(
            id,
            change =>
            {
                change.Row.Title = checkedTitle;
                change.Log(who, "case_renamed");
            },
            cancel
        );
    }

    /// <summary>Notes in the timeline something that changes no file: what was ticked off, who approved what.</summary>
    /// <param name="what">Code of the entry.</param>
    /// <param name="details">What it was about: hashes, codes and names, never contents.</param>
    public Task<StoredCase> NoteAsync(
        CaseId id,
        string who,
        string what,
        IReadOnlyDictionary<string, string> details,
        CancellationToken cancel = default
    ) => ChangeAsync(id, change => change.Log(who, what, details), cancel);

    /// <summary>
    /// Says which seller account the case belongs to; null for none. Its key comes under that of the account's client.
    /// </summary>
    public async Task<StoredCase> SetAccountAsync(
        CaseId id,
        Guid? account,
        string who,
        CancellationToken cancel = default
    )
    {
        var details = new Dictionary<string, string> { ["account"] = account?.ToString() ?? "" };
        StoredCase moved = await ChangeAsync(
            id,
            change =>
            {
                change.Row.AccountId = account;
                change.Log(who, "account_set", details);
            },
            cancel
        );
        await _workbench.WriteAsync(
            db => _workbench.SettleKeysAsync(db, db.Cases.Where(row => row.Id == id.Value), CancellationToken.None),
            CancellationToken.None
        );
        return moved;
    }

    /// <summary>
    /// Deletes a case for good. Its key goes first, so that no backup can bring it back; then its rows and contents.
    /// A case that is not there is deleted already.
    /// </summary>
    public async Task DeleteAsync(CaseId id, string who, CancellationToken cancel = default)
    {
        await _workbench.Removing.WaitAsync(cancel);
        try
        {
            await _workbench.Writing.WaitAsync(cancel);
            try
            {
                (bool found, Guid? account) = await AccountOfAsync(id, cancel);
                _workbench.Keys.Destroy(id);
                await DeleteRowsAsync(id);
                _workbench.Blobs.Delete(id);
                _workbench.Folder.RemoveOutbox(id);
                _workbench.Keys.Forget(id);
                if (found)
                {
                    _workbench.Feed.Tell(new CaseNews(id, null, account));
                }
            }
            finally
            {
                _workbench.Writing.Release();
            }
        }
        finally
        {
            _workbench.Removing.Release();
        }
    }

    private StorageContext Connect() => _workbench.Connect(_sight);

    private async Task DeleteRowsAsync(CaseId id)
    {
        // Once the key is gone nothing turns back.
        CancellationToken cancel = CancellationToken.None;
        await using StorageContext db = Connect();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Entries.Where(row => row.CaseId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Files.Where(row => row.CaseId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Tasks.Where(row => row.CaseId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Prints.Where(row => row.CaseId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Intakes.Where(row => row.CaseId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Arrivals.Where(row => row.CaseId == id.Value).ExecuteDeleteAsync(cancel);
        await db.Cases.Where(row => row.Id == id.Value).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    internal static CaseStage StageOf(string code) =>
        Enum.GetValues<CaseStage>().FirstOrDefault(stage => stage.Code() == code);

    private static IQueryable<FileRow> Current(StorageContext db, CaseId id) =>
        db.Files.AsNoTracking().Where(file => file.CaseId == id.Value && file.Until == null);

    internal static StoredCase Stored(CaseKey key, CaseRow row, IEnumerable<FileRow> files) =>
        new()
        {
            Id = new CaseId(row.Id),
            Title = row.Title,
            Revision = row.Revision,
            Record = key.Record(row),
            Summary = key.Summary(row),
            Account = row.AccountId,
            Assignee = row.AssigneeId,
            Held = BoardColumns.HeldOf(row),
            Files =
            [
                .. files
                    .Select(file => CaseChange.FileOf(key, file))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ],
            Created = DateTimeOffset.FromUnixTimeMilliseconds(row.Created),
            Updated = DateTimeOffset.FromUnixTimeMilliseconds(row.Updated),
        };

    private static string Title(string title)
    {
        string trimmed = title.Trim();
        return trimmed.Length is > 0 and <= LongestTitle && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw new StorageException(Say.Texts.Get("Title_Wrong", LongestTitle));
    }
}

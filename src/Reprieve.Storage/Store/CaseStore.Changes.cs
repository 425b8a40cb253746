using System.Data;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    internal static StorageException NoCase(CaseId id) => new(Say.Texts.Get("Case_Missing", id));

    /// <summary>Makes a case: its key waits until the case is in the database.</summary>
    private async Task<StoredCase> MakeAsync(
        Case record,
        string title,
        CaseSummary summary,
        Action<CaseChange> fill,
        CancellationToken cancel
    )
    {
        string checkedTitle = Title(title);
        CaseKey key = _workbench.Keys.Begin(record.Id);
        StoredCase made;
        try
        {
            made = await StorageFigures.TimedAsync(
                "make_case",
                () => MakeAsync(record, key, checkedTitle, summary, fill, cancel)
            );
        }
        catch
        {
            _workbench.Keys.Abandon(record.Id);
            _workbench.Blobs.Delete(record.Id);
            throw;
        }

        _workbench.Keys.Keep(record.Id);
        return made;
    }

    private async Task<StoredCase> MakeAsync(
        Case record,
        CaseKey key,
        string title,
        CaseSummary summary,
        Action<CaseChange> fill,
        CancellationToken cancel
    )
    {
        await _workbench.Writing.WaitAsync(cancel);
        try
        {
            await using StorageContext db = Connect();
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancel);
            var row = new CaseRow
            {
                Id = record.Id.Value,
                Title = title,
                Stage = record.Stage.Code(),
                Search = "",
                Created = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
                Revision = 0,
                Record = key.Seal(record),
                Summary = key.Seal(record.Id, summary),
                LastHash = "",
                Digest = [],
                Mac = [],
            };
            CaseChange change = CaseChange.Of(_workbench, db, row, key);
            fill(change);
            await change.SaveAsync(cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return Told(change);
        }
        finally
        {
            _workbench.Writing.Release();
        }
    }

    private Task<StoredCase> ChangeAsync(CaseId id, Action<CaseChange> change, CancellationToken cancel) =>
        ChangeAsync(
            id,
            one =>
            {
                change(one);
                return Task.FromResult(true);
            },
            cancel
        );

    /// <summary>Changes a case in one transaction; nothing is written when <paramref name="change"/> says false.</summary>
    private Task<StoredCase> ChangeAsync(CaseId id, Func<CaseChange, Task<bool>> change, CancellationToken cancel) =>
        StorageFigures.TimedAsync("change_case", () => ChangeInTurnAsync(id, change, cancel));

    private async Task<StoredCase> ChangeInTurnAsync(
        CaseId id,
        Func<CaseChange, Task<bool>> change,
        CancellationToken cancel
    )
    {
        await _workbench.Writing.WaitAsync(cancel);
        try
        {
            await using StorageContext db = Connect();
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(
                IsolationLevel.Serializable,
                cancel
            );
            try
            {
                CaseChange one = await CaseChange.BeginAsync(_workbench, db, id, cancel);
                if (await change(one))
                {
                    await one.SaveAsync(cancel);
                    // From here on it is done or not, whoever loses patience.
                    await transaction.CommitAsync(CancellationToken.None);
                    return Told(one);
                }

                return one.Stored();
            }
            catch (Exception fault) when (fault is CryptographicException or JsonException)
            {
                throw Changed(id, fault);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new CaseChangedException(0);
            }
        }
        finally
        {
            _workbench.Writing.Release();
        }
    }

    private StoredCase Told(CaseChange change)
    {
        _workbench.Feed.Tell(new CaseNews(change.Id, change.Revision, change.Row.AccountId));
        return change.Stored();
    }

    /// <summary>A transaction in which several readings show the same state; it takes no lock that a writer waits for.</summary>
    internal static Task<IDbContextTransaction> ReadingAsync(StorageContext db, CancellationToken cancel) =>
        db.Database.IsSqlite()
            ? DeferredAsync(db, cancel)
            : db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    private static async Task<IDbContextTransaction> DeferredAsync(StorageContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = (Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection();
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancel))!;
    }

    private static T Guarded<T>(CaseId id, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            throw Changed(id, fault);
        }
    }

    private static StorageException Changed(CaseId id, Exception fault) =>
        new(Say.Texts.Get("Rows_Changed", id), fault);
}

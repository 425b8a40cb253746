using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reprieve.Storage.Database;

namespace Reprieve.Storage.Backups;

/// <summary>Copies all rows from one database into another, empty one: rows are the same on SQLite and PostgreSQL.</summary>
internal static class RowCopy
{
    private const int Batch = 500;

    /// <summary>A row may hold a mail of many megabytes.</summary>
    private const int BatchOfMails = 4;

    /// <summary>Copies what one reading of the source shows; the target is brought to the newest form first.</summary>
    /// <remarks>Where somebody is signed in stays behind, and so do the tokens of programs.</remarks>
    /// <param name="wanted">Cases to copy; null for all.</param>
    public static async Task CopyAsync(
        StorageContext from,
        DbContextOptions<StorageContext> to,
        HashSet<Guid>? wanted,
        CancellationToken cancel
    )
    {
        await using IDbContextTransaction reading = await CaseStore.ReadingAsync(from, cancel);
        await using var target = new StorageContext(to);
        await target.Database.MigrateAsync(cancel);
        await using IDbContextTransaction writing = await target.Database.BeginTransactionAsync(cancel);
        await CopyAsync(from.Clients, target, _ => true, cancel);
        await CopyAsync(from.Accounts, target, _ => true, cancel);
        await CopyAsync(from.Mailboxes, target, _ => true, cancel);
        await CopyAsync(from.Connections, target, _ => true, cancel);
        await CopyAsync(from.Snapshots, target, _ => true, cancel);
        await CopyAsync(from.AlertChannels, target, _ => true, cancel);
        await CopyAsync(from.People, target, _ => true, cancel);
        await CopyAsync(from.Passkeys, target, _ => true, cancel);
        await CopyAsync(from.Grants, target, _ => true, cancel);
        await CopyAsync(from.Journal, target, _ => true, cancel);
        await CopyAsync(from.Cases, target, row => wanted?.Contains(row.Id) != false, cancel);
        await CopyAsync(from.Entries, target, row => wanted?.Contains(row.CaseId) != false, cancel);
        await CopyAsync(from.Files, target, row => wanted?.Contains(row.CaseId) != false, cancel);
        await CopyAsync(from.Intakes, target, row => wanted?.Contains(row.CaseId) != false, cancel);
        await CopyAsync(from.Prints, target, row => wanted?.Contains(row.CaseId) != false, cancel);
        await CopyAsync(from.Tasks, target, row => wanted?.Contains(row.CaseId) != false, cancel);
        await CopyAsync(
            from.Arrivals,
            target,
            row => row.CaseId is not { } id || wanted?.Contains(id) != false,
            cancel,
            BatchOfMails
        );
        await writing.CommitAsync(cancel);
    }

    private static async Task CopyAsync<T>(
        DbSet<T> from,
        StorageContext to,
        Func<T, bool> wanted,
        CancellationToken cancel,
        int batch = Batch
    )
        where T : class
    {
        int waiting = 0;
        await foreach (T row in from.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!wanted(row))
            {
                continue;
            }

            to.Add(row);
            if (++waiting == batch)
            {
                await SaveAsync();
            }
        }

        await SaveAsync();

        async Task SaveAsync()
        {
            await to.SaveChangesAsync(cancel);
            to.ChangeTracker.Clear();
            waiting = 0;
        }
    }
}

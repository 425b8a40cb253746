using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Database;

/// <summary>What the row of a case holds in the open for lists to be narrowed by, beside its stage, day and account.</summary>
internal static class BoardColumns
{
    private const int Batch = 200;
    private const decimal Hundredths = 100m;

    /// <summary>Longer than any domain of a store; an index has no room for more.</summary>
    private const int LongestMarketplace = 100;

    /// <summary>Takes over what follows from the summary and the stage.</summary>
    public static void Set(CaseRow row, CaseSummary summary)
    {
        row.Turn = summary.TurnAt(CaseStore.StageOf(row.Stage)).Code();
        row.Marketplace = summary.Marketplace is { Length: <= LongestMarketplace } domain ? domain : null;
    }

    public static void Set(CaseRow row, MoneyHeld held)
    {
        row.Held = (long)(held.Amount * Hundredths);
        row.Currency = held.Currency;
    }

    public static MoneyHeld? HeldOf(CaseRow row) =>
        row is { Held: { } held, Currency: { } currency } ? Money(held, currency) : null;

    public static MoneyHeld Money(long hundredths, string currency) => new(hundredths / Hundredths, currency);

    /// <summary>
    /// Fills the rows that an earlier version wrote, some at a time; a stop in between is made up for the next time. A row whose
    /// key is not there, or that was changed by hand, stays as it is, so that it is still found.
    /// </summary>
    public static async Task FillAsync(Workbench workbench, CancellationToken cancel)
    {
        await using StorageContext db = workbench.Connect();
        List<Guid> bare = await db.Cases.Where(row => row.Turn == null).Select(row => row.Id).ToListAsync(cancel);
        foreach (Guid[] some in bare.Chunk(Batch))
        {
            List<CaseRow> rows = await db.Cases.Where(row => some.Contains(row.Id)).ToListAsync(cancel);
            rows.ForEach(row => Fill(workbench.Keys, row));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private static void Fill(KeyFolder keys, CaseRow row)
    {
        CaseKey? key;
        try
        {
            key = keys.Find(new CaseId(row.Id));
        }
        catch (StorageException)
        {
            // A broken key is said by whoever asks for the case.
            return;
        }

        if (key is not null && key.CodeOf(row).AsSpan().SequenceEqual(row.Mac))
        {
            Set(row, key.Summary(row));
            row.Mac = key.CodeOf(row);
        }
    }
}

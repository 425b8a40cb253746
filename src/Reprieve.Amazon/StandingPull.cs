using Reprieve.Amazon.Pulling;
using Reprieve.Knowledge;

namespace Reprieve.Amazon;

/// <summary>
/// Brings Amazon's own figures of an account as they are now: one report. One that was stopped goes on where it was, and the same
/// report is given until <see cref="Forget"/>.
/// </summary>
public static class StandingPull
{
    /// <summary>After that a report that was not finished or not taken says how the account stood on another day.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(20);

    /// <param name="account">The account.</param>
    /// <param name="folder">Where it works; one process at a time.</param>
    /// <param name="stores">Codes of the stores; null for all in which the account takes part.</param>
    /// <exception cref="AmazonException">Amazon or the folder cannot be used.</exception>
    public static async Task<StandingReport> RunAsync(
        AmazonAccount account,
        string folder,
        IReadOnlyList<string>? stores,
        CancellationToken cancel
    )
    {
        using PullFolder place = PullFolder.Take(folder);
        DateTimeOffset now = account.Edge.Time.GetUtcNow();
        PullBook? book = PullBook.Find(place.Work);
        if (book is null || now - book.AsOf > Lasts)
        {
            IReadOnlyList<Marketplace> sold = await AccountPull.StoresAsync(account, stores, cancel);
            book = PullBook.Begin(place.Work, now, PullPlan.Standing(account.Edge.Knowledge, sold));
        }

        string key = book.Parts[0].Key;
        if (book.Parts[0].End is PullEnd.Open)
        {
            await new ReportPull(account, book, place, key).RunAsync(cancel);
        }

        PullPart part = book.Part(key);
        byte[]? document = part.Files is [string name] ? await ReadAsync(place.FileOf(name), cancel) : null;
        return new StandingReport(part.Made ?? book.AsOf, document, part.Note);
    }

    /// <summary>Forgets the report and wipes the folder: it was taken, or is not wanted.</summary>
    public static void Forget(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AmazonException(Say.Texts.Get("Cannot_Use", folder, fault.Message), fault);
        }
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancel);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AmazonException(Say.Texts.Get("Cannot_Use", file, fault.Message), fault);
        }
    }
}

/// <summary>Amazon's own figures of an account.</summary>
/// <param name="At">When they were asked for, UTC.</param>
/// <param name="Document">GET_V2_SELLER_PERFORMANCE_REPORT as it came; null where Amazon gave none.</param>
/// <param name="Note">Why there is none, in the screen's language.</param>
public sealed record StandingReport(DateTimeOffset At, byte[]? Document, string? Note);

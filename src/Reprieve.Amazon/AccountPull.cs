using Reprieve.Amazon.Feedback;
using Reprieve.Amazon.History;
using Reprieve.Amazon.Operations;
using Reprieve.Amazon.Pulling;
using Reprieve.Knowledge;

namespace Reprieve.Amazon;

/// <summary>
/// Brings what step 2 needs of an account into a folder, as the files that a seller would download: within Amazon's limits,
/// the most urgent first. One that was stopped goes on where it was; what could not be had is tried again by the next run.
/// </summary>
public sealed class AccountPull : IDisposable
{
    /// <summary>
    /// How old a pull may be to be gone on with. After that its figures are those of another day; 150,000 orders come within it.
    /// </summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    private readonly AmazonAccount _account;
    private readonly PullFolder _folder;
    private readonly PullBook _book;
    private long _rows;

    private AccountPull(AmazonAccount account, PullFolder folder, PullBook book)
    {
        _account = account;
        _folder = folder;
        _book = book;
    }

    /// <summary>As of when the account is pulled, UTC.</summary>
    public DateTimeOffset AsOf => _book.AsOf;

    /// <summary>Goes on with the pull of a folder, or begins one: where there is none, and where the last is finished or older than three days.</summary>
    /// <param name="account">The account.</param>
    /// <param name="folder">Where the files go; a hidden folder in it knows how far the pull is.</param>
    /// <param name="stores">Codes of the stores; null for all in which the account takes part.</param>
    /// <param name="wish">What it is to bring besides; a pull that is gone on with brings what it was begun for.</param>
    /// <exception cref="AmazonException">Amazon or the folder cannot be used.</exception>
    public static async Task<AccountPull> OpenAsync(
        AmazonAccount account,
        string folder,
        IReadOnlyList<string>? stores = null,
        PullWish? wish = null,
        CancellationToken cancel = default
    )
    {
        PullFolder place = PullFolder.Take(folder);
        try
        {
            PullBook? book = PullBook.Find(place.Work);
            DateTimeOffset asOf = account.Edge.Time.GetUtcNow();
            if (book is null || asOf - book.AsOf > Lasts || book.Parts.All(part => part.End is not PullEnd.Open))
            {
                IReadOnlyList<Marketplace> sold = await StoresAsync(account, stores, cancel);
                book = PullBook.Begin(
                    place.Work,
                    asOf,
                    PullPlan.Of(account.Edge.Knowledge, sold, wish ?? new PullWish(), asOf)
                );
            }

            return new AccountPull(account, place, book);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Lets another process have the folder.</summary>
    public void Dispose() => _folder.Dispose();

    /// <summary>Brings all that is not there yet.</summary>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancel">Stops it; the next run goes on.</param>
    public async Task<PullResult> RunAsync(IProgress<PullProgress>? progress, CancellationToken cancel)
    {
        void Tell() => progress?.Report(Progress());
        Tell();
        ILookup<bool, PullPart> parts = _book
            .Parts.Where(part => part.End is PullEnd.Open)
            .ToLookup(part => part.Kind is PullKind.Report);
        // Reports wait for Amazon side by side; what is asked page by page goes one after the other in each operation, the newest first.
        Task<PullTrouble?>[] reports = [.. parts[true].Select(part => TryAsync(part, Tell, cancel))];
        IEnumerable<Task<PullTrouble?>> pages = parts[false]
            .GroupBy(part => part.Kind)
            .Select(lane => LaneAsync([.. lane], lane.Key is PullKind.ReviewTopics ? reports : [], Tell, cancel));
        PullTrouble?[] troubles = await Task.WhenAll([.. reports, .. pages]);
        return Result([.. troubles.OfType<PullTrouble>()]);
    }

    /// <summary>The stores in which an account takes part, or those of them that are wanted.</summary>
    /// <exception cref="AmazonException">There is none, or Amazon cannot be asked.</exception>
    internal static async Task<IReadOnlyList<Marketplace>> StoresAsync(
        AmazonAccount account,
        IReadOnlyList<string>? wanted,
        CancellationToken cancel
    )
    {
        IReadOnlyList<StoreParticipation> all = await Sellers.ParticipationsAsync(account, cancel);
        HashSet<string> ids = all.Where(one => one.Participation?.IsParticipating != false)
            .Select(one => one.Marketplace?.Id)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        Marketplace[] stores =
        [
            .. account
                .Edge.Knowledge.Marketplaces.Where(store => ids.Contains(store.MarketplaceId))
                .Where(store => wanted is null || wanted.Contains(store.Code, StringComparer.OrdinalIgnoreCase)),
        ];
        return stores.Length > 0
            ? stores
            : throw new AmazonException(Say.Texts.Get("No_Store", account.Region.Name.In(UserTexts.Language)));
    }

    /// <param name="parts">What is asked for one after the other.</param>
    /// <param name="before">What it waits for.</param>
    private async Task<PullTrouble?> LaneAsync(
        PullPart[] parts,
        Task<PullTrouble?>[] before,
        Action tell,
        CancellationToken cancel
    )
    {
        await Task.WhenAll(before);
        foreach (PullPart part in parts)
        {
            if (await TryAsync(part, tell, cancel) is { } trouble)
            {
                return trouble;
            }
        }

        return null;
    }

    private async Task<PullTrouble?> TryAsync(PullPart part, Action tell, CancellationToken cancel)
    {
        try
        {
            await RunAsync(part, tell, cancel);
            return null;
        }
        catch (AmazonException fault) when (fault.Passes)
        {
            return new PullTrouble(part.Key, fault.Message, Passes: true);
        }
        catch (AmazonException fault) when ((part.Kept || part.MayBeRefused) && fault.Status is not null)
        {
            // No step needs it: that it is refused is told once, and does not keep the pull from being whole.
            _book.Change(part.Key, one => one with { End = PullEnd.Refused, Note = fault.Message });
            return null;
        }
        catch (AmazonException fault)
        {
            _book.Change(part.Key, one => one with { Note = fault.Message });
            return new PullTrouble(part.Key, fault.Message, Passes: false);
        }
        finally
        {
            tell();
        }
    }

    private Task RunAsync(PullPart part, Action tell, CancellationToken cancel) =>
        part.Kind switch
        {
            PullKind.ReviewTopics when Listings(part) is { End: PullEnd.Open } => Task.CompletedTask,
            PullKind.Report => new ReportPull(_account, _book, _folder, part.Key).RunAsync(cancel),
            PullKind.History => new HistoryPull(_account, _book, _folder, part.Key).RunAsync(cancel),
            _ => PagesAsync(part, tell, cancel),
        };

    private Task PagesAsync(PullPart part, Action tell, CancellationToken cancel)
    {
        (Func<string?, Task<PulledPage>> page, Func<IEnumerable<string>, IReadOnlyList<string>> finish) =
            part.Kind switch
            {
                PullKind.Orders => PullPages.Orders(_account, part, _folder, cancel),
                PullKind.Claims => PullPages.Claims(_account, part, _folder, cancel),
                PullKind.ReviewTopics => PullPages.ReviewTopics(_account, part, _folder, Asins(part), cancel),
                PullKind.SupportCases => PullPages.SupportCases(_account, part, _folder, cancel),
                _ => PullPages.ListingIssues(_account, part, _folder, cancel),
            };
        return new PagedPull(_book, _folder.Work, part.Key).RunAsync(
            page,
            finish,
            rows =>
            {
                Interlocked.Add(ref _rows, rows);
                tell();
            }
        );
    }

    private IReadOnlyList<string> Asins(PullPart part) =>
        Listings(part) is { Files: [string file, ..] } ? ListedAsins.Of(_folder.FileOf(file)) : [];

    /// <summary>The report of the listings of a part's store.</summary>
    private PullPart? Listings(PullPart part) =>
        _book.Parts.FirstOrDefault(one =>
            one.ReportType == ListedAsins.Report && one.Stores.SequenceEqual(part.Stores, StringComparer.Ordinal)
        );

    private PullProgress Progress()
    {
        IReadOnlyList<PullPart> parts = _book.Parts;
        return new PullProgress(
            parts.Count(part => part.End is not PullEnd.Open),
            parts.Count,
            Interlocked.Read(ref _rows)
        );
    }

    private PullResult Result(IReadOnlyList<PullTrouble> troubles) =>
        new(
            [.. _book.Parts.SelectMany(part => part.Files)],
            [.. _book.Parts.Where(part => part.Note is not null).Select(part => part.Note!)],
            troubles
        );
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Comparison;
using Reprieve.Practices.Drivers;
using Reprieve.Practices.Forecast;
using Reprieve.Practices.Listings;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Repairs;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Trend;
using Reprieve.Practices.Voices;

namespace Reprieve.Practices;

/// <summary>
/// Evaluates past practice from the reports a seller downloaded: recomputes the customer metrics, names the orders
/// behind every figure, finds what drives them and when they recover, and holds the listings against policy.
/// </summary>
/// <param name="knowledge">Metrics, policies and stores.</param>
public sealed class PracticeReviewer(KnowledgeBase knowledge)
{
    private readonly ConcurrentDictionary<string, VoiceBook> _voices = new(StringComparer.Ordinal);

    /// <summary>Reviews the files of a case.</summary>
    /// <param name="progress">Told now and then how far the reading is.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was written anywhere.</exception>
    public Review Review(
        ReviewRequest request,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        Imports imports = Import(request, knowledge, progress, cancel);
        progress?.Report(new ReviewProgress("", 0, 0, 0, ReviewStage.Counting));
        Setting setting = Setting.Of(request, imports, knowledge);
        // The words of buyers are made ready while orders are put together: both take a while, and neither asks the other.
        Task<VoiceBook> words = Task.Run(() => Words(setting.Marketplace), CancellationToken.None);
        Account account = AccountBuilder.Build(imports, setting);
        cancel.ThrowIfCancellationRequested();
        PerformanceFigures? amazon = AmazonFigures(imports, setting);
        IReadOnlyList<MetricRun> runs = MetricRun.Every(account, setting, knowledge, cancel);
        List<MetricRun> missed = [.. runs.Where(run => run.Missed)];
        IReadOnlyList<ListingFinding> listings = ListingCheck.Findings(
            imports.Listings,
            imports.OfAmazon,
            knowledge,
            setting.Marketplace,
            request.Notice,
            request.OwnBrands,
            done => progress?.Report(new ReviewProgress("", done, imports.Listings.Count, 0, ReviewStage.Listings)),
            cancel
        );
        progress?.Report(new ReviewProgress("", 0, 0, 0, ReviewStage.Counting));
        HashSet<OrderKey> saidReversed = Keys(request.SaidReversed, imports);
        IReadOnlyList<Driver> drivers = [];
        IReadOnlyList<ReviewedFile> files = [];
        IReadOnlyList<AsinSales> sales = [];
        IReadOnlyList<Voice> voices = [];
        IReadOnlyList<Repair> repairs = [];
        Stretches.Together(
            account.Orders.Count,
            () => drivers = DriverFinder.Of(missed, account, cancel),
            () =>
            {
                IReadOnlyList<Statement> statements = Statement.Of(imports, setting, account);
                VoiceBook book = words.GetAwaiter().GetResult();
                voices = VoiceFinder.Of(statements, book, imports, runs, cancel);
                repairs = RepairList.Of(
                    new RepairCase(account, imports, setting, statements, book, listings, knowledge),
                    saidReversed
                );
            },
            () => files = Files(imports, setting),
            () => sales = SalesByAsin.Of(account, setting.AsOf)
        );
        cancel.ThrowIfCancellationRequested();
        HashSet<OrderKey> reversed = Reversed(request, repairs, imports);
        return new Review
        {
            AsOf = setting.AsOf,
            Marketplace = setting.Marketplace,
            TimeZone = setting.Zone.Id,
            Files = files,
            Metrics = AmazonBeside.Of(
                [.. runs.Select(run => run.Result(account, amazon))],
                runs,
                request.Stated,
                new Differences(account, imports, setting, saidReversed)
            ),
            Drivers = drivers,
            Listings = listings,
            Unreadable = imports.Unreadable,
            Forecast = [.. missed.Select(Forecast)],
            Trend = [.. missed.Select(run => MetricHistory.Of(run, setting.AsOf))],
            Voices = voices,
            Repairs = repairs,
            Rejected = imports.Rejected,
            Sales = sales,
            Listed = ListingCheck.Listed(imports.Listings),
            Orders = request.WithOrders
                ? OrdersBehind.Of(runs.SelectMany(run => run.Tally.BadOrders), account)
                : new Dictionary<string, OrderBehind>(),
        };

        MetricForecast Forecast(MetricRun run) =>
            Recovery.Of(run, setting.AsOf) with
            {
                IfReversed = Reversal.Of(run, account, setting, reversed, imports.Names),
            };
    }

    /// <summary>
    /// Makes ready, on a thread of its own, what a review needs behind the first files: knowledge, the code of the metrics, which
    /// the runtime compiles when it is first called, and what writes the outcome.
    /// </summary>
    public static void Prepare(KnowledgeBase knowledge)
    {
        _ = Task.Run(() =>
        {
            _ = (knowledge.Columns, knowledge.Metrics, knowledge.Voices, knowledge.VoiceWords, knowledge.Repairs);
            foreach (MetricFormula formula in MetricCatalogue.All)
            {
                RuntimeHelpers.PrepareDelegate(formula.Count);
            }

            _ = ReviewContext.Default.Review;
        });
    }

    private VoiceBook Words(string? marketplace) =>
        _voices.GetOrAdd(marketplace ?? "", _ => new VoiceBook(knowledge, marketplace));

    /// <summary>
    /// The orders whose claims the forecast takes as reversed: those asked about, else those that the seller says were,
    /// else those that can still be appealed.
    /// </summary>
    private HashSet<OrderKey> Reversed(ReviewRequest request, IReadOnlyList<Repair> undone, Imports imports)
    {
        HashSet<string> appeals =
        [
            .. knowledge.Repairs.Where(rule => rule is { Of: RepairOf.AToZ, Days: not null }).Select(rule => rule.Code),
        ];
        return Keys(
            request.Reversed.Count > 0 ? request.Reversed
                : request.SaidReversed.Count > 0 ? request.SaidReversed
                : undone.Where(repair => appeals.Contains(repair.Rule)).Select(repair => repair.Order!),
            imports
        );
    }

    private static HashSet<OrderKey> Keys(IEnumerable<string> ids, Imports imports)
    {
        HashSet<OrderKey> keys = [];
        foreach (string id in ids)
        {
            if (OrderKey.TryRead(id, imports.Names, out OrderKey key))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private static Imports Import(
        ReviewRequest request,
        KnowledgeBase knowledge,
        IProgress<ReviewProgress>? progress,
        CancellationToken cancel
    )
    {
        TableFormats formats = request.Formats ?? TableFormats.Of(knowledge, request.Folder);
        // The last of several rows of a claim holds: the order of the files must not depend on the disk.
        List<(string Shown, string Path)> files =
        [
            .. request
                .Files.Distinct(StringComparer.Ordinal)
                .Select(file => (file.Replace('\\', '/'), Path.Combine(request.Folder, file)))
                .OrderBy(file => file.Item1, StringComparer.Ordinal),
        ];
        long total = files.Sum(file => Length(file.Path));
        var imports = new Imports(total);
        long before = 0;
        foreach ((string shown, string path) in files)
        {
            cancel.ThrowIfCancellationRequested();
            long done = before;
            new ReportFile(ReportSource.OfFile(path, shown), formats, request.Hashed).ReadInto(
                imports,
                (bytes, rows) =>
                    progress?.Report(new ReviewProgress(shown, Math.Min(total, done + bytes), total, rows)),
                cancel
            );
            before += Length(path);
            progress?.Report(new ReviewProgress(shown, before, total, imports.Files.LastOrDefault()?.Rows ?? 0));
        }

        return imports;
    }

    private static long Length(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? file.Length : 0;
    }

    /// <summary>The store's block of the newest performance report.</summary>
    private PerformanceFigures? AmazonFigures(Imports imports, Setting setting)
    {
        string? id = knowledge.Marketplace(setting.Marketplace)?.MarketplaceId;
        return imports
            .Performance.Where(figures => figures.MarketplaceId == id)
            .OrderBy(figures => figures.Until ?? DateTimeOffset.MinValue)
            .LastOrDefault();
    }

    private static IReadOnlyList<ReviewedFile> Files(Imports imports, Setting setting)
    {
        IReadOnlyList<Span?> spans = Spans.OfFiles(imports, setting);
        return
        [
            .. imports.Files.Select(
                (file, i) =>
                    new ReviewedFile(
                        file.Path,
                        file.Type,
                        file.Rows,
                        file.Rejected,
                        spans[i]?.First,
                        spans[i]?.Last,
                        file.Sha256,
                        file.Fills
                    )
            ),
        ];
    }
}

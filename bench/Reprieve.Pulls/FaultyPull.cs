using Reprieve.Amazon;
using Reprieve.AmazonStandIn;

namespace Reprieve.Pulls;

/// <summary>A pull on whose way things go wrong by chance, and whose process is stopped and started again.</summary>
internal static class FaultyPull
{
    private const int MostRuns = 60;

    /// <summary>What no second try puts right.</summary>
    private static readonly Fault[] Lasting = [Fault.None, Fault.HungReport, Fault.FailedQuery, Fault.CancelledQuery];

    /// <summary>Not the hidden folder in which a pull works.</summary>
    private static readonly EnumerationOptions Visible = new() { RecurseSubdirectories = true };

    /// <summary>The account that all runs pull.</summary>
    public static AccountUnderTest Account() => new(SyntheticAccount.Make(1, 600, AccountUnderTest.Begin));

    /// <summary>Runs until all is there. Tells what was wrong, null for nothing, and how often it was started.</summary>
    public static (string? Fault, int Runs) Run(AccountUnderTest account, int seed)
    {
        var chance = new Random(seed);
        // It begins without a fault, so that each run is as of the same moment.
        Open(account);
        account.StandIn.Faults = Faults.Seeded(
            seed,
            share: 0.15,
            [.. Enum.GetValues<Fault>().Where(fault => !Lasting.Contains(fault))]
        );
        for (int runs = 1; runs <= MostRuns; runs++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(chance.Next(5, 900)), account.Time);
            if (Once(account, stop.Token) is { Troubles.Count: 0 })
            {
                return (Wrong(account), runs);
            }

            account.Time.Advance(TimeSpan.FromMinutes(chance.Next(1, 600)));
        }

        return ($"not finished after {MostRuns} runs", MostRuns);
    }

    /// <summary>Runs once; null where it was stopped, or could not go on for now.</summary>
    public static PullResult? Once(
        AccountUnderTest account,
        CancellationToken stop,
        IProgress<PullProgress>? progress = null
    )
    {
        try
        {
            return account.Time.Run(async () =>
            {
                using AccountPull pull = await AccountPull.OpenAsync(
                    account.Open(account.Own),
                    account.Folder,
                    wish: new PullWish(account.Seller.SellerId, SupportCases: true),
                    cancel: stop
                );
                return await pull.RunAsync(progress, stop);
            });
        }
        catch (Exception fault) when (fault is OperationCanceledException or AmazonException { Passes: true })
        {
            return null;
        }
    }

    /// <summary>The files that a pull of an account brought.</summary>
    public static IEnumerable<string> Files(AccountUnderTest account) =>
        Directory.GetFiles(account.Folder, "*", Visible).Order(StringComparer.Ordinal);

    /// <summary>Names and texts of them.</summary>
    public static string[] Written(AccountUnderTest account) =>
        [.. Files(account).Select(file => Path.GetRelativePath(account.Folder, file) + "\n" + File.ReadAllText(file))];

    /// <summary>Types of reports that were made more than once for the same stores and time, and queries asked more than once.</summary>
    public static IReadOnlyList<string> MadeTwice(StandIn standIn) =>
        [
            .. standIn
                .Queries.GroupBy(query => (query.Text, query.Page))
                .Where(group => group.Count() > 1)
                .Select(group => group.Key.Text),
            .. standIn
                .Reports.GroupBy(report => (report.Type, string.Join(',', report.MarketplaceIds), Span(report)))
                .Where(group => group.Count() > 1)
                .Select(group => group.Key.Type),
        ];

    private static void Open(AccountUnderTest account) =>
        account.Time.Run(async () =>
        {
            AmazonAccount opened = account.Open(account.Own);
            (
                await AccountPull.OpenAsync(
                    opened,
                    account.Folder,
                    wish: new PullWish(account.Seller.SellerId, SupportCases: true)
                )
            ).Dispose();
        });

    private static string? Wrong(AccountUnderTest account) =>
        MadeTwice(account.StandIn) is { Count: > 0 } twice ? "made twice: " + string.Join(", ", twice)
        : account.StandIn.Exceeded.Count > 0 ? "a limit was exceeded"
        : null;

    /// <summary>A report of the present state has a span of Amazon's own.</summary>
    private static (DateTimeOffset, DateTimeOffset)? Span(CreatedReport report) =>
        report.Type.Contains("LISTINGS", StringComparison.Ordinal)
        || report.Type.Contains("PERFORMANCE", StringComparison.Ordinal)
            ? null
            : (report.From, report.To);
}

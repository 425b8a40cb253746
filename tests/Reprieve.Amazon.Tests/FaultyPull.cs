using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests;

/// <summary>A pull on whose way things go wrong by chance, and whose process is stopped and started again.</summary>
internal static class FaultyPull
{
    private const int MostRuns = 40;

    /// <summary>Runs until all is there. Null where it was as it must be, else what was wrong.</summary>
    public static string? Run(AccountUnderTest account, int seed)
    {
        var chance = new Random(seed);
        // It begins without a fault, so that each run is as of the same moment.
        Open(account);
        account.StandIn.Faults = Faults.Seeded(
            seed,
            share: 0.15,
            [.. Enum.GetValues<Fault>().Where(fault => fault is not (Fault.None or Fault.HungReport))]
        );
        for (int runs = 1; runs <= MostRuns; runs++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(chance.Next(10, 20_000)), account.Time);
            if (Once(account, stop.Token) is { Troubles.Count: 0 })
            {
                return Wrong(account);
            }

            account.Time.Advance(TimeSpan.FromMinutes(chance.Next(1, 600)));
        }

        return $"not finished after {MostRuns} runs";
    }

    private static void Open(AccountUnderTest account) =>
        account.Time.Run(async () =>
        {
            AmazonAccount opened = account.Open(account.Own);
            (await AccountPull.OpenAsync(opened, account.Folder, sellerId: account.Seller.SellerId)).Dispose();
        });

    private static PullResult? Once(AccountUnderTest account, CancellationToken stop)
    {
        try
        {
            return account.Time.Run(async () =>
            {
                using AccountPull pull = await AccountPull.OpenAsync(
                    account.Open(account.Own),
                    account.Folder,
                    sellerId: account.Seller.SellerId,
                    cancel: stop
                );
                return await pull.RunAsync(null, stop);
            });
        }
        catch (Exception fault) when (fault is OperationCanceledException or AmazonException { Passes: true })
        {
            return null;
        }
    }

    private static string? Wrong(AccountUnderTest account)
    {
        CreatedReport[] twice =
        [
            .. account
                .StandIn.Reports.GroupBy(report =>
                    (report.Type, Stores: string.Join(',', report.MarketplaceIds), Span(report))
                )
                .Where(group => group.Count() > 1)
                .Select(group => group.First()),
        ];
        return twice.Length > 0 ? "made twice: " + string.Join(", ", twice.Select(report => report.Type))
            : account.StandIn.Exceeded.Count > 0 ? "a limit was exceeded"
            : null;
    }

    /// <summary>A report of the present state has a span of Amazon's own.</summary>
    private static (DateTimeOffset, DateTimeOffset)? Span(CreatedReport report) =>
        report.Type.Contains("LISTINGS", StringComparison.Ordinal)
        || report.Type.Contains("PERFORMANCE", StringComparison.Ordinal)
            ? null
            : (report.From, report.To);
}

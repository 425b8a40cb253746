using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests;

public sealed class AccountPullTests : IDisposable
{
    private readonly AccountUnderTest _account = FaultyPull.Account();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public void A_first_pull_brings_every_file_that_step_2_reads()
    {
        PullResult pulled = Pull();

        pulled.Troubles.ShouldBeEmpty();
        pulled.Files.ShouldContain("performance-report.json");
        foreach (
            string kind in new[]
            {
                "all-orders-",
                "seller-feedback-",
                "fbm-returns-",
                "fba-returns-",
                "listings-",
                "shipments-of-",
                "claims-",
                "listing-issues-",
                "suppressed-listings-",
                "kept/account-health-history-",
                "kept/review-topics-",
                "kept/get-flat-file-all-orders-data-by-last-update-general-",
            }
        )
        {
            pulled.Files.ShouldContain(file => file.StartsWith(kind, StringComparison.Ordinal), kind);
        }

        pulled.Files.ShouldAllBe(file => File.Exists(Path.Combine(_account.Folder, file)));
        _account.StandIn.Exceeded.Select(call => call.Operation).ShouldBeEmpty();
        _account.Time.Excursions.ShouldBe(0);
    }

    [Fact]
    public void Every_package_of_the_last_sixty_days_is_there_once_the_newest_days_first()
    {
        PullResult pulled = Pull();
        string[] ours =
        [
            .. _account
                .Seller.Data.Orders.Where(order => !order.ByAmazon)
                .Where(order => order.Purchased >= AccountUnderTest.Begin.AddDays(-60).AddMinutes(-5))
                .Where(order => order.Purchased <= AccountUnderTest.Begin.AddMinutes(-5))
                .SelectMany(order => order.Parcels.Where(parcel => parcel.Status != "CANCELLED").Select(_ => order.Id))
                .Order(StringComparer.Ordinal),
        ];
        ours.Length.ShouldBeGreaterThan(50);
        Rows(pulled, "shipments-of-").Select(row => row[0]).Order(StringComparer.Ordinal).ShouldBe(ours);
    }

    [Fact]
    public void What_is_asked_and_answered_fits_the_models_that_Amazon_publishes()
    {
        using var check = new ModelCheck(AmazonModels.SharedOrSkip(), _account.StandIn.Handler);
        Pull(check).Troubles.ShouldBeEmpty();
        check.Checked.ShouldBeGreaterThan(40);
        check.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_pull_that_is_finished_begins_anew_and_one_that_is_not_goes_on()
    {
        using (var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20), _account.Time))
        {
            Should.Throw<OperationCanceledException>(() => PullUntil(stop.Token));
        }

        Pull().Troubles.ShouldBeEmpty();
        int made = _account.StandIn.Reports.Count;
        _account
            .StandIn.Reports.Select(report => (report.Type, report.From, report.To, report.MarketplaceIds[0]))
            .ShouldBeUnique();

        _account.Time.Advance(TimeSpan.FromDays(1));
        Pull().Troubles.ShouldBeEmpty();
        _account.StandIn.Reports.Count.ShouldBe(2 * made);
    }

    [Fact]
    public void A_pull_that_was_left_for_days_begins_anew()
    {
        _account.Seller.Roles.Remove("Finance and Accounting");
        Pull().Troubles.ShouldHaveSingleItem();
        int made = _account.StandIn.Reports.Count;

        _account.Time.Advance(TimeSpan.FromDays(2));
        Pull();
        _account.StandIn.Reports.Count.ShouldBe(made);

        _account.Time.Advance(TimeSpan.FromDays(2));
        Pull();
        _account.StandIn.Reports.Count.ShouldBe(2 * made);
    }

    [Fact]
    public void A_role_that_is_missing_keeps_back_only_what_needs_it()
    {
        _account.Seller.Roles.Remove("Finance and Accounting");
        PullResult pulled = Pull();
        PullTrouble trouble = pulled.Troubles.ShouldHaveSingleItem();
        trouble.Sentence.ShouldContain("Finance and Accounting");
        trouble.Passes.ShouldBeFalse();
        pulled.Files.ShouldContain(file => file.StartsWith("shipments-of-", StringComparison.Ordinal));

        _account.Seller.Roles.Add("Finance and Accounting");
        Pull().Troubles.ShouldBeEmpty();
    }

    [Fact]
    public void An_account_that_is_closed_to_applications_says_to_work_from_files()
    {
        _account.Seller.Blocked = true;
        Should.Throw<AmazonException>(() => Pull()).Message.ShouldContain("work from files");
    }

    [Fact]
    public void Two_pulls_into_one_folder_are_refused()
    {
        _account.Time.Run(async () =>
        {
            using AccountPull first = await OpenAsync(_account.StandIn.Handler, Cancel);
            await Should.ThrowAsync<AmazonException>(() => OpenAsync(_account.StandIn.Handler, Cancel));
        });
    }

    /// <summary>A run without faults is what every run with faults must come to.</summary>
    [Fact]
    public void Whatever_goes_wrong_on_the_way_the_files_are_those_of_a_run_without_faults()
    {
        Pull().Troubles.ShouldBeEmpty();
        string[] sound = FaultyPull.Written(_account);
        for (int seed = 0; seed < 12; seed++)
        {
            using AccountUnderTest other = FaultyPull.Account();
            FaultyPull.Run(other, seed).Fault.ShouldBeNull($"seed {seed}");
            FaultyPull.Written(other).ShouldBe(sound, $"seed {seed}");
            other.StandIn.Faults.Happened.Values.Sum().ShouldBeGreaterThan(5, $"seed {seed}");
        }
    }

    [Fact]
    public void Issues_of_listings_that_are_refused_are_told_and_the_pull_is_whole()
    {
        using var refusing = new NoListings { InnerHandler = _account.StandIn.Handler };
        PullResult pulled = Pull(refusing);

        pulled.Troubles.ShouldBeEmpty();
        pulled.Notes.ShouldContain(note => note.Contains("searchListingsItems", StringComparison.Ordinal));
        pulled.Files.ShouldContain("performance-report.json");
    }

    private sealed class NoListings : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            request.RequestUri!.AbsolutePath.StartsWith("/listings/", StringComparison.Ordinal)
                ? new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden)
                : await base.SendAsync(request, cancellationToken);
    }

    private PullResult Pull(HttpMessageHandler? handler = null) => PullUntil(Cancel, handler);

    private PullResult PullUntil(CancellationToken cancel, HttpMessageHandler? handler = null) =>
        _account.Time.Run(async () =>
        {
            using AccountPull pull = await OpenAsync(handler ?? _account.StandIn.Handler, cancel);
            return await pull.RunAsync(null, cancel);
        });

    private Task<AccountPull> OpenAsync(HttpMessageHandler handler, CancellationToken cancel) =>
        AccountPull.OpenAsync(
            _account.Open(_account.Own, handler),
            _account.Folder,
            wish: new PullWish(_account.Seller.SellerId, SupportCases: true),
            cancel: cancel
        );

    private IEnumerable<string[]> Rows(PullResult pulled, string kind) =>
        pulled
            .Files.Where(file => file.StartsWith(kind, StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(Path.Combine(_account.Folder, file)).Skip(1))
            .Select(row => row.Split('\t'));
}

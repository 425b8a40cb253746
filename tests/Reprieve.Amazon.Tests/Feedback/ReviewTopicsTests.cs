using Reprieve.AmazonStandIn;
using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.Feedback;

public sealed class ReviewTopicsTests : IDisposable
{
    private const string Store = "ATVPDKIKX0DER";
    private const string Topics = "kept/review-topics-amazon.com.txt";
    private const string Trends = "kept/review-topics-amazon.com.trends.txt";

    private readonly AccountUnderTest _account = new(
        new AccountData
        {
            Listings = [Listing("B0SILENT01"), Listing("B0TOPICS02"), Listing("B0TOPICS03")],
            Topics =
            [
                new("B0TOPICS02", Store, "quality", 40, 12.5, 0.3),
                new("B0TOPICS02", Store, "size", 9, 3, -0.6),
                new("B0TOPICS03", Store, "smell", 4, 1, -0.1),
            ],
        }
    );

    public void Dispose() => _account.Dispose();

    [Fact]
    public void What_buyers_dislike_comes_first_and_items_without_topics_are_passed_over()
    {
        Pull().Troubles.ShouldBeEmpty();
        Rows(Topics)
            .Select(row => $"{row[0]} {row[4]} {row[5]} {row[6]} {row[7]} {row[8]}")
            .ShouldBe([
                "B0TOPICS02 negative size 9 3 -0.6",
                "B0TOPICS02 positive quality 40 12.5 0.3",
                "B0TOPICS03 negative smell 4 1 -0.1",
            ]);
        string[][] months = [.. Rows(Trends)];
        months.Length.ShouldBe(18);
        months.Take(6).ShouldAllBe(row => row[2] == "size" && row[5] == "3");
        months.Take(6).Select(row => row[3]).ShouldBeInOrder();
    }

    [Fact]
    public void Requests_and_answers_fit_the_model()
    {
        using var check = new ModelCheck(AmazonModels.SharedOrSkip(), _account.StandIn.Handler);
        Pull(check).Troubles.ShouldBeEmpty();
        check.Violations.ShouldBeEmpty();
        _account.StandIn.Calls.Count(call => call.Operation == "getItemReviewTopics").ShouldBe(3);
    }

    [Fact]
    public void An_item_that_Amazon_does_not_know_keeps_nobody_else_back()
    {
        _account.Time.Run(async () =>
        {
            using AccountPull pull = await AccountPull.OpenAsync(_account.Open(), _account.Folder);
            var gone = new Gone(_account);
            (await pull.RunAsync(gone, TestContext.Current.CancellationToken)).Troubles.ShouldBeEmpty();
        });
        Rows(Topics).Select(row => row[0]).Distinct().ShouldBe(["B0TOPICS03"]);
    }

    [Fact]
    public void Without_the_report_of_listings_they_wait_for_the_next_run()
    {
        _account.StandIn.Faults.Order(Fault.Unavailable, "getReport", times: 500);
        Pull().Troubles.ShouldNotBeEmpty();
        _account.StandIn.Calls.ShouldNotContain(call => call.Operation == "getItemReviewTopics");
        _account.StandIn.Faults = new Faults();
        Pull().Troubles.ShouldBeEmpty();
        Rows(Topics).Count().ShouldBe(3);
    }

    [Fact]
    public void A_right_that_is_missing_is_a_note_and_the_pull_is_whole()
    {
        _account.Seller.Roles.Remove("Brand Analytics");
        PullResult pulled = Pull();
        pulled.Troubles.ShouldBeEmpty();
        pulled.Notes.ShouldContain(note => note.Contains("Brand Analytics", StringComparison.Ordinal));
        pulled.Files.ShouldContain(Topics);
    }

    private PullResult Pull(HttpMessageHandler? handler = null) =>
        _account.Time.Run(async () =>
        {
            using AccountPull pull = await AccountPull.OpenAsync(_account.Open(handler: handler), _account.Folder);
            return await pull.RunAsync(null, TestContext.Current.CancellationToken);
        });

    private IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(_account.Folder, file)).Skip(1).Select(row => row.Split('\t'));

    private static SellerListing Listing(string asin) =>
        new(
            "SKU-" + asin,
            asin,
            Store,
            "A thing",
            12.5m,
            3,
            ByAmazon: false,
            AccountUnderTest.Begin.AddDays(-90),
            AccountUnderTest.Begin.AddDays(-9),
            Buyable: true,
            Discoverable: true
        );

    /// <summary>Once the reports are there, an item is no longer listed.</summary>
    private sealed class Gone(AccountUnderTest account) : IProgress<PullProgress>
    {
        public void Report(PullProgress value)
        {
            if (File.Exists(Path.Combine(account.Folder, "listings-amazon.com.txt")))
            {
                account.Seller.Data = account.Seller.Data with
                {
                    Listings = [.. account.Seller.Data.Listings.Where(one => one.Asin != "B0TOPICS02")],
                };
            }
        }
    }
}

using System.Text;
using Reprieve.AmazonStandIn;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.StandInReports;

namespace Reprieve.Practices.Tests.Standing;

public sealed class SnapshotReaderTests
{
    private static readonly SnapshotReader Reader = new(KnowledgeLoader.BuiltIn);
    private static readonly string[] OnlyLive = ["customerProductReviewsPolicyViolations", "policyViolationWarnings"];

    private static readonly string[] NotInExample =
    [
        "restrictedProductPolicyViolations",
        "suspectedIntellectualPropertyViolations",
    ];

    [Theory]
    [InlineData(PerformanceShape.Schema)]
    [InlineData(PerformanceShape.Example)]
    [InlineData(PerformanceShape.Live)]
    public void Every_shape_gives_amazons_own_figures(PerformanceShape shape)
    {
        AccountSnapshot snapshot = One(shape);
        (snapshot.Store, snapshot.TakenAt, snapshot.Standing).ShouldBe(("amazon.com", Now, AccountStatus.Deactivated));
        snapshot
            .Of("order_defect_rate", Fulfilment.Merchant)
            .ShouldBe(new("order_defect_rate", Fulfilment.Merchant, 7.0 / 870, "GOOD", 7, 870, 60));
        snapshot
            .Of("order_defect_rate", Fulfilment.Amazon)
            .ShouldBe(new("order_defect_rate", Fulfilment.Amazon, 11.0 / 4322, "GOOD", 11, 4322, 60));
        snapshot
            .Of("late_shipment_rate_30d", Fulfilment.Merchant)
            .ShouldBe(new("late_shipment_rate_30d", Fulfilment.Merchant, 33.0 / 1030, "GOOD", 33, 1030, 30));
        snapshot
            .Of("cancellation_rate", Fulfilment.Merchant)
            .ShouldBe(new("cancellation_rate", Fulfilment.Merchant, 3.0 / 240, "GOOD", 3, 240, 7));
        snapshot
            .Of("on_time_delivery_rate", Fulfilment.Merchant)
            .ShouldBe(new("on_time_delivery_rate", Fulfilment.Merchant, 420.0 / 440, "GOOD", 420, 440, 14));
        snapshot
            .Of("invoice_defect_rate", Fulfilment.Merchant)
            .ShouldBe(new("invoice_defect_rate", Fulfilment.Merchant, 2.0 / 90, "GOOD", 2, 90, 7));
        snapshot.Counters["listingPolicyViolations"].ShouldBe(3);
        snapshot.Counters["documentRequests"].ShouldBe(1);
        snapshot.Rating.ShouldBe(new HealthRating(shape is PerformanceShape.Live ? 248 : null, "GREAT"));
        snapshot.Warnings.ShouldBe([new AccountWarning("spammingSellerMessaging", "BAD")]);
        snapshot.Warnings[0].Stands.ShouldBeTrue();
        snapshot.Listings.ShouldBeNull();
    }

    [Fact]
    public void The_shapes_are_equal_in_all_that_they_share()
    {
        AccountSnapshot schema = One(PerformanceShape.Schema);
        AccountSnapshot example = One(PerformanceShape.Example);
        AccountSnapshot live = One(PerformanceShape.Live);
        example.Figures.ShouldBe(schema.Figures);
        live.Figures.Where(figure => figure.Metric != "late_shipment_rate_10d").ShouldBe(schema.Figures);
        live.Of("late_shipment_rate_10d", Fulfilment.Merchant).ShouldNotBeNull().Numerator.ShouldBe(16);
        live.Counters.ExceptBy(OnlyLive, pair => pair.Key).ShouldBe(schema.Counters, ignoreOrder: true);
        schema.Counters.ExceptBy(NotInExample, pair => pair.Key).ShouldBe(example.Counters, ignoreOrder: true);
        (schema.Status, example.Status, live.Status).ShouldBe(("DEACTIVATED", "SUSPENDED", "DEACTIVATED"));
    }

    [Fact]
    public void Each_store_of_a_report_has_a_snapshot_of_its_own()
    {
        byte[] report = Download(
            PerformanceShape.Live,
            "NORMAL",
            Figures(),
            Figures(Canada) with
            {
                LateShipments = new Share(1, 1030),
            }
        );
        IReadOnlyList<AccountSnapshot> snapshots = Reader.Read(report, Now);
        snapshots.Select(snapshot => snapshot.Store).ShouldBe(["amazon.ca", "amazon.com"]);
        snapshots.ShouldAllBe(snapshot => snapshot.Standing == AccountStatus.Active);
        snapshots[0].Of("late_shipment_rate_30d", Fulfilment.Merchant)!.Numerator.ShouldBe(1);
        snapshots[1].Of("late_shipment_rate_30d", Fulfilment.Merchant)!.Numerator.ShouldBe(33);
    }

    [Fact]
    public void Amazons_published_example_is_read_with_the_stores_that_have_a_status_only()
    {
        IReadOnlyList<AccountSnapshot> snapshots = Shared("accountHealthReport.example.json");
        snapshots
            .Select(snapshot => (snapshot.Store, snapshot.Status, snapshot.Figures.Count))
            .ShouldBe([("amazon.ca", "NORMAL", 0), ("amazon.com", "AT_RISK", 7), ("amazon.com.mx", "SUSPENDED", 0)]);
        snapshots[1].Counters.Count.ShouldBe(8);
        snapshots[1].Counters["documentRequests"].ShouldBe(8);
        snapshots[1].Rating.ShouldBe(new HealthRating(null, "WARNED"));
    }

    [Fact]
    public void The_shape_seen_live_is_read_with_its_score_and_the_older_on_time_figure()
    {
        AccountSnapshot snapshot = Shared("seller-performance.live-shape.json").ShouldHaveSingleItem();
        snapshot.Rating.ShouldBe(new HealthRating(428, "GREAT"));
        snapshot
            .Of("on_time_delivery_rate", Fulfilment.Merchant)
            .ShouldBe(
                new("on_time_delivery_rate", Fulfilment.Merchant, 0.42857142857142855, "GOOD", 3, 7, 30, Older: true)
            );
        snapshot.Counters["policyViolationWarnings"].ShouldBe(0);
    }

    [Fact]
    public void A_store_a_counter_and_a_status_that_are_new_are_kept_as_they_stand()
    {
        AccountSnapshot snapshot = Reader
            .Read(
                """
                {"accountStatuses":[{"marketplaceId":"ANEW","status":"ON_PROBATION"}],
                 "performanceMetrics":[{"marketplaceId":"ANEW","greenClaims":{"defectsCount":2.0,"status":"BAD"}}]}
                """u8.ToArray(),
                new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.FromHours(2))
            )
            .ShouldHaveSingleItem();
        (snapshot.Store, snapshot.Status, snapshot.Standing).ShouldBe(("ANEW", "ON_PROBATION", AccountStatus.Unknown));
        snapshot.Counters.ShouldBe([KeyValuePair.Create("greenClaims", 2)]);
        (snapshot.TakenAt, snapshot.TakenAt.Offset).ShouldBe((Now, TimeSpan.Zero));
    }

    [Fact]
    public void Hostile_values_are_no_values()
    {
        string longWord = new('x', 5000);
        string counters = string.Join(',', Enumerable.Range(0, 5000).Select(n => $"\"c{n}\":{{\"defectsCount\":{n}}}"));
        AccountSnapshot snapshot = Reader
            .Read(
                Encoding.UTF8.GetBytes(
                    $$$"""
                    {"accountStatuses":[7,{"marketplaceId":"{{{Us}}}","status":"{{{longWord}}}"},{"marketplaceId":[],"status":"NORMAL"}],
                     "performanceMetrics":[null,{"marketplaceId":"{{{longWord}}}"},{"marketplaceId":"{{{Us}}}",
                      "validTrackingRate":{"rate":1e999,"status":"GOOD","shipmentCount":-5,"validTrackingCount":1.5},
                      "orderDefectRate":[],"accountHealthRating":{"ahrScore":"many","ahrStatus":9},"warningStates":[5,{"status":"BAD"}],
                      "{{{longWord}}}":{"defectsCount":1},"listingPolicyViolations":{"defectsCount":-1},{{{counters}}}},
                      {"marketplaceId":"{{{Us}}}"}]}
                    """
                ),
                Now
            )
            .ShouldHaveSingleItem();
        snapshot.Status.ShouldBeNull();
        snapshot.Figures.ShouldBe([new("valid_tracking_rate", Fulfilment.Merchant, null, "GOOD")]);
        snapshot.Rating.ShouldBeNull();
        snapshot.Warnings.ShouldBeEmpty();
        snapshot.Counters.Count.ShouldBe(100);
        snapshot.Counters.Keys.ShouldAllBe(name => name.StartsWith('c'));
    }

    [Theory]
    [InlineData("{\"performanceMetrics\": [{\"marketplaceId\": ")]
    [InlineData("{\"accountStatuses\": []}")]
    [InlineData("")]
    [InlineData("[[")]
    public void What_is_no_report_is_refused_with_a_sentence(string text) =>
        Should
            .Throw<ReportException>(() => Reader.Read(Encoding.UTF8.GetBytes(text), Now))
            .Message.ShouldEndWith("Download it again.");

    [Fact]
    public void Nesting_without_end_and_files_without_end_are_refused()
    {
        string deep = "{\"performanceMetrics\":" + new string('[', 100_000);
        Should.Throw<ReportException>(() => Reader.Read(Encoding.UTF8.GetBytes(deep), Now));
        byte[] large = new byte[5 * 1024 * 1024];
        Array.Fill(large, (byte)' ');
        Should.Throw<ReportException>(() => Reader.Read(large, Now)).Message.ShouldContain("4 MB");
    }

    private static AccountSnapshot One(PerformanceShape shape) =>
        Reader.Read(Download(shape, "DEACTIVATED", Figures()), Now).ShouldHaveSingleItem();

    private static IReadOnlyList<AccountSnapshot> Shared(string file) =>
        Reader.Read(File.ReadAllBytes(Repository.Shared($"amazon/report-schemas/{file}")), Now);
}

using Reprieve.Knowledge;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

public sealed class PerformanceReportTests
{
    private const string Schema = """
        {"accountStatuses":[{"marketplaceId":"ATVPDKIKX0DER","status":"AT_RISK"}],
         "performanceMetrics":[
          {"marketplaceId":"A2EUQ1WTGCTBG2","validTrackingRate":{"rate":0.5,"status":"BAD"}},
          {"marketplaceId":"ATVPDKIKX0DER",
           "orderDefectRate":{"mfn":{"rate":0.0161,"status":"BAD","orderCount":900,
               "reportingDateRange":{"reportingDateFrom":"2026-07-19T00:00Z","reportingDateTo":"2026-09-16T23:59Z"}},
             "afn":{"rate":0,"status":"GOOD","orderCount":10}},
           "lateShipmentRate":{"rate":0.05,"status":"BAD"},
           "lateShipmentRateList":[
             {"rate":0.06,"status":"BAD","reportingDateRange":{"reportingDateFrom":"2026-09-21T00:00Z","reportingDateTo":"2026-09-30T23:59Z"}},
             {"rate":0.05,"status":"BAD","reportingDateRange":{"reportingDateFrom":"2026-09-01T00:00Z","reportingDateTo":"2026-09-30T23:59Z"}}],
           "CANCEL":{"rate":0.01,"status":"GOOD"},
           "validTrackingRate":{"rate":1,"status":"GOOD"},
           "onTimeDeliveryRate":{"rate":0.428,"status":"GOOD"}
          }]}
        """;

    [Theory]
    [InlineData("preFulfillmentCancellationRate")]
    [InlineData("prefulfillmentCancelRate")]
    public void Amazons_own_figures_are_taken_from_the_stores_block(string cancellation)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .WithText("figures.json", Schema.Replace("CANCEL", cancellation, StringComparison.Ordinal));
        Review review = folder.Review();
        review.Files[0].Type.ShouldBe("performance_report");
        review.Files[0].Rows.ShouldBeNull();
        Reported(review, "order_defect_rate").ShouldBe(new ReportedFigure(0.0161, "BAD"));
        Reported(review, "order_defect_rate", Fulfilment.Amazon).ShouldBe(new ReportedFigure(0, "GOOD"));
        Reported(review, "late_shipment_rate_10d").ShouldBe(new ReportedFigure(0.06, "BAD"));
        Reported(review, "late_shipment_rate_30d").ShouldBe(new ReportedFigure(0.05, "BAD"));
        Reported(review, "cancellation_rate").ShouldBe(new ReportedFigure(0.01, "GOOD"));
        Reported(review, "valid_tracking_rate").ShouldBe(new ReportedFigure(1, "GOOD"));
        Reported(review, "on_time_delivery_rate").ShouldBe(new ReportedFigure(0.428, "GOOD", 30));
        Reported(review, "negative_feedback_rate").ShouldBeNull();
    }

    [Fact]
    public void The_unit_figure_of_on_time_delivery_goes_first_and_other_windows_are_said()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "figures.json",
            """
            {"performanceMetrics":[{"marketplaceId":"ATVPDKIKX0DER","onTimeDeliveryRate":{"rate":0.5},
              "unitOnTimeDeliveryRate":{"rate":0.88,"status":"BAD","reportingDateRange":{"reportingDateFrom":"2026-09-10T00:00Z","reportingDateTo":"2026-09-23T23:59Z"}},
              "orderDefectRate":{"mfn":{"rate":0.1,"reportingDateRange":{"reportingDateFrom":"2026-08-26T00:00:00Z","reportingDateTo":"2026-09-24T23:59:59Z"}}}}]}
            """
        );
        Review review = folder.Review();
        review.Marketplace.ShouldBe("amazon.com");
        Reported(review, "on_time_delivery_rate").ShouldBe(new ReportedFigure(0.88, "BAD"));
        Reported(review, "order_defect_rate").ShouldBe(new ReportedFigure(0.1, null, 30));
    }

    [Theory]
    [InlineData("accountHealthReport.example.json", "amazon.com", 0.03203973037)]
    [InlineData("seller-performance.live-shape.json", "amazon.de", null)]
    public void The_published_shapes_are_read(string file, string store, double? late)
    {
        string json = File.ReadAllText(Repository.Shared($"amazon/report-schemas/{file}"));
        using CaseFolder folder = new CaseFolder().WithText("figures.json", json);
        Review review = folder.Review(marketplace: store);
        review.Unreadable.ShouldBeEmpty();
        Reported(review, "order_defect_rate").ShouldNotBeNull();
        Reported(review, "valid_tracking_rate").ShouldNotBeNull();
        Reported(review, "late_shipment_rate_30d")?.Value.ShouldBe(late);
    }

    [Theory]
    [InlineData("{\"performanceMetrics\": [{\"marketplaceId\": ")]
    [InlineData("{\"accountStatuses\": []}")]
    [InlineData("{\"performanceMetrics\": 5}")]
    public void A_broken_one_is_unreadable_with_a_sentence(string json)
    {
        using CaseFolder folder = new CaseFolder().WithText("figures.json", json);
        UnreadableFile file = folder.Review().Unreadable.ShouldHaveSingleItem();
        file.Source.ShouldBe("figures.json");
        file.Error.ShouldEndWith("Download it again.");
    }

    [Fact]
    public void Nesting_without_end_is_unreadable()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "figures.json",
            "{\"performanceMetrics\":" + new string('[', 100_000)
        );
        folder.Review().Unreadable.ShouldHaveSingleItem();
    }

    [Fact]
    public void Odd_values_are_no_figures()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "figures.json",
            """{"performanceMetrics":[7,null,{"marketplaceId":"ATVPDKIKX0DER","orderDefectRate":{"mfn":[]},"lateShipmentRateList":[4,{}],"validTrackingRate":{"rate":"x","status":3}}]}"""
        );
        Review review = folder.Review();
        review.Unreadable.ShouldBeEmpty();
        Reported(review, "order_defect_rate").ShouldBeNull();
        Reported(review, "valid_tracking_rate").ShouldBe(new ReportedFigure(null, null));
    }

    /// <summary>The figure by itself; what sets it apart from ours has tests of its own.</summary>
    private static ReportedFigure? Reported(Review review, string code, Fulfilment program = Fulfilment.Merchant) =>
        review.Of(code, program).AmazonReported is { } figure
            ? new ReportedFigure(figure.Value, figure.Status, figure.Days)
            : null;
}

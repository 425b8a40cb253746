using Reprieve.Knowledge;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Comparison;

/// <summary>Amazon's own figure beside ours, and why the two differ.</summary>
public sealed class AmazonBesideTests
{
    private static readonly DateOnly AsOf = new(2026, 9, 30);

    [Fact]
    public void A_figure_read_off_the_page_stands_beside_ours_with_its_reader()
    {
        using CaseFolder folder = TwoDefectsOfTen();
        ReportedFigure figure = Beside(folder, Said("order_defect_rate", 0.1, AsOf)).ShouldNotBeNull();
        (figure.Value, figure.Status, figure.Source).ShouldBe((0.1, null, FigureSource.Seller));
        figure.Stated!.By.ShouldBe("Dana Reyes");
        figure.Stated.ReadOn.ShouldBe(AsOf);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.20004)]
    public void The_same_figure_needs_no_explaining(double value)
    {
        using CaseFolder folder = TwoDefectsOfTen();
        Beside(folder, Said("order_defect_rate", value, AsOf))!.Difference.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_files_show_comes_first_then_what_may_be_then_what_amazon_keeps_to_itself()
    {
        using CaseFolder folder = TwoDefectsOfTen();
        IReadOnlyList<DifferenceReason> reasons = Beside(
            folder,
            Said("order_defect_rate", 0.1, new DateOnly(2026, 10, 2))
        )!.Difference;
        reasons.Select(reason => reason.Ground).ShouldBeInOrder();
        reasons
            .Select(reason => reason.Code)
            .ShouldBe([
                "read_on_another_day",
                "missing_files",
                "claims_left_out",
                "posted_later",
                "removed_feedback_unknown",
                "withdrawn_claims_not_counted",
                "claims_under_first_review_not_counted",
                "chargebacks_counted_whatever_outcome",
            ]);
        reasons[0].Text.ShouldContain("2026-10-02");
        reasons[2].Text.ShouldContain("2 (amazon_funded 1, denied 1)");
        reasons[^1].Ground.ShouldBe(DifferenceGround.NotPublished);
    }

    [Fact]
    public void Without_the_day_of_reading_that_is_said()
    {
        using CaseFolder folder = TwoDefectsOfTen();
        DifferenceReason reason = Beside(folder, Said("order_defect_rate", 0.1, null))!.Difference[0];
        (reason.Code, reason.Ground).ShouldBe(("read_on_unknown_day", DifferenceGround.Shown));
    }

    [Fact]
    public void Another_window_and_another_total_of_the_report_are_told()
    {
        using CaseFolder folder = TwoDefectsOfTen()
            .WithText(
                "figures.json",
                """
                {"performanceMetrics":[{"marketplaceId":"ATVPDKIKX0DER","orderDefectRate":{"mfn":{"rate":0.15,"status":"BAD","orderCount":13,
                  "reportingDateRange":{"reportingDateFrom":"2026-07-20T00:00Z","reportingDateTo":"2026-09-17T23:59Z"}}}}]}
                """
            );
        ReportedFigure figure = Beside(folder, Said("order_defect_rate", 0.5, AsOf)).ShouldNotBeNull();
        figure.Source.ShouldBe(FigureSource.PerformanceReport, "Amazon's own report goes before what a person read");
        (figure.From, figure.To, figure.Counted).ShouldBe((new(2026, 7, 20), new(2026, 9, 17), 13));
        figure
            .Difference[0]
            .Text.ShouldBe("Amazon's figure is for 2026-07-20 to 2026-09-17, ours for 2026-07-19 to 2026-09-16.");
        figure.Difference[1].Text.ShouldBe("Amazon counts 13 in all, the files show 10.");
    }

    [Fact]
    public void Without_a_programme_it_is_for_the_one_that_has_orders()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Enumerable.Range(1, 5).Select(n => Order(Id(n), "2026-08-10", channel: "Amazon"))
        );
        Review review = Review(folder, [Said("order_defect_rate", 0.01, AsOf)]);
        review.Of("order_defect_rate").AmazonReported.ShouldBeNull();
        review.Of("order_defect_rate", Fulfilment.Amazon).AmazonReported!.Value.ShouldBe(0.01);
    }

    [Fact]
    public void With_a_programme_it_is_for_that_one_and_goes_before_one_without()
    {
        using CaseFolder folder = TwoDefectsOfTen();
        Review review = Review(
            folder,
            [
                Said("order_defect_rate", 0.03, AsOf) with
                {
                    Program = Fulfilment.Merchant,
                },
                Said("order_defect_rate", 0.02, AsOf),
                Said("order_defect_rate", 0.01, AsOf) with
                {
                    Program = Fulfilment.Amazon,
                },
            ]
        );
        review.Of("order_defect_rate").AmazonReported!.Value.ShouldBe(0.03);
        review.Of("order_defect_rate", Fulfilment.Amazon).AmazonReported!.Value.ShouldBe(0.01);
    }

    [Fact]
    public void Claims_that_the_seller_says_were_reversed_still_count_and_explain_the_difference()
    {
        using CaseFolder folder = TwoDefectsOfTen();
        Review review = new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(
            folder.Request("2026-09-30") with
            {
                SaidReversed = [Id(1), "no order"],
                Stated = [Said("order_defect_rate", 0.1, AsOf)],
            },
            cancel: TestContext.Current.CancellationToken
        );
        MetricResult defects = review.Of("order_defect_rate");
        defects.Numerator.ShouldBe(2, "the metric stays with the files");
        defects
            .AmazonReported!.Difference.Single(reason => reason.Code == "claims_said_reversed")
            .Text.ShouldEndWith(": 1.");
        ReversedForecast reversed = review
            .Forecast.Single(forecast => forecast.Metric == "order_defect_rate")
            .IfReversed.ShouldNotBeNull();
        reversed.Orders.ShouldBe([Id(1)]);
        reversed.Numerator.ShouldBe(1);
        review.Repairs.Select(repair => repair.Order).ShouldBe([Id(2)], "what is reversed needs no appeal");
    }

    /// <summary>Ten orders; the claims of two count, those of two more do not.</summary>
    private static CaseFolder TwoDefectsOfTen() =>
        new CaseFolder()
            .Orders(Enumerable.Range(1, 10).Select(n => Order(Id(n), "2026-08-10")))
            .Claims(
                $"{Id(1)}\ta_to_z\t2026-09-20\tgranted",
                $"{Id(2)}\ta_to_z\t2026-09-20\tgranted",
                $"{Id(3)}\ta_to_z\t2026-08-20\tdenied",
                $"{Id(4)}\ta_to_z\t2026-08-20\tamazon_funded"
            );

    private static StatedFigure Said(string metric, double value, DateOnly? day) =>
        new(metric, null, value, "Dana Reyes", day, 1);

    private static Review Review(CaseFolder folder, IReadOnlyList<StatedFigure> stated) =>
        new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(folder.Request("2026-09-30") with { Stated = stated });

    private static ReportedFigure? Beside(CaseFolder folder, StatedFigure stated) =>
        Review(folder, [stated]).Of(stated.Metric).AmazonReported;
}

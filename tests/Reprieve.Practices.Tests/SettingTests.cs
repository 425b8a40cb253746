using Reprieve.Knowledge;
using Reprieve.Notices;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests;

public sealed class SettingTests
{
    [Fact]
    public void The_most_frequent_store_is_reviewed_and_other_rows_do_not_count()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-08-01", store: "AMAZON.DE"),
            Order(Id(2), "2026-08-01", store: "Amazon.de"),
            Order(Id(3), "2026-08-01", store: "Amazon.com"),
            Order(Id(4), "2026-08-01", store: "Non-Amazon"),
            Order(Id(5), "2026-08-01", store: "Non-Amazon"),
            Order(Id(6), "2026-08-01", store: "Non-Amazon"),
            Order(Id(7), "2026-08-01", store: "")
        );
        Review review = folder.Review();
        (review.Marketplace, review.TimeZone).ShouldBe(("amazon.de", "Europe/Berlin"));
        review.Of("order_defect_rate").Denominator.ShouldBe(2);
        folder.Review(marketplace: "Amazon.COM").Of("order_defect_rate").Denominator.ShouldBe(1);
        folder.Review(marketplace: "amazon.fr").Of("order_defect_rate").Denominator.ShouldBe(0);
    }

    [Theory]
    [InlineData("amazon.com", "amazon.com")]
    [InlineData("amazon.co.jp", "amazon.de")]
    public void The_notices_store_is_taken_only_if_the_files_have_it(string noticed, string taken)
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-08-01", store: "Amazon.de"),
            Order(Id(2), "2026-08-01", store: "Amazon.de"),
            Order(Id(3), "2026-08-01", store: "Amazon.com")
        );
        folder.Review(notice: Notice(noticed, null)).Marketplace.ShouldBe(taken);
    }

    [Fact]
    public void The_day_is_the_notices_in_the_stores_zone_else_the_newest_purchase_or_update()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-08-01", updated: "2026-08-20T03:00:00Z"),
            Order(Id(2), "2026-08-05"),
            Order(Id(3), "2026-12-05", store: "Amazon.ca")
        );
        var notice = Notice("amazon.com", new DateTimeOffset(2026, 9, 3, 5, 0, 0, TimeSpan.Zero));
        folder.Review(asOf: null, notice: notice).AsOf.ShouldBe(new DateOnly(2026, 9, 2));
        folder.Review(asOf: null).AsOf.ShouldBe(new DateOnly(2026, 8, 19));
        folder.Review("2026-01-01", notice: notice).AsOf.ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void Days_run_in_the_stores_zone_also_when_the_clocks_change()
    {
        // 1 November 2026 has 25 hours in Los Angeles, 25 October 2026 has 25 in Berlin.
        using CaseFolder america = new CaseFolder().Orders(
            Order(Id(1), "2026-11-02T07:59:59Z"),
            Order(Id(2), "2026-11-02T08:00:00Z"),
            Order(Id(3), "2026-11-01T06:59:59Z"),
            Order(Id(4), "2026-11-01T07:00:00Z")
        );
        america.Review("2026-11-15").Files[0].From.ShouldBe(new DateOnly(2026, 10, 31));
        america.Review("2026-11-15").Of("order_defect_rate").Denominator.ShouldBe(3);
        using CaseFolder europe = new CaseFolder().Orders(
            Order(Id(1), "2026-10-25T22:59:59Z", store: "Amazon.de"),
            Order(Id(2), "2026-10-25T23:00:00Z", store: "Amazon.de"),
            Order(Id(3), "2026-10-25 02:30:00", store: "Amazon.de"),
            Order(Id(4), "2026-03-29 02:30:00", store: "Amazon.de")
        );
        Review review = europe.Review("2026-11-08");
        review.Rejected.ShouldBeEmpty();
        review.Of("order_defect_rate").Denominator.ShouldBe(2);
    }

    [Theory]
    [InlineData("Amazon.com", "8/9/2026", "", "2026-08-09")]
    [InlineData("Amazon.co.uk", "8/9/2026", "", "2026-09-08")]
    [InlineData("Amazon.com", "8/9/2026", "13/9/2026", "2026-09-08")]
    [InlineData("Amazon.co.uk", "8/9/2026", "9/13/2026", "2026-08-09")]
    [InlineData("Amazon.com", "08.09.2026", "", "2026-09-08")]
    [InlineData("Amazon.co.jp", "2026/08/09", "", "2026-08-09")]
    public void Day_and_month_stand_as_the_store_writes_them_unless_the_file_proves_otherwise(
        string store,
        string date,
        string proof,
        string read
    )
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01", store: store))
            .Feedback([
                $"{date}\t1\t\t\t{Id(1)}\t",
                .. proof.Length == 0 ? [] : (string[])[$"{proof}\t5\t\t\t{Id(2)}\t"],
            ]);
        ReviewedFile feedback = folder.Review().Files[0];
        feedback.Type.ShouldBe("seller_feedback");
        feedback.From!.Value.ToString("yyyy-MM-dd", null).ShouldBe(read);
    }

    [Fact]
    public void Without_any_date_the_clock_is_asked()
    {
        using CaseFolder folder = new CaseFolder();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
            new DateTimeOffset(2026, 5, 1, 3, 0, 0, TimeSpan.Zero)
        );
        ReviewRequest request = folder.Request(marketplace: "amazon.com") with { Clock = clock };
        Review review = new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(
            request,
            cancel: TestContext.Current.CancellationToken
        );
        review.AsOf.ShouldBe(new DateOnly(2026, 4, 30));
        review.Metrics.ShouldAllBe(metric => metric.Value == null);
    }

    private static Diagnosis Notice(string marketplace, DateTimeOffset? date) =>
        new()
        {
            Source = "notice.eml",
            Id = null,
            Language = "en",
            Marketplace = marketplace,
            Kind = NoticeKind.Deactivation,
            Ground = Ground.Performance,
            AccountStatus = AccountStatus.Deactivated,
            Reasons = [],
            ResponseMode = ResponseMode.Plan,
            Confidence = new ReadingConfidence(1, 1),
            Asks = [],
            RequestGrid = [],
            Deadlines = [],
            Asins = [],
            OrderIds = [],
            ComplaintIds = [],
            Route = new StatedRoute(RouteChannel.AccountHealth, null, null),
            Decision = null,
            Authenticity = new Authenticity(AuthenticityVerdict.Unverifiable, []),
            Date = date,
            Sha256 = "",
        };
}

using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

/// <summary>Amazon's downloads of orders and of the Account Health page.</summary>
public sealed class DownloadTests
{
    private const string OnTimeHeader =
        "Order ID,SKU,Unit count,Order date,Promised ship date,Ship confirmation date,Carrier first scan date,Promised delivery date without extension,Promised delivery date with extension,Actual delivery date,Delivered after promised date without extension,Carrier name,Ship method";

    [Fact]
    public void The_order_report_tells_who_cancelled_and_a_line_that_the_buyer_cancelled_holds_for_the_order()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Order(Id(1), "2026-09-25", "Cancelled"),
                Order(Id(2), "2026-09-25", "Cancelled"),
                Order(Id(3), "2026-09-25", "Cancelled"),
                Order(Id(4), "2026-09-25", "Cancelled")
            )
            .With(
                "new-orders.txt",
                "order-id\torder-item-id\tpurchase-date\tbuyer-email\tbuyer-name\tsku\tBuyer Requested Cancel",
                $"{Id(1)}\t1\t2026-09-25\tx@y.z\tDoe\tS1\ttrue",
                $"{Id(1)}\t2\t2026-09-25\tx@y.z\tDoe\tS2\tfalse",
                "\t\t\t\t\t\t",
                "\t3\t\t\t\tS3\t",
                $"{Id(2)}\t4\t2026-09-25\tx@y.z\tDoe\tS1\tfalse",
                $"{Id(3)}\t5\t2026-09-25\tx@y.z\tDoe\tS1\t",
                $"{Id(4)}\t6\t2026-09-25\tx@y.z\tDoe\tS1\tperhaps"
            );
        Review review = folder.Review();
        ReviewedFile file = review.Files.Single(file => file.Path == "new-orders.txt");
        (file.Type, file.Rows, file.RejectedRows).ShouldBe(("cancellations", 6, 1));
        MetricResult metric = review.Of("cancellation_rate");
        metric.Orders.ShouldBe([Id(2), Id(3), Id(4)]);
        metric.Assumed.ShouldBe(2);
        metric.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void An_order_report_without_that_column_is_unreadable_and_the_column_is_named()
    {
        using CaseFolder folder = new CaseFolder().With(
            "new-orders.txt",
            "order-id\torder-item-id\tpurchase-date\tbuyer-email",
            $"{Id(1)}\t1\t2026-09-25\tx@y.z"
        );
        folder.Review().Unreadable.ShouldHaveSingleItem().Error.ShouldContain("buyer-requested-cancel");
    }

    [Theory]
    [InlineData("Order date,Order ID,Fulfilment,Defect type", "{0},{1},FBM,A-to-z Guarantee claim", "a_to_z_rate")]
    [InlineData("Order date,Order ID,Fulfilment,Defect type", "{0},{1},FBM,Service chargeback", "chargeback_rate")]
    [InlineData("Order date,Order ID,Defect", "{0},{1},Negative feedback", "negative_feedback_rate")]
    [InlineData("Order ID,Negative Feedback,A-to-Z Guarantee Claim,Chargeback Claim", "{1},No,Yes,", "a_to_z_rate")]
    [InlineData("Order ID,Negative Feedback,A-to-Z Claim,Chargeback", "{1},2,0,0", "negative_feedback_rate")]
    public void The_order_defect_download_fills_the_defect_it_names(string header, string row, string rate)
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-01"), Order(Id(2), "2026-09-01"))
            .With("odr.csv", header, string.Format(null, row, "2026-09-01", Id(1)));
        Review review = folder.Review();
        review.Files[0].Type.ShouldBe("claims");
        foreach (string code in (string[])["a_to_z_rate", "chargeback_rate", "negative_feedback_rate"])
        {
            review.Of(code).Orders.ShouldBe(code == rate ? [Id(1)] : [], code);
        }

        review.Rate("order_defect_rate").ShouldBe("1/2");
    }

    [Fact]
    public void A_defect_that_is_none_of_the_three_is_rejected()
    {
        using CaseFolder folder = new CaseFolder().With(
            "odr.csv",
            "Order ID,Defect type",
            $"{Id(1)},late",
            $"{Id(1)},"
        );
        folder.Review().Rejected.Count.ShouldBe(2);
    }

    [Fact]
    public void The_on_time_download_counts_units_of_every_sku_once_however_often_it_was_taken()
    {
        string row(string sku, int units, string delivered) =>
            $"{Id(1)},{sku},{units},\"2026-09-01 10:00 GMT (2026-09-01 03:00 PT)\",2026-09-03,2026-09-02,2026-09-02,2026-09-15,2026-09-18,{delivered},NO,UPS,Ground";
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-01"))
            .With("otdr-1.csv", OnTimeHeader, row("A", 1, ""), row("B", 1, ""), row("C", 3, ""))
            .With(
                "otdr-2.csv",
                OnTimeHeader,
                row("A", 1, "2026-09-14"),
                row("B", 1, "2026-09-16"),
                row("C", 3, "2026-09-14")
            );
        Review review = folder.Review();
        review.Rejected.ShouldBeEmpty();
        review.Files.Select(file => file.Type).ShouldBe(["all_orders", "shipments", "shipments"]);
        review.Rate("on_time_delivery_rate").ShouldBe("4/5");
        // It has no tracking ids, so it tells nothing of them.
        review.Rate("valid_tracking_rate").ShouldBe("0/0");
        review.Rate("late_shipment_rate_30d").ShouldBe("0/1");
    }

    [Fact]
    public void Downloads_without_tracking_fill_in_what_the_only_package_lacks_and_are_no_further_package()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-01"))
            .Shipments($"{Id(1)}\t2026-09-03\t2026-09-02\tUPS\t1Z1\t2026-09-02\t\t\t")
            .With(
                "otdr.csv",
                OnTimeHeader,
                $"{Id(1)},A,2,,2026-09-03,2026-09-02,2026-09-02,2026-09-12,,2026-09-14,YES,UPS,Ground",
                $"{Id(1)},B,1,,2026-09-03,2026-09-02,2026-09-02,2026-09-12,,2026-09-14,YES,UPS,Ground"
            )
            .With("late.csv", "Order ID,Expected ship date,Ship confirmation date", $"{Id(1)},2026-09-03,2026-09-02");
        Review review = folder.Review();
        review.Rate("valid_tracking_rate").ShouldBe("1/1");
        review.Rate("on_time_delivery_rate").ShouldBe("0/3");
        review.Rate("late_shipment_rate_30d").ShouldBe("0/1");
    }

    [Fact]
    public void The_valid_tracking_download_lays_amazons_verdict_over_the_packages()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-01"), Order(Id(2), "2026-09-01"), Order(Id(3), "2026-09-01"))
            .Shipments(
                $"{Id(1)}\t2026-09-03\t2026-09-02\tUPS\t1Z1\t2026-09-02\t2026-09-12\t\t",
                $"{Id(2)}\t2026-09-03\t2026-09-02\tUPS\t1Z2\t\t2026-09-12\t\t",
                $"{Id(3)}\t2026-09-03\t2026-09-02\tUPS\t1Z3\t\t2026-09-12\t\t"
            )
            .With(
                "vtr.csv",
                "Tracking ID,Has valid tracking,Has tracking ID,Package value,Any physical scan from carrier,Delivery scan or attempt,Origin country",
                "1Z1,No,Yes,12,Yes,Yes,US",
                "1Z2,Yes,Yes,12,Yes,Yes,US",
                ",No,No,3,No,No,US",
                "1Z9,maybe,Yes,12,Yes,Yes,US"
            );
        Review review = folder.Review();
        review.Rejected.ShouldHaveSingleItem().Reason.ShouldContain("maybe");
        review.Of("valid_tracking_rate").Orders.ShouldBe([Id(1), Id(3)]);
    }

    [Fact]
    public void Reviews_and_the_voice_of_the_customer_are_kept_for_whoever_reads_them()
    {
        using CaseFolder folder = new CaseFolder()
            .With(
                "reviews.csv",
                "ASIN,Reviewer Name,Rating,Title,Review,Date",
                "B0C7QK3M9P,Jane Roe,4.0 out of 5 stars,Nice,\"Good, but late\",\"Sep 1, 2026\"",
                "B0C7QK3M9P,Jane Roe,9,Nice,Good,2026-09-01",
                ",Jane Roe,1,Nice,Good,2026-09-01",
                "B0C7QK3M9P,Jane Roe,1,,Broke,soon"
            )
            .With(
                "voc.csv",
                "Product name,ASIN,SKU,CX Health,NCX rate,NCX orders,Total orders,Star rating,Top NCX reason,Last updated",
                "Cup,B0D4WX8R2T,CUP-1,Poor,4.2%,20,480,3.9,Defective item,2026-09-20"
            );
        File.Copy(Path.Combine(folder.Path, "reviews.csv"), Path.Combine(folder.Path, "again.csv"));
        Imports imports = Read(folder, "reviews.csv", "voc.csv", "again.csv");
        imports.Files.ShouldAllBe(file => file.Type == "reviews");
        imports.Rejected.Select(row => row.Row).ShouldBe([3L, 4, 5, 3, 4, 5]);
        imports
            .Reviews.Select(row => (imports.Names[row.Asin], imports.Names[row.Sku], row.Stars, row.Title, row.Text))
            .ShouldBe([
                ("B0C7QK3M9P", "", 4, "Nice", "Good, but late"),
                ("B0D4WX8R2T", "CUP-1", (int?)4, "", "Defective item"),
            ]);
        folder.Review().Files.Select(file => file.From).ShouldBe([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 20)]);
    }

    private static Imports Read(CaseFolder folder, params string[] files)
    {
        var imports = new Imports(bytes: 0);
        foreach (string file in files)
        {
            new ReportFile(ReportSource.OfFile(Path.Combine(folder.Path, file), file), TableFormats.BuiltIn).ReadInto(
                imports,
                (_, _) => { },
                TestContext.Current.CancellationToken
            );
        }

        return imports;
    }
}

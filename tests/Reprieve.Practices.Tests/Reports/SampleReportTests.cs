namespace Reprieve.Practices.Tests.Reports;

public sealed class SampleReportTests
{
    [Fact]
    public void The_derived_flat_file_of_a_real_sellers_orders_imports_without_a_rejected_row()
    {
        byte[] file = File.ReadAllBytes(Repository.Shared("samples/derived-all-orders-flat-file.tsv"));
        using CaseFolder folder = new CaseFolder().WithBytes("orders.txt", file);
        Review review = folder.Review(asOf: null);
        ReviewedFile orders = review.Files.ShouldHaveSingleItem();
        (orders.Type, orders.Rows, orders.RejectedRows).ShouldBe(("all_orders", 1000, 0));
        (review.Marketplace, review.TimeZone).ShouldBe(("amazon.in", "Asia/Kolkata"));
        review.AsOf.ShouldBe(new DateOnly(2022, 4, 30));
        review.Rejected.ShouldBeEmpty();
    }
}

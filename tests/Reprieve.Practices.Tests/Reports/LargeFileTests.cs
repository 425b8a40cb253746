using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

/// <summary>Files that are read in blocks on all processors.</summary>
public sealed class LargeFileTests
{
    private const int Rows = 60_000;

    [Fact]
    public void Rejected_rows_keep_their_number_and_good_ones_their_texts()
    {
        int[] bad = [0, 17, 29_999, 30_000, 45_123, Rows - 1];
        using CaseFolder folder = new CaseFolder().WithText(
            "orders.txt",
            Table(OrderHeader, i => bad.Contains(i) ? "broken" : Order(Key(i), "2026-09-01", sku: $"Größe-{i % 7}")),
            new UTF8Encoding(true)
        );
        Review review = folder.Review();
        ReviewedFile file = review.Files.ShouldHaveSingleItem();
        (file.Rows, file.RejectedRows).ShouldBe((Rows, bad.Length));
        review.Rejected.Select(row => row.Row).ShouldBe(bad.Select(i => i + 2L));
        review.Of("order_defect_rate").Denominator.ShouldBe(Rows - bad.Length);
    }

    [Fact]
    public void Names_that_every_block_brings_anew_stay_with_their_rows()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "orders.txt",
            Table(OrderHeader, i => Order(Key(i), "2026-09-01", sku: $"SKU-{i}", asin: Asin(i), quantity: Units(i)))
        );
        // Which thread takes which block is chance.
        for (int again = 0; again < 10; again++)
        {
            folder
                .Review()
                .Sales.Select(sale => (sale.Asin, Invariant(sale.Units)))
                .ShouldBe(Enumerable.Range(0, Rows).Select(i => (Asin(i), Units(i))));
        }

        static string Asin(int i) => string.Create(CultureInfo.InvariantCulture, $"B{i:D9}");
        static string Units(int i) => Invariant((i % 97) + 1);
        static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_last_row_of_a_claim_holds_wherever_the_blocks_are_cut()
    {
        const int Orders = 10;
        using CaseFolder folder = new CaseFolder()
            .Orders(Enumerable.Range(0, Orders).Select(i => Order(Key(i), "2026-09-01")))
            .WithText(
                "claims.txt",
                Table(ClaimHeader, i => Claim(Key(i % Orders), i >= (Rows * 3) - 5 ? "denied" : "granted"), Rows * 3)
            );
        folder
            .Review()
            .Of("a_to_z_rate")
            .Orders.ShouldBe(Enumerable.Range(0, 5).Select(Key).Order(StringComparer.Ordinal));

        static string Claim(string id, string status) => $"{id}\ta_to_z\t2026-09-03\t{status}";
    }

    [Fact]
    public void From_the_first_quote_on_rows_are_read_one_by_one_with_the_numbers_they_have()
    {
        string header = ShipmentHeader.Replace('\t', ',');
        using CaseFolder folder = new CaseFolder().WithText(
            "shipments.csv",
            Table(
                header,
                i =>
                    i == 50_000 ? $"{Key(i)},2026-09-10,2026-09-09,\"Slow,\nLine\",T{i},,,,1"
                    : i == 50_001 ? "broken,,,,,,,,"
                    : $"{Key(i)},2026-09-10T23:59:59Z,2026-09-09T10:00:00Z,Parcelway,T{i},2026-09-09T12:00:00Z,2026-09-12T20:00:00Z,2026-09-11T20:00:00Z,1"
            )
        );
        Review review = folder.Review("2026-09-30");
        ReviewedFile file = review.Files.ShouldHaveSingleItem();
        (file.Rows, file.RejectedRows).ShouldBe((Rows, 1));
        review.Rejected.ShouldHaveSingleItem().Row.ShouldBe(50_003);
        review.Of("late_shipment_rate_30d").Denominator.ShouldBe(Rows - 1);
    }

    [Fact]
    public void A_large_file_has_the_same_review_as_its_halves()
    {
        using CaseFolder whole = new CaseFolder().WithText("orders.txt", Table(OrderHeader, Line));
        using CaseFolder parts = new CaseFolder()
            .WithText("a.txt", Table(OrderHeader, Line, Rows / 40))
            .WithText("b.txt", Table(OrderHeader, i => Line(i + (Rows / 40)), Rows - (Rows / 40)));
        foreach (string metric in (string[])["order_defect_rate", "cancellation_rate"])
        {
            MetricResult expected = parts.Review("2026-09-12").Of(metric);
            MetricResult found = whole.Review("2026-09-12").Of(metric);
            (found.Numerator, found.Denominator).ShouldBe((expected.Numerator, expected.Denominator));
            found.Orders.ShouldBe(expected.Orders);
        }

        static string Line(int i) =>
            Order(Key(i), $"2026-09-{(i % 28) + 1:D2}T10:00:00Z", i % 50 == 0 ? "Cancelled" : "Shipped");
    }

    [Fact]
    public void Reading_stops_when_it_is_asked_to()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "orders.txt",
            Table(OrderHeader, i => Order(Key(i), "2026-09-01"))
        );
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() =>
            new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(folder.Request("2026-09-30"), cancel: cancel.Token)
        );
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"111-{i:D7}-{i % 9973:D7}");

    private static string Table(string header, Func<int, string> row, int rows = Rows)
    {
        var text = new StringBuilder(header).Append("\r\n");
        for (int i = 0; i < rows; i++)
        {
            text.Append(row(i)).Append("\r\n");
        }

        return text.ToString();
    }
}

using System.Text;
using CsCheck;
using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

public sealed class HostileFileTests
{
    private static readonly string[] Headers =
    [
        OrderHeader,
        ShipmentHeader,
        ClaimHeader,
        "order-id\trequested-by",
        "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email",
        "item-name\titem-description\tlisting-id\tseller-sku\tasin1\tstatus",
        "Order ID\tReturn request date\tA-to-Z Claim",
        "return-date\torder-id\tdetailed-disposition",
        "order-id\torder-item-id\tBuyer Requested Cancel",
        "order-id\tdefect-type",
        "order-id\tNegative feedback\tA-to-z claim\tChargeback",
        "Tracking ID\tHas valid tracking",
        "asin\trating\treview-text\tdate",
        "asin\tncx-rate\tstar-rating\tlast-updated",
        "{\"performanceMetrics\": [",
    ];

    public static TheoryData<string> AllHeaders() => new(Headers);

    [Fact]
    public void Any_bytes_at_all_are_recognised_or_not_without_a_throw()
    {
        using var folder = new CaseFolder();
        string path = Path.Combine(folder.Path, "junk");
        Gen.Byte.Array[0, 400]
            .Sample(
                bytes =>
                {
                    File.WriteAllBytes(path, bytes);
                    ReportRecogniser.TypeOf(path).ShouldBeNull();
                    Import(path).Unreadable.ShouldHaveSingleItem().Error.ShouldNotBeNullOrWhiteSpace();
                },
                iter: 200,
                threads: 1
            );
    }

    [Theory]
    [MemberData(nameof(AllHeaders))]
    public void Any_bytes_below_a_header_are_rows_or_rejected_rows(string header)
    {
        using var folder = new CaseFolder();
        string path = Path.Combine(folder.Path, "report.txt");
        // Bytes that matter are frequent: delimiters, breaks, quotes, digits.
        byte[] telling = "\t\t\t\n\n\r,,\"\"-/:. 0123456789"u8.ToArray();
        Gen<byte> frequent = Gen.Int[0, telling.Length - 1].Select(i => telling[i]);
        Gen.OneOf(frequent, frequent, Gen.Byte)
            .Array[0, 600]
            .Sample(
                bytes =>
                {
                    foreach (char delimiter in "\t,")
                    {
                        byte[] start = Encoding.UTF8.GetBytes(header.Replace('\t', delimiter) + "\n");
                        File.WriteAllBytes(path, [.. start, .. bytes]);
                        Imports imports = Import(path);
                        int rejected = imports.Files.Sum(file => file.Rejected ?? 0);
                        imports.Rejected.Count.ShouldBe(rejected);
                        (imports.Files.Count + imports.Unreadable.Count).ShouldBe(1);
                    }
                },
                iter: 80,
                threads: 1
            );
    }

    [Theory]
    [MemberData(nameof(AllHeaders))]
    public void Binary_junk_below_a_header_is_reviewed_to_the_end(string header)
    {
        byte[] junk = new byte[300_000];
        new Random(7).NextBytes(junk);
        using CaseFolder folder = new CaseFolder().WithBytes(
            "report.txt",
            [.. Encoding.UTF8.GetBytes(header + "\n"), .. junk]
        );
        Review review = folder.Review();
        (review.Files.Count + review.Unreadable.Count).ShouldBe(1);
        review.Metrics.ShouldAllBe(metric => metric.Value == null);
    }

    [Theory]
    [InlineData("empty.txt", "", "empty")]
    [InlineData("letter.txt", "Dear Seller,\nyour account", "No report is known")]
    [InlineData("book.xlsx", "PK\u0003\u0004rest", "damaged or not complete")]
    [InlineData("page.html", "<html><table><tr><td>order-id</td></tr></table>", "No report is known")]
    [InlineData("erp.csv", "Ref,Sent\n111-1234567-1234567,2026-09-01\n", "reprieve map erp.csv")]
    [InlineData("dates.csv", "Day,Sent\n2026-09-01,2026-09-02\n", "No report is known")]
    [InlineData("claims.txt", "order-id\ttype\tstatus\n", "columns are missing: opened")]
    [InlineData("orders.csv", "amazon-order-id,purchase-date,fulfillment-channel\n", "All orders report")]
    public void A_file_that_is_no_report_is_unreadable_with_what_to_do(string name, string text, string said)
    {
        using CaseFolder folder = new CaseFolder().WithText(name, text);
        ReportRecogniser.TypeOf(Path.Combine(folder.Path, name)).ShouldBeNull();
        UnreadableFile file = folder.Review().Unreadable.ShouldHaveSingleItem();
        file.Source.ShouldBe(name);
        file.Error.ShouldContain(said);
    }

    [Fact]
    public void A_file_that_is_gone_is_unreadable()
    {
        using CaseFolder folder = new CaseFolder().WithText("claims.txt", ClaimHeader);
        File.Delete(Path.Combine(folder.Path, "claims.txt"));
        folder.Review().Unreadable.ShouldHaveSingleItem().Source.ShouldBe("claims.txt");
        ReportRecogniser.TypeOf(Path.Combine(folder.Path, "claims.txt")).ShouldBeNull();
        ReportRecogniser.TypeOf(folder.Path).ShouldBeNull();
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(',')]
    public void A_header_of_a_million_columns_is_none(char delimiter)
    {
        string header = string.Join(delimiter, Enumerable.Range(0, 1_000_000).Select(n => $"c{n}"));
        using CaseFolder folder = new CaseFolder().WithText(
            "wide.txt",
            ClaimHeader.Replace('\t', delimiter) + delimiter + header
        );
        ReportRecogniser.TypeOf(Path.Combine(folder.Path, "wide.txt")).ShouldBeNull();
        folder.Review().Unreadable.ShouldHaveSingleItem();
    }

    [Fact]
    public void Quotes_that_never_close_spoil_no_more_than_their_lines()
    {
        var text = new StringBuilder("order-id,type,opened,status,note\n");
        for (int n = 0; n < 100_000; n++)
        {
            text.Append(Id(1)).Append(",a_to_z,2026-08-10,granted,x\",\"\n");
        }

        using CaseFolder folder = new CaseFolder().WithText("claims.csv", text.ToString());
        ReviewedFile file = folder.Review().Files.ShouldHaveSingleItem();
        file.Rows!.Value.ShouldBeGreaterThan(99_000);
        file.RejectedRows.ShouldBe(file.Rows);
    }

    [Fact]
    public void Cancelling_stops_the_reading()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Enumerable.Range(1, 30_000).Select(n => Order(Id(n), "2026-08-01"))
        );
        using var cancel = new CancellationTokenSource();
        var seen = new List<ReviewProgress>();
        var progress = new Told(step =>
        {
            seen.Add(step);
            cancel.Cancel();
        });
        Should.Throw<OperationCanceledException>(() =>
            new PracticeReviewer(Knowledge.KnowledgeLoader.BuiltIn).Review(folder.Request(), progress, cancel.Token)
        );
        ReviewProgress first = seen.ShouldHaveSingleItem();
        first.File.ShouldBe("orders.txt");
        first.Rows.ShouldBeInRange(1, 29_999);
        first.BytesRead.ShouldBeInRange(1, first.BytesTotal);
    }

    private static Imports Import(string path)
    {
        var imports = new Imports(bytes: 0);
        new ReportFile(ReportSource.OfFile(path, Path.GetFileName(path)), TableFormats.BuiltIn).ReadInto(
            imports,
            (_, _) => { },
            CancellationToken.None
        );
        return imports;
    }

    private sealed class Told(Action<ReviewProgress> told) : IProgress<ReviewProgress>
    {
        public void Report(ReviewProgress value) => told(value);
    }
}

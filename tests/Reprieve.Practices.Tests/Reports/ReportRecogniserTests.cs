using System.Text.Json;
using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class ReportRecogniserTests
{
    [Theory]
    [InlineData(
        "amazon-order-id\tmerchant-order-id\tpurchase-date\torder-status\tfulfillment-channel\turl",
        "all_orders"
    )]
    [InlineData("Order ID,Rating,Date,Comments", "seller_feedback")]
    [InlineData("ORDER-ID;SHIP-BY;SHIP-CONFIRMED;CARRIER;TRACKING-ID", "shipments")]
    [InlineData("\"order-id\",\"type\",\"opened\",\"status\"", "claims")]
    [InlineData("requested_by\torder_id", "cancellations")]
    [InlineData("seller-sku\titem-name\tlisting-id", "listings")]
    [InlineData("A-to-Z Claim\tOrder ID\tReturn request date", "fbm_returns")]
    [InlineData("return-date\torder-id\tsku\tdetailed-disposition", "fba_returns")]
    [InlineData("\n\n{ \"performanceMetrics\" : []", "performance_report")]
    [InlineData("{\"accountStatuses\":[]}", "performance_report")]
    [InlineData("{\"orders\":[]}", null)]
    [InlineData("order-id,type,status", null)]
    [InlineData("From: seller-performance@amazon.com", null)]
    [InlineData("", null)]
    public void A_file_is_known_by_its_content(string start, string? type)
    {
        using CaseFolder folder = new CaseFolder().WithText("holiday.jpg", start + "\n");
        ReportRecogniser.TypeOf(Path.Combine(folder.Path, "holiday.jpg")).ShouldBe(type);
    }

    [Fact]
    public void All_published_variants_of_the_headers_are_known()
    {
        using JsonDocument headers = JsonDocument.Parse(
            File.ReadAllText(Repository.Shared("amazon/flat-file-headers.json"))
        );
        int known = 0;
        foreach (JsonProperty report in headers.RootElement.EnumerateObject())
        {
            string? type =
                report.Name.Contains("ALL_ORDERS", StringComparison.Ordinal) ? "all_orders"
                : report.Name.Contains("MERCHANT_LISTINGS", StringComparison.Ordinal) ? "listings"
                : report.Name.Contains("FEEDBACK", StringComparison.Ordinal) ? "seller_feedback"
                : report.Name.Contains("FBA_FULFILLMENT", StringComparison.Ordinal) ? "fba_returns"
                : report.Name.Contains("RETURNS_DATA_BY", StringComparison.Ordinal) ? "fbm_returns"
                : null;
            known += type is null ? 0 : 1;
            foreach (char delimiter in "\t,")
            {
                string row = string.Join(delimiter, report.Value.EnumerateArray().Select(name => name.GetString()));
                Header.In(row)?.Kind.Code.ShouldBe(type, report.Name);
                (Header.In(row) is null).ShouldBe(type is null, report.Name);
            }
        }

        known.ShouldBe(8);
    }

    [Fact]
    public void Every_order_id_is_given_back_as_it_was_written()
    {
        var names = new Names();
        Gen.Select(Gen.Int[0, 999], Gen.Int[0, 9_999_999], Gen.Int[0, 9_999_999], Gen.Bool)
            .Sample(
                (a, b, c, odd) =>
                {
                    string id = odd ? $"S{a:D2}-{b}-{c}" : $"{a:D3}-{b:D7}-{c:D7}";
                    OrderKey.TryRead(id, names, out OrderKey key).ShouldBeTrue();
                    key.Text(names).ShouldBe(id);
                },
                iter: 2000,
                threads: 1
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("111-1234567")]
    [InlineData("not-an-order")]
    [InlineData("111-12a4567-1234567")]
    [InlineData("111--1234567")]
    [InlineData("11 1-1234567-1234567")]
    public void What_is_no_order_id_is_not_read(string id) => OrderKey.TryRead(id, new Names(), out _).ShouldBeFalse();
}

using System.Text.Json;
using NJsonSchema;
using Reprieve.AmazonStandIn;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class ReportContentTests
{
    private const string Performance = "GET_V2_SELLER_PERFORMANCE_REPORT";
    private static readonly string Shared = Path.Combine(Repository.Root, "..", "shared", "amazon");

    [Theory]
    [InlineData("GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL")]
    [InlineData("GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL")]
    [InlineData("GET_SELLER_FEEDBACK_DATA")]
    [InlineData("GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE")]
    [InlineData("GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA")]
    [InlineData("GET_MERCHANT_LISTINGS_ALL_DATA")]
    public void Flat_files_have_the_published_header(string type)
    {
        string file = Path.Combine(Shared, "flat-file-headers.json");
        Assert.SkipUnless(File.Exists(file), "../shared/amazon/flat-file-headers.json is not here");
        string[] header =
        [
            .. JsonElement.Parse(File.ReadAllText(file)).GetProperty(type).EnumerateArray().Select(h => h.GetString()!),
        ];
        using Caller caller = new(SyntheticAccount.Make(3, 2000, Caller.Start));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            string[] lines = (await caller.TextAsync(await caller.ReportAsync(type))).Split(
                "\r\n",
                StringSplitOptions.RemoveEmptyEntries
            );
            lines[0].Split('\t').ShouldBe(header);
            lines.Length.ShouldBeGreaterThan(1);
            lines.ShouldAllBe(l => l.Split('\t').Length == header.Length);
        });
    }

    [Theory]
    [InlineData("ATVPDKIKX0DER", "utf-8", "Größe")]
    [InlineData("A1PA6795UKMFR9", "iso-8859-1", "Größe")]
    [InlineData("A1VC38T7YXB528", "shift_jis", "商品")]
    public void Feedback_is_in_the_charset_and_the_date_form_of_its_store(string store, string charset, string word)
    {
        using Caller caller = new(SyntheticAccount.Make(4, 3000, Caller.Start, marketplaceIds: store));
        caller.Host = caller.Account.Region switch
        {
            "EU" => "sellingpartnerapi-eu.amazon.com",
            "FE" => "sellingpartnerapi-fe.amazon.com",
            _ => caller.Host,
        };
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            JsonElement report = await caller.ReportAsync("GET_SELLER_FEEDBACK_DATA", store);
            using HttpResponseMessage file = await caller.FetchAsync(
                (await caller.DocumentAsync(report)).GetProperty("url").GetString()!
            );
            file.Content.Headers.ContentType!.CharSet.ShouldBe(charset);
            (await Caller.TextAsync(file, true)).ShouldContain(word);
        });
    }

    [Theory]
    [InlineData(PerformanceShape.Schema)]
    [InlineData(PerformanceShape.Example)]
    [InlineData(PerformanceShape.Live)]
    public void The_performance_report_comes_in_three_shapes_with_the_same_figures(PerformanceShape shape)
    {
        SellerAccount account = SyntheticAccount.Make(5, 3000, Caller.Start);
        account.PerformanceShape = shape;
        account.Marketplaces = [account.Marketplaces[0] with { Status = "DEACTIVATED" }];
        using Caller caller = new(account);
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            string text = await caller.TextAsync(await caller.ReportAsync(Performance));
            JsonElement report = JsonElement.Parse(text);
            JsonElement metrics = report.GetProperty("performanceMetrics")[0];
            report
                .GetProperty("accountStatuses")[0]
                .GetProperty("status")
                .GetString()
                .ShouldBe(shape == PerformanceShape.Example ? "SUSPENDED" : "DEACTIVATED");
            metrics.TryGetProperty("prefulfillmentCancelRate", out _).ShouldBe(shape == PerformanceShape.Example);
            metrics.TryGetProperty("lateShipmentRateList", out _).ShouldBe(shape == PerformanceShape.Live);
            metrics
                .GetProperty("lateShipmentRate")
                .GetProperty("lateShipmentCount")
                .GetInt32()
                .ShouldBe(account.Data.Performance[0].LateShipments.Count);
            if (shape == PerformanceShape.Schema)
            {
                await ShouldFitSchemaAsync(text);
            }
        });
    }

    private static async Task ShouldFitSchemaAsync(string text)
    {
        string file = Path.Combine(Shared, "report-schemas", "accountHealthReport-2020-11-18.json");
        if (File.Exists(file))
        {
            JsonSchema schema = await JsonSchema.FromFileAsync(file);
            schema.Validate(text).Select(e => $"{e.Path}: {e.Kind}").ShouldBeEmpty();
        }
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NJsonSchema;
using Reprieve.AmazonStandIn;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class ReportTests
{
    private const string Root = "/reports/2021-06-30";
    private const string Performance = "GET_V2_SELLER_PERFORMANCE_REPORT";
    private const string Orders = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL";
    private static readonly string Shared = Path.Combine(Repository.Root, "..", "shared", "amazon");

    [Fact]
    public void A_report_waits_is_made_and_is_there()
    {
        using Caller caller = new(SyntheticAccount.Make(1, 50, Caller.Start));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            object order = new { reportType = Performance, marketplaceIds = new[] { Caller.Us } };
            JsonElement created = await caller.CallAsync(HttpMethod.Post, $"{Root}/reports", order, 202);
            string path = $"{Root}/reports/{created.GetProperty("reportId").GetString()}";
            List<string> seen = [];
            for (int i = 0; i < 5; i++)
            {
                seen.Add((await caller.GetAsync(path)).GetProperty("processingStatus").GetString()!);
                await Task.Delay(TimeSpan.FromSeconds(15), caller.Time);
            }

            seen.ShouldBe(["IN_QUEUE", "IN_PROGRESS", "IN_PROGRESS", "IN_PROGRESS", "DONE"]);
        });
    }

    [Fact]
    public void What_has_no_data_is_cancelled_and_what_is_too_long_is_fatal_with_a_document_that_says_why()
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            JsonElement none = await caller.ReportAsync(Orders);
            none.GetProperty("processingStatus").GetString().ShouldBe("CANCELLED");
            none.TryGetProperty("reportDocumentId", out _).ShouldBeFalse();

            object tooLong = new
            {
                reportType = "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE",
                marketplaceIds = new[] { Caller.Us },
                dataStartTime = Caller.Iso(caller.Time.GetUtcNow().AddDays(-61)),
            };
            JsonElement created = await caller.CallAsync(HttpMethod.Post, $"{Root}/reports", tooLong, 202);
            await Task.Delay(TimeSpan.FromMinutes(5), caller.Time);
            JsonElement fatal = await caller.GetAsync($"{Root}/reports/{created.GetProperty("reportId").GetString()}");
            fatal.GetProperty("processingStatus").GetString().ShouldBe("FATAL");
            (await TextAsync(caller, fatal)).ShouldContain("60 days");
        });
    }

    [Fact]
    public void A_link_is_good_for_five_minutes_and_a_new_one_can_be_had()
    {
        using Caller caller = new(SyntheticAccount.Make(2, 20, Caller.Start));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            JsonElement report = await caller.ReportAsync(Orders);
            string url = (await caller.DocumentAsync(report)).GetProperty("url").GetString()!;
            await Task.Delay(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1), caller.Time);
            await FetchedAsync(caller, url, 200);
            await Task.Delay(TimeSpan.FromSeconds(1), caller.Time);
            await FetchedAsync(caller, url, 403);
            await FetchedAsync(caller, (await caller.DocumentAsync(report)).GetProperty("url").GetString()!, 200);
        });
    }

    [Fact]
    public void Only_a_waiting_report_can_be_cancelled()
    {
        using Caller caller = new(SyntheticAccount.Make(2, 20, Caller.Start));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            object order = new { reportType = Performance, marketplaceIds = new[] { Caller.Us } };
            string first = (await caller.CallAsync(HttpMethod.Post, $"{Root}/reports", order, 202))
                .GetProperty("reportId")
                .GetString()!;
            await caller.CallAsync(HttpMethod.Delete, $"{Root}/reports/{first}");
            (await caller.GetAsync($"{Root}/reports/{first}"))
                .GetProperty("processingStatus")
                .GetString()
                .ShouldBe("CANCELLED");
            string second = (await caller.CallAsync(HttpMethod.Post, $"{Root}/reports", order, 202))
                .GetProperty("reportId")
                .GetString()!;
            await Task.Delay(TimeSpan.FromSeconds(20), caller.Time);
            await caller.CallAsync(HttpMethod.Delete, $"{Root}/reports/{second}", null, 400);
        });
    }

    [Fact]
    public void The_list_comes_in_pages_and_the_token_comes_alone()
    {
        using Caller caller = new();
        caller.StandIn.SetLimit("createReport", 1, 100);
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            for (int i = 0; i < 25; i++)
            {
                await caller.CallAsync(
                    HttpMethod.Post,
                    $"{Root}/reports",
                    new { reportType = Performance, marketplaceIds = new[] { Caller.Us } },
                    202
                );
            }

            HashSet<string> ids = [];
            JsonElement page = await caller.GetAsync($"{Root}/reports?reportTypes={Performance}");
            while (true)
            {
                ids.UnionWith(
                    page.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("reportId").GetString()!)
                );
                if (!page.TryGetProperty("nextToken", out JsonElement token))
                {
                    break;
                }

                await caller.GetAsync($"{Root}/reports?nextToken={token.GetString()}&pageSize=10", 400);
                page = await caller.GetAsync($"{Root}/reports?nextToken={token.GetString()}");
            }

            ids.Count.ShouldBe(25);
            await caller.GetAsync($"{Root}/reports", 400);
        });
    }

    [Theory]
    [InlineData("""{"reportType":"GET_UNKNOWN","marketplaceIds":["ATVPDKIKX0DER"]}""")]
    [InlineData("""{"reportType":"GET_SELLER_FEEDBACK_DATA"}""")]
    [InlineData("""{"reportType":"GET_SELLER_FEEDBACK_DATA","marketplaceIds":["A1PA6795UKMFR9"]}""")]
    [InlineData(
        """{"reportType":"GET_SELLER_FEEDBACK_DATA","marketplaceIds":["ATVPDKIKX0DER"],"dataEndTime":"2030-01-01T00:00:00Z"}"""
    )]
    [InlineData(
        """{"reportType":"GET_SELLER_FEEDBACK_DATA","marketplaceIds":["ATVPDKIKX0DER"],"dataStartTime":"2026-01-01"}"""
    )]
    [InlineData("""{"reportType":"GET_SELLER_FEEDBACK_DATA","marketplaceIds":["ATVPDKIKX0DER"],"more":1}""")]
    public void An_order_that_is_wrong_is_refused(string body)
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            JsonElement error = await caller.CallAsync(
                HttpMethod.Post,
                $"{Root}/reports",
                JsonElement.Parse(body),
                400
            );
            Caller.Code(error).ShouldBe("InvalidInput");
        });
        caller.StandIn.Reports.ShouldBeEmpty();
    }

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
            string[] lines = (await TextAsync(caller, await caller.ReportAsync(type))).Split(
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
            (await TextAsync(file, true)).ShouldContain(word);
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
            string text = await TextAsync(caller, await caller.ReportAsync(Performance));
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

    private static async Task FetchedAsync(Caller caller, string url, int status)
    {
        using HttpResponseMessage response = await caller.FetchAsync(url);
        ((int)response.StatusCode).ShouldBe(status);
    }

    private static async Task<string> TextAsync(Caller caller, JsonElement report)
    {
        JsonElement document = await caller.DocumentAsync(report);
        using HttpResponseMessage file = await caller.FetchAsync(document.GetProperty("url").GetString()!);
        return await TextAsync(file, document.TryGetProperty("compressionAlgorithm", out _));
    }

    private static async Task<string> TextAsync(HttpResponseMessage file, bool packed)
    {
        using MemoryStream bytes = new(await file.Content.ReadAsByteArrayAsync());
        using Stream text = packed ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using StreamReader reader = new(text, Encoding.GetEncoding(file.Content.Headers.ContentType!.CharSet!));
        return reader.ReadToEnd();
    }
}

using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class ReportTests
{
    private const string Root = "/reports/2021-06-30";
    private const string Performance = "GET_V2_SELLER_PERFORMANCE_REPORT";
    private const string Orders = "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL";

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
            (await caller.TextAsync(fatal)).ShouldContain("60 days");
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
    public void The_end_of_a_report_is_told_at_its_time()
    {
        using Caller caller = new(SyntheticAccount.Make(2, 20, Caller.Start));
        List<(TimeSpan At, string Outcome)> told = [];
        caller.StandIn.ReportEnded = report => told.Add((caller.Time.Elapsed, report.Outcome));
        caller.StandIn.ReportTime = (TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            await caller.ReportAsync(Performance);
            await Task.Delay(TimeSpan.FromHours(1), caller.Time);
        });

        told.ShouldBe([(TimeSpan.FromMinutes(7), "DONE")]);
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

    private static async Task FetchedAsync(Caller caller, string url, int status)
    {
        using HttpResponseMessage response = await caller.FetchAsync(url);
        ((int)response.StatusCode).ShouldBe(status);
    }
}

using System.IO.Compression;
using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class KioskTests
{
    private const string Root = "/dataKiosk/2023-11-15";

    [Theory]
    [InlineData("DAY", 31)]
    [InlineData("MONTH", 1)]
    public void History_comes_by_period_and_adds_up(string granularity, int lines)
    {
        using Caller caller = new(SyntheticAccount.Make(31, 2000, Caller.Start));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            string query = EveryOperation.KioskQuery.Replace("DAY", granularity, StringComparison.Ordinal);
            JsonElement[] answer = await AnswerAsync(caller, query);
            answer.Length.ShouldBe(lines);
            DateOnly august = new(2026, 8, 1);
            answer
                .Sum(l =>
                    l.GetProperty("totals")
                        .GetProperty("accountHealth")
                        .GetProperty("accountHealthOrderCount")
                        .GetProperty("value")
                        .GetInt32()
                )
                .ShouldBe(
                    caller.Account.Data.Orders.Count(o =>
                        DateOnly.FromDateTime(o.Purchased.UtcDateTime) is var d
                        && d >= august
                        && d < august.AddMonths(1)
                    )
                );
        });
    }

    [Theory]
    [InlineData("endDate", "lastDate")]
    [InlineData("2026-08-01", "2024-08-01")]
    [InlineData("DAY", "HOUR")]
    [InlineData("accountHealthOrderCount", "orderCount")]
    [InlineData("{ value }", "")]
    [InlineData("ATVPDKIKX0DER", "A1PA6795UKMFR9")]
    [InlineData("} } }", "} }")]
    [InlineData("sellerAnalytics_2025_03_31", "sellerAnalytics_2020_01_01")]
    public void A_query_that_is_wrong_is_refused(string right, string wrong)
    {
        using Caller caller = new(SyntheticAccount.Make(31, 100, Caller.Start));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            string query = EveryOperation.KioskQuery.Replace(right, wrong, StringComparison.Ordinal);
            await caller.CallAsync(HttpMethod.Post, $"{Root}/queries", new { query }, 400);
        });
    }

    private static async Task<JsonElement[]> AnswerAsync(Caller caller, string query)
    {
        JsonElement created = await caller.CallAsync(HttpMethod.Post, $"{Root}/queries", new { query }, 202);
        await Task.Delay(TimeSpan.FromMinutes(5), caller.Time);
        JsonElement done = await caller.GetAsync($"{Root}/queries/{created.GetProperty("queryId").GetString()}");
        JsonElement document = await caller.GetAsync(
            $"{Root}/documents/{done.GetProperty("dataDocumentId").GetString()}"
        );
        using HttpResponseMessage file = await caller.FetchAsync(document.GetProperty("documentUrl").GetString()!);
        file.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        using GZipStream text = new(await file.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using StreamReader reader = new(text);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l)),
        ];
    }
}

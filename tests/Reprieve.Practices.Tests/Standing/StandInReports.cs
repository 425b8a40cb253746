using System.Net.Http.Headers;
using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Practices.Tests.Standing;

/// <summary>Performance reports as the stand-in for Amazon makes them.</summary>
internal static class StandInReports
{
    public const string Us = "ATVPDKIKX0DER";
    public const string Canada = "A2EUQ1WTGCTBG2";
    public static readonly DateTimeOffset Now = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly Uri Host = new("https://sellingpartnerapi-na.amazon.com/reports/2021-06-30/");

    /// <summary>Figures of a store, none of them at a round number.</summary>
    public static StorePerformance Figures(string store = Us) =>
        new(store, new DateOnly(2026, 9, 1))
        {
            Merchant = new Defects(870, 7, 4, 2, 1),
            Amazon = new Defects(4322, 11, 11, 0, 0),
            LateShipments = new Share(33, 1030),
            LateShipments10Days = new Share(16, 347),
            Cancellations = new Share(3, 240),
            ValidTracking = new Share(981, 999),
            OnTimeDelivery = new Share(900, 970),
            UnitsOnTime = new Share(420, 440),
            Invoices = new Share(2, 90),
            Rating = 248,
            Violations = new Dictionary<string, int> { ["listingPolicyViolations"] = 3, ["documentRequests"] = 1 },
            Warnings = ["spammingSellerMessaging"],
        };

    /// <summary>Orders the report of an account, waits for it and downloads it.</summary>
    public static byte[] Download(PerformanceShape shape, string status, params StorePerformance[] stores)
    {
        var time = new SimulatedTime(Now);
        var standIn = new StandIn(time);
        standIn.AddApp("app", "secret");
        standIn.AddAccount(
            new SellerAccount
            {
                SellerId = "A1STANDIN",
                RefreshTokens = ["Atzr|one"],
                Region = "NA",
                Marketplaces = [.. stores.Select(store => new Participation(store.MarketplaceId, "A", Status: status))],
                PerformanceShape = shape,
                Data = new AccountData { Performance = stores },
            }
        );
        using var http = new HttpClient(standIn.Handler);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Tests/1.0");
        return time.Run(() => DownloadAsync(http, time, [.. stores.Select(store => store.MarketplaceId)]));
    }

    private static async Task<byte[]> DownloadAsync(HttpClient http, TimeProvider time, string[] stores)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["client_id"] = "app",
                ["client_secret"] = "secret",
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = "Atzr|one",
            }
        );
        using HttpResponseMessage token = await http.PostAsync(new Uri("https://api.amazon.com/auth/o2/token"), form);
        http.DefaultRequestHeaders.Add("x-amz-access-token", await FieldAsync(token, "access_token"));
        using var order = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(
                new { reportType = "GET_V2_SELLER_PERFORMANCE_REPORT", marketplaceIds = stores }
            )
        );
        order.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage created = await http.PostAsync(new Uri(Host, "reports"), order);
        string id = await FieldAsync(created, "reportId");
        await Task.Delay(TimeSpan.FromMinutes(5), time);
        using HttpResponseMessage report = await http.GetAsync(new Uri(Host, $"reports/{id}"));
        string documentId = await FieldAsync(report, "reportDocumentId");
        using HttpResponseMessage document = await http.GetAsync(new Uri(Host, $"documents/{documentId}"));
        http.DefaultRequestHeaders.Remove("x-amz-access-token");
        return await http.GetByteArrayAsync(new Uri(await FieldAsync(document, "url")));
    }

    private static async Task<string> FieldAsync(HttpResponseMessage response, string field)
    {
        string text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text).GetProperty(field).GetString()!;
    }
}

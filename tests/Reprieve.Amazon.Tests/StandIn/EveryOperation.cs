using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

/// <summary>Calls every operation of the stand-in, once well and where it matters once badly.</summary>
internal static class EveryOperation
{
    public const string KioskQuery = """
        query { analytics_sellerAnalytics_2025_03_31 {
          sellerAnalyticsView(startDate: "2026-08-01", endDate: "2026-08-31", aggregateBy: DAY, marketplaceId: ["ATVPDKIKX0DER"]) {
            startDate endDate
            totals { accountHealth { accountHealthOrderCount { value } accountHealthOrderDefectRate { value } } }
          } } }
        """;

    public static async Task ReportsAsync(Caller caller)
    {
        foreach (string type in new[] { "GET_V2_SELLER_PERFORMANCE_REPORT", "GET_SELLER_FEEDBACK_DATA" })
        {
            await caller.DocumentAsync(await caller.ReportAsync(type));
        }

        object order = new
        {
            reportType = "GET_MERCHANT_LISTINGS_ALL_DATA",
            marketplaceIds = new[] { Caller.Us },
            reportOptions = new { custom = "true" },
        };
        JsonElement created = await caller.CallAsync(HttpMethod.Post, "/reports/2021-06-30/reports", order, 202);
        string path = $"/reports/2021-06-30/reports/{created.GetProperty("reportId").GetString()}";
        await caller.GetAsync(path);
        await caller.CallAsync(HttpMethod.Delete, path);
        await caller.GetAsync(
            "/reports/2021-06-30/reports?reportTypes=GET_SELLER_FEEDBACK_DATA,GET_MERCHANT_LISTINGS_ALL_DATA&pageSize=1"
        );
        await caller.GetAsync("/reports/2021-06-30/reports/0", 404);
    }

    public static async Task ReadingAsync(Caller caller)
    {
        AccountData data = caller.Account.Data;
        SellerOrder order = data.Orders.First(o => o is { ByAmazon: false, CancelledBy: not null });
        const string Sets = "includedData=PROCEEDS,CANCELLATION,FULFILLMENT,PACKAGES";
        await caller.GetAsync("/sellers/v1/marketplaceParticipations");
        await caller.GetAsync($"/orders/2026-01-01/orders?createdAfter=2026-06-01T00:00:00Z&{Sets}");
        await caller.GetAsync(
            "/orders/2026-01-01/orders?lastUpdatedAfter=2026-06-01T00:00:00Z&fulfilledBy=MERCHANT&maxResultsPerPage=5"
        );
        await caller.GetAsync($"/orders/2026-01-01/orders/{order.Id}?{Sets}");
        await caller.GetAsync("/orders/2026-01-01/orders/000-0000000-0000000", 404);
        await caller.GetAsync($"/orders/2026-01-01/orders/{order.Id}?includedData=BUYER", 403);
        await caller.GetAsync("/finances/v0/financialEvents?PostedAfter=2026-06-01T00:00:00Z&MaxResultsPerPage=1");
        await caller.GetAsync("/finances/v0/financialEvents?PostedAfter=2030-06-01T00:00:00Z", 400);
        string listings = $"/listings/2021-08-01/items/{caller.Account.SellerId}";
        const string All = "includedData=summaries,issues,offers,fulfillmentAvailability,productTypes";
        await caller.GetAsync(
            $"{listings}?marketplaceIds={Caller.Us}&{All}&pageSize=20&withIssueSeverity=ERROR,WARNING"
        );
        await caller.GetAsync($"{listings}?marketplaceIds={Caller.Us}&withStatus=BUYABLE&pageSize=1");
        await caller.GetAsync($"{listings}?marketplaceIds={Caller.Us}&withoutStatus=DISCOVERABLE&pageSize=1");
        await caller.GetAsync($"{listings}/{data.Listings[0].Sku}?marketplaceIds={Caller.Us}&{All}");
        await caller.GetAsync($"{listings}/unknown?marketplaceIds={Caller.Us}", 404);
        string feedback = $"/customerFeedback/2024-06-01/items/{data.Listings[0].Asin}/reviews";
        await caller.GetAsync($"{feedback}/topics?marketplaceId={Caller.Us}&sortBy=MENTIONS");
        await caller.GetAsync($"{feedback}/trends?marketplaceId={Caller.Us}");
        await caller.CallAsync(HttpMethod.Post, "/support/2025-02-01/cases", new { maxResults = 2 });
        await caller.GetAsync($"/support/2025-02-01/cases/{data.Cases[0].Id}");
        await caller.GetAsync($"/support/2025-02-01/cases/{data.Cases[0].Id}/contacts?maxResults=1");
    }

    public static async Task KioskAsync(Caller caller)
    {
        const string Root = "/dataKiosk/2023-11-15";
        JsonElement created = await caller.CallAsync(
            HttpMethod.Post,
            $"{Root}/queries",
            new { query = KioskQuery },
            202
        );
        string path = $"{Root}/queries/{created.GetProperty("queryId").GetString()}";
        await caller.GetAsync(path);
        await caller.GetAsync($"{Root}/queries?pageSize=1");
        await Task.Delay(TimeSpan.FromMinutes(5), caller.Time);
        JsonElement done = await caller.GetAsync(path);
        await caller.GetAsync($"{Root}/documents/{done.GetProperty("dataDocumentId").GetString()}");
        created = await caller.CallAsync(HttpMethod.Post, $"{Root}/queries", new { query = KioskQuery }, 202);
        await caller.CallAsync(
            HttpMethod.Delete,
            $"{Root}/queries/{created.GetProperty("queryId").GetString()}",
            null,
            204
        );
    }

    public static async Task NotificationsAsync(Caller caller)
    {
        const string Root = "/notifications/v1";
        const string Type = $"{Root}/subscriptions/ORDER_CHANGE";
        string? seller = caller.Token;
        await caller.SignInAsync("sellingpartnerapi::notifications");
        string? grantless = caller.Token;
        object queue = new
        {
            name = "ours",
            resourceSpecification = new { sqs = new { arn = "arn:aws:sqs:us-east-1:123456789012:ours" } },
        };
        JsonElement destination = await caller.CallAsync(HttpMethod.Post, $"{Root}/destinations", queue);
        await caller.CallAsync(HttpMethod.Post, $"{Root}/destinations", queue, 409);
        await caller.GetAsync($"{Root}/destinations");
        string id = destination.GetProperty("payload").GetProperty("destinationId").GetString()!;
        await caller.GetAsync($"{Root}/destinations/{id}");

        caller.Token = seller;
        await caller.GetAsync(Type, 404);
        object wish = new
        {
            payloadVersion = "1.0",
            destinationId = id,
            processingDirective = new
            {
                eventFilter = new
                {
                    eventFilterType = "ORDER_CHANGE",
                    orderChangeTypes = new[] { "OrderStatusChange" },
                },
            },
        };
        JsonElement subscription = await caller.CallAsync(HttpMethod.Post, Type, wish);
        await caller.CallAsync(HttpMethod.Post, Type, wish, 409);
        await caller.GetAsync(Type);
        string subscribed = subscription.GetProperty("payload").GetProperty("subscriptionId").GetString()!;
        caller.StandIn.Subscriptions.ShouldHaveSingleItem().Id.ShouldBe(subscribed);

        caller.Token = grantless;
        await caller.CallAsync(HttpMethod.Delete, $"{Root}/destinations/{id}", null, 409);
        await caller.GetAsync($"{Type}/{subscribed}");
        await caller.CallAsync(HttpMethod.Delete, $"{Type}/{subscribed}");
        await caller.CallAsync(HttpMethod.Delete, $"{Root}/destinations/{id}");
        caller.StandIn.Destinations.ShouldBeEmpty();
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Reprieve.AmazonStandIn;

/// <summary>
/// The dataset analytics_sellerAnalytics_2025_03_31, the account health part of it, by the published GraphQL schema. The
/// schema does not say whether rates are fractions or percentages, nor over which orders: here they are fractions.
/// </summary>
internal static class SellerAnalytics
{
    private const string Dataset = "analytics_sellerAnalytics_2025_03_31";
    private static readonly string[] Arguments =
    [
        "startDate",
        "endDate",
        "aggregateBy",
        "marketplaceId",
        "currencyCode",
    ];
    private static readonly string[] Granularities = ["DAY", "WEEK", "MONTH"];

    /// <summary>The lines of the answer: an object for each period that has data. A query that is not valid is refused.</summary>
    public static IReadOnlyList<JsonNode> Answer(string text, SellerAccount account, DateTimeOffset now)
    {
        GraphField view = GraphQuery.Read(text) is [{ Name: Dataset, Fields: [{ Name: "sellerAnalyticsView" } only] }]
            ? only
            : throw Refusal.Invalid($"The query must ask sellerAnalyticsView of {Dataset}.");
        if (view.Arguments.Keys.FirstOrDefault(a => !Arguments.Contains(a)) is { } other)
        {
            throw Refusal.Invalid($"The argument '{other}' is not known.");
        }

        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        DateOnly from = Day(view, "startDate");
        DateOnly to = Day(view, "endDate");
        if (from < today.AddYears(-2) || to < from)
        {
            throw Refusal.Invalid("The start must be no more than two years ago, and before the end.");
        }

        string granularity = One(view, "aggregateBy", Granularities.Contains);
        string[] stores = view.Arguments.GetValueOrDefault("marketplaceId") ?? [];
        if (stores.Length == 0 || !stores.All(account.SellsIn))
        {
            throw Refusal.Invalid("The argument 'marketplaceId' is not valid.");
        }

        // A whole answer first, so that a field that does not exist is refused even where there are no data.
        Project(Period(from, to, [new HealthDay(from, stores[0])]), view.Fields);
        return
        [
            .. account
                .Data.History.Where(d => d.Day >= from && d.Day <= to && stores.Contains(d.MarketplaceId))
                .GroupBy(d => Start(d.Day, granularity))
                .OrderBy(p => p.Key)
                .Select(p => Project(Period(p.Key, End(p.Key, granularity), [.. p]), view.Fields)),
        ];
    }

    private static JsonObject Period(DateOnly start, DateOnly end, IReadOnlyList<HealthDay> days) =>
        new()
        {
            ["startDate"] = Text(start),
            ["endDate"] = Text(end),
            ["totals"] = Metrics(HealthDay.Sum(days)),
            ["metrics"] = new JsonArray([
                .. days.GroupBy(d => d.MarketplaceId)
                    .Select(s => new JsonObject
                    {
                        ["groupByKey"] = new JsonObject { ["marketplaceId"] = s.Key },
                        ["metrics"] = Metrics(HealthDay.Sum([.. s])),
                    }),
            ]),
        };

    private static JsonObject Metrics(HealthDay d) =>
        new()
        {
            ["accountHealth"] = new JsonObject
            {
                ["accountHealthOrderCount"] = Value(d.Orders),
                ["accountHealthNegativeFeedbackOrderCount"] = Value(d.NegativeFeedback),
                ["accountHealthAtozClaimOrderCount"] = Value(d.Claims),
                ["accountHealthChargebackClaimOrderCount"] = Value(d.Chargebacks),
                ["accountHealthLateShipmentOrderCount"] = Value(d.LateShipments),
                ["accountHealthPreFulfillmentCancelOrderCount"] = Value(d.Cancellations),
                ["accountHealthValidTrackingDefectPackageCount"] = Value(d.WithoutTracking),
                ["accountHealthPackageCount"] = Value(d.Packages),
                ["accountHealthPackageUnits"] = Value(d.Units),
                ["accountHealthOnTimeDeliveryDefectPackageUnits"] = Value(d.LateUnits),
                ["accountHealthOnTimeDeliveryDefectPackageCount"] = Value(d.LatePackages),
                ["accountHealthOrderDefectRate"] = Rate(d.WithDefects, d.Orders),
                ["accountHealthNegativeFeedbackRate"] = Rate(d.NegativeFeedback, d.Orders),
                ["accountHealthAtozGuaranteeClaimRate"] = Rate(d.Claims, d.Orders),
                ["accountHealthChargebackClaimRate"] = Rate(d.Chargebacks, d.Orders),
                ["accountHealthLateShipmentRate"] = Rate(d.LateShipments, d.Orders),
                ["accountHealthPreFulfillmentCancelRate"] = Rate(d.Cancellations, d.Orders),
                ["accountHealthValidTrackingRate"] = Rate(d.Packages - d.WithoutTracking, d.Packages),
                ["accountHealthOnTimeDeliveryRate"] = Rate(d.Units - d.LateUnits, d.Units),
                ["accountHealthRatingScore"] = Value(d.Rating),
                ["accountHealthTotalOrderDefects"] = Value(d.WithDefects),
            },
        };

    private static JsonObject Value(int value) => new() { ["value"] = value };

    private static JsonObject? Rate(int count, int of) => of == 0 ? null : new() { ["value"] = (double)count / of };

    /// <summary>Only what was asked for, in the order of the query.</summary>
    private static JsonNode Project(JsonNode node, IReadOnlyList<GraphField> fields)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Select(item => Project(item!, fields))]);
        }

        JsonObject whole = node.AsObject();
        JsonObject chosen = [];
        foreach (GraphField field in fields)
        {
            if (!whole.TryGetPropertyValue(field.Name, out JsonNode? value))
            {
                throw Refusal.Invalid($"The field '{field.Name}' does not exist, or has no data here.");
            }

            if (value is JsonObject or JsonArray && field.Fields.Count == 0)
            {
                throw Refusal.Invalid($"The field '{field.Name}' needs a selection.");
            }

            chosen[field.Name] =
                field.Fields.Count == 0 || value is null ? value?.DeepClone() : Project(value, field.Fields);
        }

        return chosen;
    }

    private static DateOnly Day(GraphField view, string name) =>
        DateOnly.ParseExact(One(view, name, IsDay), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string One(GraphField view, string name, Func<string, bool> fits) =>
        view.Arguments.GetValueOrDefault(name) is [string value] && fits(value)
            ? value
            : throw Refusal.Invalid($"The argument '{name}' is missing or not valid.");

    private static DateOnly Start(DateOnly day, string granularity) =>
        granularity switch
        {
            "WEEK" => day.AddDays(-(int)day.DayOfWeek),
            "MONTH" => new DateOnly(day.Year, day.Month, 1),
            _ => day,
        };

    private static DateOnly End(DateOnly start, string granularity) =>
        granularity switch
        {
            "WEEK" => start.AddDays(6),
            "MONTH" => start.AddMonths(1).AddDays(-1),
            _ => start,
        };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reprieve.AmazonStandIn;

/// <summary>GET_V2_SELLER_PERFORMANCE_REPORT: the snapshot of the account health page.</summary>
internal static class PerformanceReport
{
    private static readonly string[] Violations =
    [
        "listingPolicyViolations",
        "productAuthenticityCustomerComplaints",
        "productConditionCustomerComplaints",
        "productSafetyCustomerComplaints",
        "receivedIntellectualPropertyComplaints",
        "restrictedProductPolicyViolations",
        "suspectedIntellectualPropertyViolations",
        "foodAndProductSafetyIssues",
        "otherPolicyViolations",
        "documentRequests",
    ];

    public static StoredDocument? Write(ReportOrder order)
    {
        PerformanceShape shape = order.Account.PerformanceShape;
        JsonObject report = new()
        {
            ["accountStatuses"] = new JsonArray([
                .. order
                    .Account.Marketplaces.Where(m => order.MarketplaceIds.Contains(m.MarketplaceId))
                    .Select(m => new JsonObject
                    {
                        ["marketplaceId"] = m.MarketplaceId,
                        ["status"] =
                            shape == PerformanceShape.Example && m.Status == "DEACTIVATED" ? "SUSPENDED" : m.Status,
                    }),
            ]),
            ["performanceMetrics"] = new JsonArray([
                .. order
                    .Data.Performance.Where(p => order.MarketplaceIds.Contains(p.MarketplaceId))
                    .Select(p => Store(p, shape)),
            ]),
        };
        string text = report.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        return new StoredDocument("application/json", new UTF8Encoding(false), false, () => [text]);
    }

    private static JsonObject Store(StorePerformance p, PerformanceShape shape)
    {
        Period period = new(p.Day, shape);
        JsonObject store = new()
        {
            ["marketplaceId"] = p.MarketplaceId,
            ["invoiceDefectRate"] = Invoices(p, period),
            ["lateShipmentRate"] = Late(p.LateShipments, period, 30),
            ["orderDefectRate"] = new JsonObject
            {
                ["mfn"] = Odr(p.Merchant, "mfn", period),
                ["afn"] = Odr(p.Amazon, shape == PerformanceShape.Example ? "mfn" : "afn", period),
            },
            ["onTimeDeliveryRate"] = period
                .Rate(p.OnTimeDelivery, 30, 10, 0.97, "GREATER_THAN")
                .Counts("shipmentCountWithValidTracking", "onTimeDeliveryCount", p.OnTimeDelivery),
            ["unitOnTimeDeliveryRate"] = period
                .Rate(p.UnitsOnTime, 14, 7, 0.9, "GREATER_THAN")
                .Counts("totalUnitCount", "unitOnTimeDeliveryCount", p.UnitsOnTime),
            ["validTrackingRate"] = period
                .Rate(p.ValidTracking, 30, 10, 0.95, "GREATER_THAN")
                .Counts("shipmentCount", "validTrackingCount", p.ValidTracking),
            ["preFulfillmentCancellationRate"] = period
                .Rate(p.Cancellations, 7, 1, 0.025, "LESS_THAN")
                .Counts("orderCount", "cancellationCount", p.Cancellations),
            ["warningStates"] = new JsonArray([
                .. p.Warnings.Select(w => new JsonObject { ["warningType"] = w, ["status"] = "BAD" }),
            ]),
            ["accountHealthRating"] = new JsonObject
            {
                ["ahrStatus"] = p.Rating >= 200 ? "GREAT" : "WARNED",
                ["reportingDateRange"] = period.Range(181, 0),
            },
        };
        foreach (string name in Violations)
        {
            int count = p.Violations.GetValueOrDefault(name);
            store[name] = new JsonObject
            {
                ["reportingDateRange"] = period.Range(180, 0),
                ["defectsCount"] = count,
                ["status"] = count == 0 ? "GOOD" : "BAD",
                ["targetValue"] = 0,
                ["targetCondition"] = "EQUALS",
            };
        }

        return Shaped(store, p, period, shape);
    }

    private static JsonObject Shaped(JsonObject store, StorePerformance p, Period period, PerformanceShape shape)
    {
        switch (shape)
        {
            case PerformanceShape.Example:
                store.Rename("preFulfillmentCancellationRate", "prefulfillmentCancelRate");
                store.Rename("documentRequests", "documentRequest");
                store.Rename("warningStates", "warningState");
                store.Remove("restrictedProductPolicyViolations");
                store.Remove("suspectedIntellectualPropertyViolations");
                break;
            case PerformanceShape.Live:
                store["accountHealthRating"]!["ahrScore"] = p.Rating;
                store["lateShipmentRateList"] = new JsonArray(
                    Late(p.LateShipments10Days, period, 10),
                    Late(p.LateShipments, period, 30)
                );
                store["customerProductReviewsPolicyViolations"] = store["otherPolicyViolations"]!.DeepClone();
                store["policyViolationWarnings"] = new JsonObject
                {
                    ["warningsCount"] = p.Warnings.Count,
                    ["reportingDateRange"] = period.Range(180, 0),
                };
                break;
        }

        return store;
    }

    private static JsonObject Late(Share late, Period period, int days) =>
        period.Rate(late, days, 0, 0.04, "LESS_THAN").Counts("orderCount", "lateShipmentCount", late);

    private static JsonObject Odr(Defects defects, string type, Period period)
    {
        JsonObject odr = period.Rate(new Share(defects.WithDefects, defects.Orders), 60, 14, 0.01, "LESS_THAN");
        odr["orderCount"] = defects.Orders;
        odr["orderWithDefects"] = Count(defects.WithDefects, odr["status"]!.GetValue<string>());
        odr["claims"] = Count(defects.Claims);
        odr["chargebacks"] = Count(defects.Chargebacks);
        odr["negativeFeedback"] = Count(defects.NegativeFeedback);
        odr["fulfillmentType"] = type;
        return odr;
    }

    private static JsonObject Invoices(StorePerformance p, Period period)
    {
        JsonObject rate = period.Rate(p.Invoices, 7, 23, 0.05, "LESS_THAN");
        rate["orderCount"] = p.Invoices.Of;
        rate["invoiceDefect"] = Count(p.Invoices.Count, rate["status"]!.GetValue<string>());
        rate["missingInvoice"] = Count(p.Invoices.Count);
        rate["lateInvoice"] = Count(0);
        return rate;
    }

    private static JsonObject Count(int count, string status = "NONE") =>
        new() { ["count"] = count, ["status"] = status };

    private static JsonObject Counts(this JsonObject rate, string of, string count, Share share)
    {
        rate[of] = share.Of;
        rate[count] = share.Count;
        return rate;
    }

    private static void Rename(this JsonObject store, string from, string to)
    {
        JsonNode? node = store[from];
        store.Remove(from);
        store[to] = node;
    }

    /// <summary>Windows that end a given number of days before the snapshot, as the shape writes times.</summary>
    private sealed record Period(DateOnly Day, PerformanceShape Shape)
    {
        public JsonObject Range(int days, int lag)
        {
            DateOnly last = Day.AddDays(-lag);
            bool seconds = Shape == PerformanceShape.Live;
            return new JsonObject
            {
                ["reportingDateFrom"] = Text(last.AddDays(1 - days)) + (seconds ? "T00:00:00Z" : "T00:00Z"),
                ["reportingDateTo"] = Text(last) + (seconds ? "T23:59:59Z" : "T23:59Z"),
            };
        }

        public JsonObject Rate(Share share, int days, int lag, double target, string condition)
        {
            bool good = share.Of == 0 || (condition == "LESS_THAN" ? share.Rate < target : share.Rate > target);
            return new JsonObject
            {
                ["reportingDateRange"] = Range(days, lag),
                ["status"] = good ? "GOOD" : "BAD",
                ["rate"] = share.Rate,
                ["targetValue"] = target,
                ["targetCondition"] = condition,
            };
        }

        private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}

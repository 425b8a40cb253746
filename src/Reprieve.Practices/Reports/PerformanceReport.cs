using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Reads GET_V2_SELLER_PERFORMANCE_REPORT. Its schema, Amazon's example and what is seen live differ in names and in
/// what is there, so every name is looked for in all its forms, whatever its case, and nothing is required.
/// </summary>
internal static class PerformanceReport
{
    public const string Code = "performance_report";

    private const int MaxChars = 4 * 1024 * 1024;
    private const int MostEntries = 100;
    private const string Root = "performanceMetrics";
    private const string AccountStatuses = "accountStatuses";
    private const int ShipmentDays = 30;
    private static readonly (string, Fulfilment) OnTime = ("on_time_delivery_rate", Fulfilment.Merchant);

    /// <summary>Names of what a figure is a share of.</summary>
    private static readonly string[] Wholes =
    [
        "orderCount",
        "shipmentCount",
        "shipmentCountWithValidTracking",
        "totalUnitCount",
    ];

    /// <summary>Names of what of it is counted.</summary>
    private static readonly string[] Shares =
    [
        "lateShipmentCount",
        "cancellationCount",
        "validTrackingCount",
        "onTimeDeliveryCount",
        "unitOnTimeDeliveryCount",
    ];

    /// <summary>Names of the same where it is an object with a count.</summary>
    private static readonly string[] Defects = ["orderWithDefects", "invoiceDefect"];

    /// <summary>Where each metric stands in a store's block, by all its names.</summary>
    private static readonly Place[] Places =
    [
        new("order_defect_rate", Fulfilment.Merchant, ["orderDefectRate"], "mfn"),
        new("order_defect_rate", Fulfilment.Amazon, ["orderDefectRate"], "afn"),
        new("late_shipment_rate_30d", Fulfilment.Merchant, ["lateShipmentRate"]),
        new("cancellation_rate", Fulfilment.Merchant, ["preFulfillmentCancellationRate", "preFulfillmentCancelRate"]),
        new("valid_tracking_rate", Fulfilment.Merchant, ["validTrackingRate"]),
        new("on_time_delivery_rate", Fulfilment.Merchant, ["unitOnTimeDeliveryRate"]),
        new("invoice_defect_rate", Fulfilment.Merchant, ["invoiceDefectRate"]),
    ];

    /// <summary>Whether a text begins as such a report does.</summary>
    public static bool Is(ReadOnlySpan<char> start) =>
        start.TrimStart('\uFEFF').TrimStart().StartsWith("{")
        && (
            start.Contains($"\"{Root}\"", StringComparison.OrdinalIgnoreCase)
            || start.Contains($"\"{AccountStatuses}\"", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Every store of the report.</summary>
    /// <exception cref="ReportException">It is no JSON, too large, or holds no figures.</exception>
    public static PerformanceContent Read(TextReader text)
    {
        char[] buffer = new char[MaxChars];
        int length = text.ReadBlock(buffer);
        if (length == buffer.Length)
        {
            throw new ReportException(Say.Texts.Get("JsonTooLarge", MaxChars / (1024 * 1024)));
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(
                buffer.AsMemory(0, length),
                new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true }
            );
            JsonElement? blocks = json.RootElement.Field(Root);
            return blocks is { ValueKind: JsonValueKind.Array }
                ? new PerformanceContent(
                    [.. blocks.Objects().Where(block => block.Word("marketplaceId") is not null).Select(Block)],
                    Statuses(json.RootElement)
                )
                : throw new ReportException(Say.Texts.Get("JsonNoFigures"));
        }
        catch (JsonException fault)
        {
            throw new ReportException(Say.Texts.Get("JsonBroken", (fault.LineNumber ?? 0) + 1));
        }
    }

    private static Dictionary<string, string> Statuses(JsonElement root)
    {
        Dictionary<string, string> statuses = [];
        foreach (JsonElement account in root.Field(AccountStatuses).Objects())
        {
            if (account.Word("marketplaceId") is { } id && account.Word("status") is { } status)
            {
                statuses.TryAdd(id, status);
            }
        }

        return statuses;
    }

    private static PerformanceFigures Block(JsonElement block)
    {
        var figures = new Dictionary<(string, Fulfilment), PerformanceFigure>();
        foreach (Place place in Places)
        {
            JsonElement? found = block.Field(place.Names);
            if (place.Within is not null)
            {
                found = found?.Field(place.Within);
            }

            if (found is { ValueKind: JsonValueKind.Object } figure)
            {
                figures[(place.Metric, place.Program)] = Figure(figure);
            }
        }

        AddLateShipmentList(block, figures);
        if (
            !figures.ContainsKey(OnTime) && block.Field("onTimeDeliveryRate") is { ValueKind: JsonValueKind.Object } old
        )
        {
            // The older figure counts shipments over 30 days; that is said with it.
            PerformanceFigure figure = Figure(old);
            figures[OnTime] = figure with { Days = figure.Days ?? ShipmentDays, Older = true };
        }

        JsonElement? rating = block.Field("accountHealthRating");
        return new PerformanceFigures(block.Word("marketplaceId")!, Until(block), figures)
        {
            Counters = Counters(block),
            RatingScore = rating?.Count("ahrScore"),
            RatingStatus = rating?.Word("ahrStatus", "accountHealthRatingStatus"),
            Warnings =
            [
                .. block
                    .Field("warningStates", "warningState")
                    .Objects()
                    .Take(MostEntries)
                    .Where(warning => warning.Word("warningType") is not null)
                    .Select(warning => (warning.Word("warningType")!, warning.Word("status"))),
            ],
        };
    }

    private static DateTimeOffset? Until(JsonElement block) =>
        block
            .EnumerateObject()
            .Select(property => property.Value.Period()?.To ?? property.Value.Field("mfn")?.Period()?.To)
            .Max();

    /// <summary>All that counts defects or warnings, also under names that are new.</summary>
    private static Dictionary<string, int> Counters(JsonElement block)
    {
        Dictionary<string, int> counters = [];
        foreach (JsonProperty property in block.EnumerateObject())
        {
            if (
                counters.Count < MostEntries
                && property.Name.Length <= PerformanceFields.LongestWord
                && property.Value.Count("defectsCount", "warningsCount") is { } count
            )
            {
                counters.TryAdd(property.Name, count);
            }
        }

        return counters;
    }

    /// <summary>The list holds the 10-day and the 30-day figure, told apart by their periods.</summary>
    private static void AddLateShipmentList(
        JsonElement block,
        Dictionary<(string, Fulfilment), PerformanceFigure> figures
    )
    {
        foreach (JsonElement item in block.Field("lateShipmentRateList").Objects())
        {
            PerformanceFigure figure = Figure(item);
            string? metric = figure.Days switch
            {
                >= 9 and <= 11 => "late_shipment_rate_10d",
                >= 29 and <= 31 => "late_shipment_rate_30d",
                _ => null,
            };
            if (metric is not null)
            {
                figures.TryAdd((metric, Fulfilment.Merchant), figure);
            }
        }
    }

    private static PerformanceFigure Figure(JsonElement figure)
    {
        var read = new PerformanceFigure(
            figure.Number("rate"),
            figure.Word("status"),
            null,
            Counted: figure.Count(Wholes)
        )
        {
            Share = figure.Count(Shares) ?? figure.Field(Defects)?.Count("count"),
        };
        if (figure.Period() is not { } period)
        {
            return read;
        }

        var from = DateOnly.FromDateTime(period.From.UtcDateTime);
        var to = DateOnly.FromDateTime(period.To.UtcDateTime);
        return from <= to ? read with { Days = to.DayNumber - from.DayNumber + 1, From = from, To = to } : read;
    }

    /// <param name="Within">The part of the object that is meant; null where it is the whole.</param>
    private sealed record Place(string Metric, Fulfilment Program, string[] Names, string? Within = null);
}

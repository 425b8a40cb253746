using System.Globalization;
using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Reports;

/// <summary>Amazon's own figures for one store, by metric and programme.</summary>
/// <param name="Until">End of the newest period the figures speak of; null when no period is given.</param>
internal sealed record PerformanceFigures(
    string MarketplaceId,
    DateTimeOffset? Until,
    IReadOnlyDictionary<(string Code, Fulfilment Program), PerformanceFigure> Figures
);

/// <summary>A figure of Amazon's: rate as a fraction, status word, and its period where given.</summary>
/// <param name="Days">Length of the period; known for some figures that do not give its dates.</param>
/// <param name="Counted">What it counts: orders, shipments or units; null where it is not given.</param>
internal sealed record PerformanceFigure(
    double? Rate,
    string? Status,
    int? Days,
    DateOnly? From = null,
    DateOnly? To = null,
    int? Counted = null
);

/// <summary>
/// Reads GET_V2_SELLER_PERFORMANCE_REPORT. Its schema, Amazon's example and what is seen live differ in names and in
/// what is there, so every name is looked for in all its forms, whatever its case, and nothing is required.
/// </summary>
internal static class PerformanceReport
{
    public const string Code = "performance_report";

    private const int MaxChars = 4 * 1024 * 1024;
    private const string Root = "performanceMetrics";
    private const string Statuses = "accountStatuses";
    private const int ShipmentDays = 30;

    /// <summary>Names of what a figure is a share of.</summary>
    private static readonly string[] Counts =
    [
        "orderCount",
        "shipmentCount",
        "shipmentCountWithValidTracking",
        "totalUnitCount",
    ];

    /// <summary>Where each metric stands in a store's block: metric, programme, path with alternative names.</summary>
    private static readonly (string Metric, Fulfilment Program, string[][] Path)[] Places =
    [
        (
            "order_defect_rate",
            Fulfilment.Merchant,
            [
                ["orderDefectRate"],
                ["mfn"],
            ]
        ),
        (
            "order_defect_rate",
            Fulfilment.Amazon,
            [
                ["orderDefectRate"],
                ["afn"],
            ]
        ),
        (
            "late_shipment_rate_30d",
            Fulfilment.Merchant,
            [
                ["lateShipmentRate"],
            ]
        ),
        (
            "cancellation_rate",
            Fulfilment.Merchant,
            [
                ["preFulfillmentCancellationRate", "preFulfillmentCancelRate"],
            ]
        ),
        (
            "valid_tracking_rate",
            Fulfilment.Merchant,
            [
                ["validTrackingRate"],
            ]
        ),
        (
            "on_time_delivery_rate",
            Fulfilment.Merchant,
            [
                ["unitOnTimeDeliveryRate"],
            ]
        ),
    ];

    /// <summary>Whether a text begins as such a report does.</summary>
    public static bool Is(ReadOnlySpan<char> start) =>
        start.TrimStart('\uFEFF').TrimStart().StartsWith("{")
        && (
            start.Contains($"\"{Root}\"", StringComparison.OrdinalIgnoreCase)
            || start.Contains($"\"{Statuses}\"", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The figures of every store in the report.</summary>
    /// <exception cref="ReportException">It is no JSON, too large, or holds no figures.</exception>
    public static IReadOnlyList<PerformanceFigures> Read(TextReader text)
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
            if (
                Find(
                    json.RootElement,
                    [
                        [Root],
                    ]
                )
                is not { ValueKind: JsonValueKind.Array } blocks
            )
            {
                throw new ReportException(Say.Texts.Get("JsonNoFigures"));
            }

            return [.. blocks.EnumerateArray().Where(block => Text(block, "marketplaceId") is not null).Select(Block)];
        }
        catch (JsonException fault)
        {
            throw new ReportException(Say.Texts.Get("JsonBroken", (fault.LineNumber ?? 0) + 1));
        }
    }

    private static PerformanceFigures Block(JsonElement block)
    {
        var figures = new Dictionary<(string, Fulfilment), PerformanceFigure>();
        foreach ((string metric, Fulfilment program, string[][] path) in Places)
        {
            if (Find(block, path) is { ValueKind: JsonValueKind.Object } figure)
            {
                figures[(metric, program)] = Figure(figure);
            }
        }

        AddLateShipmentList(block, figures);
        if (
            !figures.ContainsKey(("on_time_delivery_rate", Fulfilment.Merchant))
            && Find(
                block,
                [
                    ["onTimeDeliveryRate"],
                ]
            )
                is { ValueKind: JsonValueKind.Object } shipments
        )
        {
            // The older figure counts shipments over 30 days; that is said with it.
            PerformanceFigure figure = Figure(shipments);
            figures[("on_time_delivery_rate", Fulfilment.Merchant)] = figure with
            {
                Days = figure.Days ?? ShipmentDays,
            };
        }

        DateTimeOffset? until = block
            .EnumerateObject()
            .Select(property =>
                Range(property.Value)?.To
                ?? Range(
                    Find(
                        property.Value,
                        [
                            ["mfn"],
                        ]
                    )
                )?.To
            )
            .Max();
        return new PerformanceFigures(Text(block, "marketplaceId")!, until, figures);
    }

    /// <summary>The list holds the 10-day and the 30-day figure, told apart by their periods.</summary>
    private static void AddLateShipmentList(
        JsonElement block,
        Dictionary<(string, Fulfilment), PerformanceFigure> figures
    )
    {
        if (
            Find(
                block,
                [
                    ["lateShipmentRateList"],
                ]
            )
            is not { ValueKind: JsonValueKind.Array } list
        )
        {
            return;
        }

        foreach (JsonElement item in list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object))
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
        double? rate =
            Find(
                figure,
                [
                    ["rate"],
                ]
            )
                is { ValueKind: JsonValueKind.Number } number
            && number.TryGetDouble(out double value)
                ? value
                : null;
        string? status = Text(figure, "status");
        int? counted = Counts
            .Select(name =>
                Find(
                    figure,
                    [
                        [name],
                    ]
                )
                    is { ValueKind: JsonValueKind.Number } count
                && count.TryGetInt32(out int whole)
                    ? whole
                    : (int?)null
            )
            .FirstOrDefault(count => count > 0);
        if (Range(figure) is { } range)
        {
            var from = DateOnly.FromDateTime(range.From.UtcDateTime);
            var to = DateOnly.FromDateTime(range.To.UtcDateTime);
            if (from <= to)
            {
                return new PerformanceFigure(rate, status, to.DayNumber - from.DayNumber + 1, from, to, counted);
            }
        }

        return new PerformanceFigure(rate, status, null, Counted: counted);
    }

    private static (DateTimeOffset From, DateTimeOffset To)? Range(JsonElement? figure) =>
        figure is { } found
        && Find(
            found,
            [
                ["reportingDateRange"],
            ]
        )
            is { } range
        && Date(Text(range, "reportingDateFrom")) is { } from
        && Date(Text(range, "reportingDateTo")) is { } to
            ? (from, to)
            : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset date
        )
            ? date
            : null;

    private static string? Text(JsonElement element, string name) =>
        Find(
            element,
            [
                [name],
            ]
        )
            is { ValueKind: JsonValueKind.String } text
            ? text.GetString()
            : null;

    private static JsonElement? Find(JsonElement element, IEnumerable<string[]> path)
    {
        foreach (string[] names in path)
        {
            if (element.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            JsonElement? found = null;
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (names.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
                {
                    found = property.Value;
                    break;
                }
            }

            if (found is null)
            {
                return null;
            }

            element = found.Value;
        }

        return element;
    }
}

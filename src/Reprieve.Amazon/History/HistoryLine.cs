using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Amazon.History;

/// <summary>A line of the answer to <see cref="HistoryQuery"/>, with the names of Amazon's schema.</summary>
internal sealed record HistoryLine(string? StartDate, string? EndDate, HistoryTotals? Totals)
{
    /// <summary>What a line tells; null where it is no line of a history.</summary>
    public static HealthDay? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, HistoryJson.Default.HistoryLine)?.Day();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private HealthDay? Day() =>
        Totals?.AccountHealth is { } told && Date(StartDate) is { } first
            ? new HealthDay(first, Date(EndDate) ?? first)
            {
                Orders = Count(told.AccountHealthOrderCount),
                OrdersWithDefects = Count(told.AccountHealthTotalOrderDefects),
                NegativeFeedback = Count(told.AccountHealthNegativeFeedbackOrderCount),
                Claims = Count(told.AccountHealthAtozClaimOrderCount),
                Chargebacks = Count(told.AccountHealthChargebackClaimOrderCount),
                LateShipments = Count(told.AccountHealthLateShipmentOrderCount),
                Cancellations = Count(told.AccountHealthPreFulfillmentCancelOrderCount),
                Packages = Count(told.AccountHealthPackageCount),
                Units = Count(told.AccountHealthPackageUnits),
                PackagesWithoutTracking = Count(told.AccountHealthValidTrackingDefectPackageCount),
                LatePackages = Count(told.AccountHealthOnTimeDeliveryDefectPackageCount),
                LateUnits = Count(told.AccountHealthOnTimeDeliveryDefectPackageUnits),
                OrderDefectRate = told.AccountHealthOrderDefectRate?.Value,
                NegativeFeedbackRate = told.AccountHealthNegativeFeedbackRate?.Value,
                ClaimRate = told.AccountHealthAtozGuaranteeClaimRate?.Value,
                ChargebackRate = told.AccountHealthChargebackClaimRate?.Value,
                LateShipmentRate = told.AccountHealthLateShipmentRate?.Value,
                CancellationRate = told.AccountHealthPreFulfillmentCancelRate?.Value,
                ValidTrackingRate = told.AccountHealthValidTrackingRate?.Value,
                OnTimeDeliveryRate = told.AccountHealthOnTimeDeliveryRate?.Value,
                Rating = Count(told.AccountHealthRatingScore),
            }
            : null;

    private static int? Count(HistoryFigure? figure) =>
        figure?.Value is { } value && value >= 0 && value <= int.MaxValue ? (int)value : null;

    /// <summary>A date, or the date of a time.</summary>
    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(
            text?.Split('T')[0],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
            ? day
            : null;
}

internal sealed record HistoryTotals(HistoryHealth? AccountHealth);

internal sealed record HistoryHealth
{
    public HistoryFigure? AccountHealthOrderCount { get; init; }

    public HistoryFigure? AccountHealthTotalOrderDefects { get; init; }

    public HistoryFigure? AccountHealthNegativeFeedbackOrderCount { get; init; }

    public HistoryFigure? AccountHealthAtozClaimOrderCount { get; init; }

    public HistoryFigure? AccountHealthChargebackClaimOrderCount { get; init; }

    public HistoryFigure? AccountHealthLateShipmentOrderCount { get; init; }

    public HistoryFigure? AccountHealthPreFulfillmentCancelOrderCount { get; init; }

    public HistoryFigure? AccountHealthPackageCount { get; init; }

    public HistoryFigure? AccountHealthPackageUnits { get; init; }

    public HistoryFigure? AccountHealthValidTrackingDefectPackageCount { get; init; }

    public HistoryFigure? AccountHealthOnTimeDeliveryDefectPackageCount { get; init; }

    public HistoryFigure? AccountHealthOnTimeDeliveryDefectPackageUnits { get; init; }

    public HistoryFigure? AccountHealthOrderDefectRate { get; init; }

    public HistoryFigure? AccountHealthNegativeFeedbackRate { get; init; }

    public HistoryFigure? AccountHealthAtozGuaranteeClaimRate { get; init; }

    public HistoryFigure? AccountHealthChargebackClaimRate { get; init; }

    public HistoryFigure? AccountHealthLateShipmentRate { get; init; }

    public HistoryFigure? AccountHealthPreFulfillmentCancelRate { get; init; }

    public HistoryFigure? AccountHealthValidTrackingRate { get; init; }

    public HistoryFigure? AccountHealthOnTimeDeliveryRate { get; init; }

    public HistoryFigure? AccountHealthRatingScore { get; init; }
}

internal sealed record HistoryFigure(decimal? Value);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, MaxDepth = 16)]
[JsonSerializable(typeof(HistoryLine))]
internal sealed partial class HistoryJson : JsonSerializerContext;

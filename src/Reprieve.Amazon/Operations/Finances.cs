using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Operations;

/// <summary>The Finances API, version 0: the only one that tells of A-to-z claims and chargebacks, by the money that moved.</summary>
internal static class Finances
{
    /// <summary>A page of what was posted in a span of time (the end not included, and two minutes in the past).</summary>
    public static Task<FinancialPage> EventsAsync(
        AmazonAccount account,
        (DateTimeOffset From, DateTimeOffset Until) span,
        string? token,
        CancellationToken cancel
    )
    {
        List<(string, string)> query =
        [
            ("PostedAfter", Iso.Of(span.From)),
            ("PostedBefore", Iso.Of(span.Until)),
            ("MaxResultsPerPage", "100"),
        ];
        if (token is not null)
        {
            query.Add(("NextToken", token));
        }

        return account.SendAsync(
            new AmazonCall("listFinancialEvents", HttpMethod.Get, "/finances/v0/financialEvents") { Query = query },
            AmazonJson.Default.FinancialPage,
            cancel
        );
    }
}

internal sealed record FinancialPage(FinancialPayload? Payload);

internal sealed record FinancialPayload(string? NextToken, FinancialEvents? FinancialEvents);

internal sealed record FinancialEvents(
    IReadOnlyList<MoneyEvent>? GuaranteeClaimEventList,
    IReadOnlyList<MoneyEvent>? ChargebackEventList
);

/// <summary>Money that moved because of an order.</summary>
internal sealed record MoneyEvent(
    string? AmazonOrderId,
    DateTimeOffset? PostedDate,
    IReadOnlyList<MoneyLine>? ShipmentItemAdjustmentList
)
{
    /// <summary>What the seller got (positive) or lost (negative) by it, in the currency of the store.</summary>
    public decimal Amount =>
        (ShipmentItemAdjustmentList ?? [])
            .SelectMany(line => line.ItemChargeAdjustmentList ?? [])
            .Sum(charge => charge.ChargeAmount?.CurrencyAmount ?? 0);
}

internal sealed record MoneyLine(IReadOnlyList<MoneyCharge>? ItemChargeAdjustmentList);

internal sealed record MoneyCharge(string? ChargeType, MoneyAmount? ChargeAmount);

internal sealed record MoneyAmount(string? CurrencyCode, decimal? CurrencyAmount);

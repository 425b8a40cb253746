using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Mapping;

/// <summary>A kind of table that another table can be mapped to.</summary>
/// <param name="Code">Its name for the seller.</param>
/// <param name="Needed">Columns that must be there, or be set for all rows; one of several parted by a bar.</param>
internal sealed record MappableKind(string Code, ReportKind Kind, IReadOnlyList<string> Needed);

/// <summary>What a table can be mapped to.</summary>
public static class MappableKinds
{
    private static readonly MappableKind[] All =
    [
        new("shipments", ShipmentsTable.Kind, ["order-id", "ship-by|ship-confirmed|first-scan|deliver-by|delivered"]),
        new("claims", ClaimsTable.Kind, ["order-id", "type", "status"]),
        new("cancellations", CancellationsTable.Kind, ["order-id", "requested-by"]),
        new(
            "all_orders",
            AllOrdersReport.Kind,
            ["amazon-order-id", "purchase-date", "order-status", "fulfillment-channel"]
        ),
        new("seller_feedback", SellerFeedbackReport.Kind, ["order-id", "rating"]),
        new("fbm_returns", FbmReturnsReport.Kind, ["order-id", "return-request-date"]),
        new("fba_returns", FbaReturnsReport.Kind, ["order-id", "return-date"]),
        new("reviews", ProductReviews.Kind, ["asin|sku", "review-text"]),
    ];

    /// <summary>Their codes, for <c>--as</c>.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(kind => kind.Code)];

    /// <summary>The columns that a kind can take; empty for an unknown code.</summary>
    public static IReadOnlyList<string> ColumnsOf(string code) => Of(code) is { } kind ? ShownColumns(kind) : [];

    /// <summary>The columns that a mapping still lacks, one of several parted by a bar.</summary>
    public static IReadOnlyList<string> Missing(TableMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        return
        [
            .. Of(mapping.As)!
                .Needed.Where(needed =>
                    !needed
                        .Split('|')
                        .Any(column => mapping.Columns.ContainsKey(column) || mapping.Set.ContainsKey(column))
                ),
        ];
    }

    internal static MappableKind? Of(string code) => Array.Find(All, kind => kind.Code == code);

    /// <summary>Nobody is asked for the columns of the all-orders report that only tell rows apart.</summary>
    private static List<string> ShownColumns(MappableKind kind) =>
        [.. kind.Kind.Columns.Take(kind.Kind == AllOrdersReport.Kind ? AllOrdersReport.Kept : int.MaxValue)];
}

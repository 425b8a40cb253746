using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Reports;

/// <summary>What is kept of a line of an all-orders report; nothing of the buyer is.</summary>
/// <param name="File">Index of the file in <see cref="Imports.Files"/>.</param>
/// <param name="Identity">Hash over the columns that all variants of the report share: equal means the same row.</param>
/// <param name="Channel">The sales-channel by number; -1 where the file has no such column.</param>
/// <param name="Fulfilment">Null where the channel is neither the seller's nor Amazon's.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderRow(
    OrderKey Order,
    Stamp Purchased,
    Stamp Updated,
    long Identity,
    int File,
    int Channel,
    int Sku,
    int Asin,
    int Service,
    int ShipTo,
    int Quantity,
    Fulfilment? Fulfilment,
    bool Pending,
    bool Cancelled,
    bool LineCancelled
);

/// <summary>A row of the feedback report.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FeedbackRow(OrderKey Order, Stamp Date, int Stars, int File);

/// <summary>A row of the shipments table: a package.</summary>
/// <param name="Units">Null where the quantity is empty.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PackageRow(
    OrderKey Order,
    Stamp ShipBy,
    Stamp Confirmed,
    Stamp FirstScan,
    Stamp DeliverBy,
    Stamp Delivered,
    int Carrier,
    int Tracking,
    int? Units,
    int File
);

/// <summary>What a claim is.</summary>
internal enum ClaimType
{
    AToZ,
    Chargeback,
    ChargebackFraud,
}

/// <summary>A row of the claims table.</summary>
/// <param name="Counts">Whether a claim of its status counts as a defect.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClaimRow(OrderKey Order, ClaimType Type, Stamp Opened, bool Counts, int File);

/// <summary>Who asked for a cancellation.</summary>
internal enum Requester
{
    Buyer,
    Seller,
    AmazonAuto,
}

/// <summary>A row of the cancellations table.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CancellationRow(OrderKey Order, Requester By);

/// <summary>A row of a returns report.</summary>
/// <param name="Claim">Whether it says that the order has an A-to-z claim.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReturnRow(OrderKey Order, Stamp Requested, bool Claim, int File);

/// <summary>A row of a listings report; only the columns that policies look at are kept.</summary>
/// <param name="Condition">Null where the report does not tell it.</param>
internal sealed record ListingRow(
    string Sku,
    string? Asin,
    bool Live,
    ReadOnlyMemory<char> Name,
    ReadOnlyMemory<char> Description,
    ReadOnlyMemory<char> Note,
    OfferCondition? Condition = null
)
{
    /// <summary>Whether it is a book: its ASIN is its ISBN, which begins with a digit.</summary>
    public bool IsBook => Asin is not null && char.IsAsciiDigit(Asin[0]);
}

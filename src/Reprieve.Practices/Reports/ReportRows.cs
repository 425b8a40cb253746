using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Reports;

/// <summary>What is kept of a line of an all-orders report; nothing of the buyer is.</summary>
/// <param name="File">Index of the file in <see cref="Imports.Files"/>.</param>
/// <param name="Identity">Hash over what is not kept of the columns that all variants of the report share.</param>
/// <param name="Channel">The sales-channel by number; -1 where the file has no such column.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct OrderRow(
    OrderKey Order,
    Stamp Purchased,
    Stamp Updated,
    int Identity,
    int File,
    int Channel,
    int Sku,
    int Asin,
    int Service,
    int ShipTo,
    int Quantity,
    OrderMarks Marks
)
{
    /// <summary>Whether it has one of some marks.</summary>
    public bool Has(OrderMarks some) => (Marks & some) != OrderMarks.None;

    /// <summary>Whether another row says the same, whatever file it is of.</summary>
    public bool IsSameAs(in OrderRow other) =>
        Identity == other.Identity
        && (Channel, Sku, Asin, Service, ShipTo, Quantity)
            == (other.Channel, other.Sku, other.Asin, other.Service, other.ShipTo, other.Quantity);
}

/// <summary>What a line of an all-orders report says in few words.</summary>
[Flags]
internal enum OrderMarks : byte
{
    None = 0,

    /// <summary>Of the seller's channel. It may be neither the seller's nor Amazon's.</summary>
    Merchant = 1,

    /// <summary>Of Amazon's channel.</summary>
    Amazon = 2,

    Channel = Merchant | Amazon,

    /// <summary>The order is exactly Pending.</summary>
    Pending = 4,

    /// <summary>The order is cancelled.</summary>
    Cancelled = 8,

    /// <summary>The line is.</summary>
    LineCancelled = 16,

    /// <summary>Something of the order is still to be shipped.</summary>
    Unshipped = 32,
}

/// <summary>A row of the feedback report.</summary>
/// <param name="Comment">What the buyer wrote; null where the stars are no complaint.</param>
internal sealed record FeedbackRow(OrderKey Order, Stamp Date, int Stars, int File, string? Comment);

/// <summary>A row of the shipments table: a package.</summary>
/// <param name="Tracking">A hash of the tracking id, which only tells packages apart; 0 where it is empty.</param>
/// <param name="TellsTracking">Whether the file has columns for carrier and tracking id; without them it tells nothing of either.</param>
/// <param name="Line">The SKU by number, which tells rows of one package without tracking id apart; 0 without.</param>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct PackageRow(
    OrderKey Order,
    Stamp ShipBy,
    Stamp Confirmed,
    Stamp FirstScan,
    Stamp DeliverBy,
    Stamp Delivered,
    int Carrier,
    ulong Tracking,
    int? Units,
    int File,
    bool TellsTracking,
    int Line = 0
)
{
    private const int None = -1;

    private readonly int _units = Units ?? None;

    /// <summary>Null where the quantity is empty.</summary>
    public int? Units
    {
        get => _units == None ? null : _units;
        init => _units = value ?? None;
    }
}

/// <summary>A product review, or what buyers say of a product in sum; nothing of who wrote it.</summary>
/// <param name="Asin">By number, as the SKU; 0 where the file has none.</param>
/// <param name="Stars">Null where the file has none.</param>
internal sealed record ReviewRow(int Asin, int Sku, Stamp Date, int? Stars, string Title, string Text, int File);

/// <summary>What a claim is.</summary>
internal enum ClaimType
{
    AToZ,
    Chargeback,
    ChargebackFraud,
}

/// <summary>A row of the claims table.</summary>
/// <param name="Counts">Whether a claim of its status counts as a defect.</param>
/// <param name="Status">As the contract writes it; empty for a chargeback without one.</param>
/// <param name="Decided">When Amazon decided; unknown where the table does not say.</param>
internal sealed record ClaimRow(
    OrderKey Order,
    ClaimType Type,
    Stamp Opened,
    bool Counts,
    int File,
    string Status,
    Stamp Decided
);

/// <summary>Who asked for a cancellation.</summary>
internal enum Requester
{
    Buyer,
    Seller,
    AmazonAuto,
}

/// <summary>A row of the cancellations table.</summary>
internal sealed record CancellationRow(OrderKey Order, Requester By);

/// <summary>A row of a returns report.</summary>
/// <param name="Claim">Whether it says that the order has an A-to-z claim.</param>
/// <param name="Asin">By number, as the reason is.</param>
/// <param name="Comment">What the buyer wrote; null where the report has no such column.</param>
internal sealed record ReturnRow(
    OrderKey Order,
    Stamp Requested,
    bool Claim,
    int File,
    int Asin,
    int Reason,
    string? Comment
);

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

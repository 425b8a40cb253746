namespace Reprieve.Practice.Generating;

/// <summary>How an order went on; instants are seconds since 1970 in UTC, null where it has not come to that.</summary>
/// <param name="Digits">The order id's digits.</param>
/// <param name="Updated">When the report's newest row of it was written.</param>
/// <param name="Service">Index of its service level.</param>
/// <param name="Cancelled">All lines are cancelled.</param>
/// <param name="LastLineCancelled">Of two lines the second is cancelled.</param>
internal sealed record Sale(
    long Digits,
    long Purchased,
    long Updated,
    bool ByAmazon,
    string Channel,
    int Service,
    int Place,
    bool Pending,
    bool Cancelled,
    bool LastLineCancelled,
    bool Late,
    long ShipBy,
    long? Confirmed,
    Line First,
    Line? Second
);

/// <summary>A line of an order.</summary>
/// <param name="Product">Index of its product.</param>
internal sealed record Line(int Product, int Units);

namespace Reprieve.Practices.Reports;

/// <summary>
/// Our own table of A-to-z claims and chargebacks. Which claims count as a defect: Seller University's course on
/// claims names those granted, pending on appeal, refunded or cancelled after the claim; denied and Amazon-funded
/// ones do not count by the help pages; withdrawn ones and those under first review are in neither list.
/// </summary>
internal static class ClaimsTable
{
    private const int OrderId = 0;
    private const int Type = 1;
    private const int Status = 2;
    private const int Opened = 3;
    private const int Decided = 4;

    private static readonly Dictionary<string, ClaimType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a_to_z"] = ClaimType.AToZ,
        ["chargeback"] = ClaimType.Chargeback,
        ["chargeback_fraud"] = ClaimType.ChargebackFraud,
    };

    /// <summary>The states of a claim, and whether a claim in it is a defect.</summary>
    private static readonly Dictionary<string, bool> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["granted"] = true,
        ["pending"] = true,
        ["under_appeal"] = true,
        ["under_review"] = false,
        ["refunded_after_claim"] = true,
        ["order_cancelled_after_claim"] = true,
        ["denied"] = false,
        ["withdrawn"] = false,
        ["amazon_funded"] = false,
    };

    public static readonly ReportKind Kind = new(
        "claims",
        ["order-id", "type", "status", "opened", "decided"],
        Needed: 4,
        Take
    );

    private static string? Take(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        if (!Types.TryGetValue(row[Type].ToString(), out ClaimType type))
        {
            return Reject.NotInList(Kind.Columns[Type], row[Type], Types.Keys.Order(StringComparer.Ordinal));
        }

        // A chargeback counts whatever its outcome: for it alone an empty status is no fault.
        bool counts = false;
        bool open = type is not ClaimType.AToZ && row[Status].IsEmpty;
        if (!open && !States.TryGetValue(row[Status].ToString(), out counts))
        {
            return Reject.NotInList(Kind.Columns[Status], row[Status], States.Keys.Order(StringComparer.Ordinal));
        }

        if (!row.TryStamp(Opened, out Stamp opened))
        {
            return Reject.Date(Kind.Columns[Opened], row[Opened]);
        }

        if (!row.TryStamp(Decided, out Stamp decided))
        {
            return Reject.Date(Kind.Columns[Decided], row[Decided]);
        }

        bool defect = type is ClaimType.AToZ ? counts : type is ClaimType.Chargeback;
        string status = row[Status].ToString().ToLowerInvariant();
        into.Claims.Add(new ClaimRow(order, type, opened, defect, row.File, status, decided));
        return null;
    }
}

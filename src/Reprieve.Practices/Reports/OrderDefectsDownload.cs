using System.Globalization;

namespace Reprieve.Practices.Reports;

/// <summary>
/// The order-defect download of the Account Health page: the orders that Amazon counts, and which of the three defects
/// each has. Its columns are described, not published (Amazon staff in the Seller Forums), so both ways in which it can
/// be laid out are known: a column that names the defect, or a column for each. What it lists counts at Amazon.
/// </summary>
internal static class OrderDefectsDownload
{
    private const int OrderId = 0;
    private const int DefectType = 1;
    private const int Feedback = 1;
    private const int AToZ = 2;
    private const int Chargeback = 3;

    /// <summary>A row names one defect.</summary>
    public static readonly ReportKind ByType = new("claims", ["order-id", "defect-type"], Needed: 2, TakeNamed)
    {
        Name = "order_defects",
    };

    /// <summary>A row has a column for each defect.</summary>
    public static readonly ReportKind ByColumn = new(
        "claims",
        ["order-id", "negative-feedback", "a-to-z-claim", "chargeback"],
        Needed: 4,
        TakeMarked
    )
    {
        Name = "order_defect_columns",
    };

    private static string? TakeNamed(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        ReadOnlySpan<char> defect = row[DefectType];
        bool feedback = Names(defect, "feedback");
        bool claim = Names(defect, "a-to-z") || Names(defect, "a-z") || Names(defect, "a_to_z");
        bool chargeback = Names(defect, "chargeback") || Names(defect, "charge-back");
        if (!feedback && !claim && !chargeback)
        {
            return Reject.NotInList(
                ByType.Columns[DefectType],
                defect,
                ["negative feedback", "A-to-z Guarantee claim", "chargeback"]
            );
        }

        Add(order, feedback, claim, chargeback, row.File, into);
        return null;
    }

    private static string? TakeMarked(ReportRow row, Imports into)
    {
        if (!row.TryOrder(OrderId, into.Names, out OrderKey order))
        {
            return Reject.OrderId(row[OrderId]);
        }

        Span<bool> marked = stackalloc bool[Chargeback + 1];
        foreach (int column in (ReadOnlySpan<int>)[Feedback, AToZ, Chargeback])
        {
            if (!TryMark(row[column], out marked[column]))
            {
                return Reject.NotInList(ByColumn.Columns[column], row[column], ["Yes", "No", "0", "1"]);
            }
        }

        Add(order, marked[Feedback], marked[AToZ], marked[Chargeback], row.File, into);
        return null;
    }

    private static bool TryMark(ReadOnlySpan<char> field, out bool marked)
    {
        bool read = YesNo.TryRead(field, out bool? yes);
        marked = yes == true;
        if (!read && int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            marked = count > 0;
            return true;
        }

        return read;
    }

    /// <summary>The day of a defect is not told, only that it is there; one star stands for negative feedback.</summary>
    private static void Add(OrderKey order, bool feedback, bool claim, bool chargeback, int file, Imports into)
    {
        if (feedback)
        {
            into.Feedback.Add(new FeedbackRow(order, default, 1, file, null));
        }

        if (claim)
        {
            into.Claims.Add(new ClaimRow(order, ClaimType.AToZ, default, Counts: true, file, "", default));
        }

        if (chargeback)
        {
            into.Claims.Add(new ClaimRow(order, ClaimType.Chargeback, default, Counts: true, file, "", default));
        }
    }

    private static bool Names(ReadOnlySpan<char> defect, string word) =>
        defect.Contains(word, StringComparison.OrdinalIgnoreCase);
}

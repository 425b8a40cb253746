using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Repairs;

/// <summary>
/// Claims that can still be answered or appealed. A window runs from Amazon's decision; where the table holds only the
/// day of opening, it ends no earlier than counted from there, and a claim opened up to twice the window ago may still
/// be in it: it is listed without a day.
/// </summary>
internal static class ClaimRepairs
{
    /// <summary>How long ago an open claim may have been opened, for rules without a window.</summary>
    private const int LongestOpen = 60;

    private static readonly string[] Undecided = ["", "pending", "under_review"];

    public static IEnumerable<Repair> Of(RepairCase work, IReadOnlySet<OrderKey> reversed) =>
        from claim in AccountBuilder.Claims(work.Imports, work.Setting)
        where claim.Type is not ClaimType.ChargebackFraud && !reversed.Contains(claim.Order)
        let found = work.Account.Orders.Find(claim.Order)
        where (!found.Known || found.Order is not null) && !(found.Order?.Purchased < work.DefectsSince)
        from rule in work.Rules(claim.Type is ClaimType.AToZ ? RepairOf.AToZ : RepairOf.Chargeback)
        where (rule.Statuses.Count > 0 ? rule.Statuses : Undecided).Contains(claim.Status)
        let repair = Of(claim, rule, work)
        where repair is not null
        select repair with
        {
            Program = found.Order?.Program,
        };

    private static Repair? Of(ClaimRow claim, RepairRule rule, RepairCase work)
    {
        ImportedFile file = work.Imports.Files[claim.File];
        DateOnly? opened = work.Setting.Resolve(claim.Opened, file)?.Day;
        DateOnly? decided = work.Setting.Known(claim.Decided, file)?.Day;
        DateOnly asOf = work.Setting.AsOf;
        var repair = new Repair
        {
            Rule = rule.Code,
            Order = claim.Order.Text(work.Imports.Names),
            Metrics = ["order_defect_rate", claim.Type is ClaimType.AToZ ? "a_to_z_rate" : "chargeback_rate"],
        };
        if (rule.Days is not { } days)
        {
            return opened >= asOf.AddDays(-LongestOpen) ? repair : null;
        }

        if ((decided ?? opened) is not { } from)
        {
            return repair;
        }

        DateOnly due = from.AddDays(days);
        bool exact = decided is not null || claim.Type is not ClaimType.AToZ;
        return due >= asOf ? repair with { Due = due, AtLeast = !exact }
            : !exact && due.AddDays(days) >= asOf ? repair
            : null;
    }
}

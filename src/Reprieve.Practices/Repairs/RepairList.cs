using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Voices;

namespace Reprieve.Practices.Repairs;

/// <summary>What the repair rules look at.</summary>
internal sealed record RepairCase(
    Account Account,
    Imports Imports,
    Setting Setting,
    IReadOnlyList<Statement> Statements,
    VoiceBook Voices,
    IReadOnlyList<ListingFinding> Listings,
    KnowledgeBase Knowledge
)
{
    /// <summary>The rules of one kind that hold for the store.</summary>
    public IEnumerable<RepairRule> Rules(RepairOf kind) =>
        Knowledge.Repairs.Where(rule => rule.Of == kind && rule.HoldsFor(Setting.Marketplace));

    /// <summary>First day of purchase whose defects still weigh on the order defect rate.</summary>
    public DateOnly DefectsSince =>
        MetricRun.WindowOn(Setting.AsOf, Knowledge.Metric("order_defect_rate").In(Setting.Marketplace)).From;
}

/// <summary>What can still be undone before an appeal, the most pressing first.</summary>
internal static class RepairList
{
    /// <param name="reversed">Orders whose claims are reversed already: nothing is left to appeal.</param>
    public static IReadOnlyList<Repair> Of(RepairCase work, IReadOnlySet<OrderKey> reversed) =>
        [
            .. ClaimRepairs
                .Of(work, reversed)
                .Concat(FeedbackRepairs.Of(work))
                .Concat(OpenOrders.Of(work))
                .Concat(LiveListings.Of(work))
                .OrderBy(repair => repair.Due ?? DateOnly.MaxValue)
                .ThenBy(repair => repair.Rule, StringComparer.Ordinal)
                .ThenBy(repair => repair.Order ?? repair.Sku, StringComparer.Ordinal)
                .ThenBy(repair => repair.Policy, StringComparer.Ordinal),
        ];
}

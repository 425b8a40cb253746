using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Comparison;

/// <summary>Why Amazon's figure and ours may differ: what the files show, then what they cannot, then what Amazon keeps to itself.</summary>
/// <param name="reversed">Orders whose claims the seller says were reversed.</param>
internal sealed class Differences(Account account, Imports imports, Setting setting, IReadOnlySet<OrderKey> reversed)
{
    /// <summary>The statuses of claims that do not count, by order; made when a metric of claims asks for them.</summary>
    private ILookup<OrderKey, ClaimRow> LeftOut =>
        field ??= AccountBuilder.Claims(imports, setting).Where(row => !row.Counts).ToLookup(row => row.Order);

    public IEnumerable<DifferenceReason> Of(MetricResult result, MetricRun run, ReportedFigure figure)
    {
        List<DifferenceReason?> shown =
        [
            Period(result, figure),
            figure.Counted is { } counted && counted != result.Denominator
                ? Shown("other_total", counted, result.Denominator)
                : null,
            result.Missing.Count > 0
                ? Shown("missing_files", string.Join(", ", result.Missing.Select(PracticeTexts.FileType)))
                : null,
            Rejected(run) is > 0 and { } rejected ? Shown("rows_rejected", rejected) : null,
            ClaimsLeftOut(run),
            SaidReversed(run) is > 0 and { } said ? Shown("claims_said_reversed", said) : null,
            result.Assumed > 0 ? Shown("judged_on_assumption", result.Assumed) : null,
        ];
        IEnumerable<DifferenceReason> defined = run
            .Metric.Assumptions.Select(assumption => new DifferenceReason(
                assumption.Code,
                assumption.Unpublished ? DifferenceGround.NotPublished : DifferenceGround.Possible,
                assumption.Text.In(UserTexts.Language)
            ))
            .OrderBy(reason => reason.Ground);
        return shown.OfType<DifferenceReason>().Concat(Later(run)).Concat(defined);
    }

    /// <summary>The days that each is for.</summary>
    private DifferenceReason? Period(MetricResult result, ReportedFigure figure)
    {
        MetricWindow ours = result.Window;
        if (figure is { From: { } from, To: { } to })
        {
            return (from, to) == (ours.From, ours.To)
                ? null
                : Shown("other_window", Iso(from), Iso(to), Iso(ours.From), Iso(ours.To));
        }

        return figure.Days is { } days ? Shown("other_days", days, ours.Days)
            : figure.Stated is null ? null
            : figure.Stated.ReadOn is not { } read ? Shown("read_on_unknown_day", Iso(setting.AsOf))
            : read != setting.AsOf ? Shown("read_on_another_day", Iso(read), Iso(setting.AsOf))
            : null;
    }

    private int Rejected(MetricRun run) =>
        imports.Files.Where(file => run.Formula.Inputs.Contains(file.Fills)).Sum(file => file.Rejected ?? 0);

    private DifferenceReason? ClaimsLeftOut(MetricRun run)
    {
        if (!run.Formula.Inputs.Contains("claims") || LeftOut.Count == 0)
        {
            return null;
        }

        List<ClaimRow> claims =
        [
            .. run.Inside(account).SelectMany(item => LeftOut[account.Orders.Numbers[item.Order]]).Where(Concerns),
        ];
        return claims.Count == 0
            ? null
            : Shown(
                "claims_left_out",
                claims.Count,
                string.Join(
                    ", ",
                    claims.CountBy(Word).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(Counted)
                )
            );

        bool Concerns(ClaimRow claim) =>
            run.Formula.Code switch
            {
                "a_to_z_rate" => claim.Type is ClaimType.AToZ,
                "chargeback_rate" => claim.Type is not ClaimType.AToZ,
                _ => true,
            };

        static string Word(ClaimRow claim) =>
            claim.Type is ClaimType.ChargebackFraud ? "chargeback_fraud" : claim.Status;

        static string Counted(KeyValuePair<string, int> pair) =>
            string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}");
    }

    private int SaidReversed(MetricRun run) =>
        run.Formula.Inputs.Contains("claims")
            ? run.Tally.BadOrders.Count(order =>
                reversed.Contains(order)
                && (account.DefectsOf(order) & (Defects.AToZ | Defects.Chargeback)) != Defects.None
            )
            : 0;

    /// <summary>What buyers post later.</summary>
    private static IEnumerable<DifferenceReason> Later(MetricRun run) =>
        run.Formula.Inputs.Contains("claims") || run.Formula.Inputs.Contains("seller_feedback")
            ? [Shown("posted_later") with { Ground = DifferenceGround.Possible }]
            : [];

    private static DifferenceReason Shown(string code, params ReadOnlySpan<object?> arguments) =>
        new(code, DifferenceGround.Shown, Say.Texts.Get("Differs_" + code, arguments));

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

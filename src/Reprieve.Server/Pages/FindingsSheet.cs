using Reprieve.Knowledge;
using Reprieve.Practices;

namespace Reprieve.Server.Pages;

/// <summary>What a review found, as an Excel file: listings, what can be undone, metrics, and the orders behind those that are missed.</summary>
internal sealed class FindingsSheet(Review review, KnowledgeBase knowledge)
{
    /// <summary>More orders than anybody goes through by hand; each list of orders is to be had whole as a file of its own.</summary>
    private const int MostOrders = 20_000;

    /// <summary>The file.</summary>
    public byte[] File() => OfficeSheet.File(Listings(), Repairs(), Metrics(), Orders());

    private OfficeSheet Listings() =>
        OfficeSheet.Of<ListingFinding>(
            Say.Get("findings_listings"),
            review.Listings,
            [
                new("SKU", 22, one => OfficeCell.Text(one.Sku)),
                new("ASIN", 14, one => OfficeCell.Text(one.Asin)),
                new(Say.Get("review_policy"), 34, one => OfficeCell.Text(Policy(one.Rule))),
                new(Say.Get("field_severity"), 12, one => OfficeCell.Text(Say.Get("severity_" + one.Severity))),
                new(Say.Get("findings_field"), 18, one => OfficeCell.Text(one.Evidence.Field)),
                new(Say.Get("review_words"), 50, one => OfficeCell.Text(one.Evidence.Quote)),
                new(
                    Say.Get("findings_named"),
                    16,
                    one => OfficeCell.Text(one.InNotice ? Say.Get("findings_yes") : null)
                ),
            ]
        );

    private OfficeSheet Repairs() =>
        OfficeSheet.Of<Repair>(
            Say.Get("findings_repairs"),
            review.Repairs,
            [
                new(Say.Get("findings_what"), 34, one => OfficeCell.Text(Rule(one)?.Name.In(UserTexts.Language))),
                new(Say.Get("orders_order"), 22, one => OfficeCell.Text(one.Order)),
                new("SKU", 22, one => OfficeCell.Text(one.Sku)),
                new("ASIN", 14, one => OfficeCell.Text(one.Asin)),
                new(Say.Get("findings_until"), 14, one => OfficeCell.Day(one.Due)),
                new(
                    Say.Get("findings_metrics"),
                    30,
                    one => OfficeCell.Text(string.Join(Say.Get("list_comma"), one.Metrics.Select(Metric)))
                ),
                new(Say.Get("review_words"), 50, one => OfficeCell.Text(one.Quote)),
                new(Say.Get("findings_how"), 60, one => OfficeCell.Text(Rule(one)?.Advice.In(UserTexts.Language))),
            ]
        );

    private OfficeSheet Metrics() =>
        OfficeSheet.Of<MetricResult>(
            Say.Get("findings_metrics"),
            review.Metrics.Where(one => one.Denominator > 0 || one.AmazonReported is not null),
            [
                new(Say.Get("review_metric"), 30, one => OfficeCell.Text(Metric(one.Code))),
                new(Say.Get("review_program"), 20, one => OfficeCell.Text(PracticeTexts.Program(one.Program))),
                new(Say.Get("review_status"), 14, one => OfficeCell.Text(PracticeTexts.Status(one.Status))),
                new(Say.Get("review_value"), 12, one => OfficeCell.Percent(one.Value)),
                new(Say.Get("review_target"), 16, one => OfficeCell.Text(Target(one))),
                new(Say.Get("review_amazon"), 16, one => OfficeCell.Percent(one.AmazonReported?.Value)),
                new(Say.Get("findings_counted"), 12, one => OfficeCell.Number(one.Numerator)),
                new(Say.Get("findings_of"), 12, one => OfficeCell.Number(one.Denominator)),
                new(Say.Get("findings_from"), 14, one => OfficeCell.Day(one.Window.From)),
                new(Say.Get("findings_to"), 14, one => OfficeCell.Day(one.Window.To)),
            ]
        );

    private OfficeSheet Orders() =>
        OfficeSheet.Of<(MetricResult Metric, OrderBehind Order)>(
            Say.Get("findings_orders"),
            review
                .Metrics.Where(one => one.Status == "missed")
                .SelectMany(one => OrderList.Of(one, review, AllOrders).Select(order => (one, order)))
                .Take(MostOrders),
            [
                new(Say.Get("review_metric"), 30, row => OfficeCell.Text(Metric(row.Metric.Code))),
                new(Say.Get("review_program"), 20, row => OfficeCell.Text(PracticeTexts.Program(row.Metric.Program))),
                .. OrderList.Columns.Select(column => new SheetColumn<(MetricResult Metric, OrderBehind Order)>(
                    Say.Get("orders_" + column.Code),
                    18,
                    row =>
                        column.Number is { } number
                            ? OfficeCell.Number(string.IsNullOrEmpty(column.Text(row.Order)) ? null : number(row.Order))
                            : OfficeCell.Text(column.Text(row.Order))
                )),
            ]
        );

    private static OrderQuery AllOrders => new("", OrderList.Columns[0].Code, false);

    private string Metric(string code) => knowledge.Metric(code).Name.In(UserTexts.Language);

    private string Policy(string code) => PracticeTexts.ListingRule(code, knowledge);

    private RepairRule? Rule(Repair repair) => knowledge.Repairs.FirstOrDefault(one => one.Code == repair.Rule);

    private static string? Target(MetricResult metric) =>
        metric.Target is { } target ? Say.Get("target_" + metric.Condition, UserFigures.Percent(target)) : null;
}

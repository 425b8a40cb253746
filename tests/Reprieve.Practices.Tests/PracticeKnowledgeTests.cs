using System.Globalization;
using System.Xml.Linq;
using Reprieve.Knowledge;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests;

public sealed class PracticeKnowledgeTests
{
    private static readonly KnowledgeBase Known = KnowledgeLoader.BuiltIn;

    [Theory]
    [InlineData("order_defect_rate", 60, 14, 0.01, "less_than", 2)]
    [InlineData("negative_feedback_rate", 60, 14, null, null, 2)]
    [InlineData("a_to_z_rate", 60, 14, null, null, 2)]
    [InlineData("chargeback_rate", 60, 14, null, null, 2)]
    [InlineData("late_shipment_rate_30d", 30, 0, 0.04, "less_than", 1)]
    [InlineData("late_shipment_rate_10d", 10, 0, 0.04, "less_than", 1)]
    [InlineData("cancellation_rate", 7, 1, 0.025, "less_than", 1)]
    [InlineData("valid_tracking_rate", 30, 14, 0.95, "at_least", 1)]
    [InlineData("on_time_delivery_rate", 14, 7, 0.9, "at_least", 1)]
    public void Windows_and_targets_are_those_of_the_contract(
        string code,
        int days,
        int lag,
        double? target,
        string? condition,
        int programs
    )
    {
        Metric metric = Known.Metric(code);
        (metric.WindowDays, metric.LagDays, metric.Target).ShouldBe((days, lag, target));
        metric.Condition?.Code().ShouldBe(condition);
        metric.Programs.Count.ShouldBe(programs);
        metric.Assumptions.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_is_computed_is_known_and_what_is_known_is_computed() =>
        MetricCatalogue
            .All.Select(formula => formula.Code)
            .ShouldBe(Known.Metrics.Select(m => m.Code), ignoreOrder: true);

    [Fact]
    public void Every_text_of_ours_is_there_in_chinese_too()
    {
        IEnumerable<LocalizedText> texts =
        [
            .. Known.Metrics.SelectMany(m => m.Assumptions.Select(a => a.Text).Append(m.Name).Append(m.Definition)),
            .. Known.Policies.SelectMany(p => (LocalizedText[])[p.Name, p.Advice]),
            .. Known.Downloads.SelectMany(d => (LocalizedText[])[d.Name, d.Where, d.Mind ?? d.Name]),
        ];
        texts.ShouldAllBe(text => text.Has("zh-Hans"));
        Keys("Texts.zh-Hans.resx").ShouldBe(Keys("Texts.resx"), ignoreOrder: true);
    }

    [Fact]
    public void Every_download_fills_a_report_that_is_read_and_names_metrics_that_are_known()
    {
        string[] types = [.. ReportKind.All.Select(kind => kind.Code), PerformanceReport.Code];
        Known.Downloads.ShouldAllBe(download => types.Contains(download.Fills));
        Known.Downloads.SelectMany(d => d.Metrics).Except(Known.Metrics.Select(m => m.Code)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_metric_has_a_download_for_each_report_it_needs()
    {
        foreach (MetricFormula formula in MetricCatalogue.All)
        {
            string[] filled = [.. Known.Downloads.Where(d => d.Metrics.Contains(formula.Code)).Select(d => d.Fills)];
            formula.Inputs.Except(filled).ShouldBeEmpty(formula.Code);
        }
    }

    [Fact]
    public void Status_and_file_type_are_named_in_the_screens_language()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            PracticeTexts.Status("missed").ShouldBe("未达标");
            PracticeTexts.FileType("all_orders").ShouldBe("所有订单报告");
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            PracticeTexts.Status(null).ShouldBe("no target");
            PracticeTexts.FileType("notice").ShouldBe("notice");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> Keys(string file) =>
        XDocument
            .Load(Path.Combine(Repository.Root, "src", "Reprieve.Practices", file))
            .Descendants("data")
            .Select(data => data.Attribute("name")!.Value);
}

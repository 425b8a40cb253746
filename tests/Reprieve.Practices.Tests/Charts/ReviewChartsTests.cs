using System.Globalization;
using System.Xml.Linq;
using Reprieve.Knowledge;
using Reprieve.Practices.Charts;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Charts;

public sealed class ReviewChartsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_missed_metric_has_its_trend_drivers_and_forecast()
    {
        using CaseFolder folder = Late("SKU-9");
        ReviewCharts
            .Of(folder.Review(), KnowledgeLoader.BuiltIn)
            .Select(chart => chart.Name)
            .ShouldBe([
                "trend-late_shipment_rate_30d-merchant.svg",
                "drivers-late_shipment_rate_30d-merchant.svg",
                "forecast-late_shipment_rate_30d-merchant.svg",
                "voices.svg",
            ]);
    }

    [Fact]
    public void The_same_review_gives_the_same_bytes()
    {
        using CaseFolder folder = Late("SKU-9");
        string[] once = [.. ReviewCharts.Of(folder.Review(), KnowledgeLoader.BuiltIn).Select(chart => chart.Svg)];
        string[] again = In(
            "zh-Hans",
            () =>
                In(
                    "en",
                    () => ReviewCharts.Of(folder.Review(), KnowledgeLoader.BuiltIn).Select(chart => chart.Svg).ToArray()
                )
        );
        again.ShouldBe(once);
        once.ShouldAllBe(svg => !svg.Contains('\r') && svg.EndsWith("</svg>\n"));
    }

    [Theory]
    [InlineData("en", "target: under 4\u00A0%")]
    [InlineData("zh-Hans", "目标：低于 4\u00A0%")]
    public void Texts_are_text_in_the_screens_language_and_stand_within_the_picture(string language, string target)
    {
        using CaseFolder folder = Late("一个非常非常非常长的商品编号-防水蓝牙音箱-便携式-黑色-升级版");
        IReadOnlyList<Chart> charts = In(language, () => ReviewCharts.Of(folder.Review(), KnowledgeLoader.BuiltIn));
        charts[0].Svg.ShouldContain(target);
        foreach (Chart chart in charts)
        {
            XElement svg = XDocument.Parse(chart.Svg).Root!;
            double width = Number(svg, "width");
            double height = Number(svg, "height");
            foreach (XElement text in svg.Descendants(Svg + "text"))
            {
                double wide = SvgText.Width(text.Value, Number(text, "font-size"));
                double x = Number(text, "x");
                double left = text.Attribute("text-anchor")?.Value switch
                {
                    "end" => x - wide,
                    "middle" => x - (wide / 2),
                    _ => x,
                };
                left.ShouldBeGreaterThanOrEqualTo(0, text.Value);
                (left + wide).ShouldBeLessThanOrEqualTo(width, text.Value);
                Number(text, "y").ShouldBeInRange(8, height);
            }
        }
    }

    [Fact]
    public void What_comes_from_files_cannot_break_out_of_the_picture()
    {
        using CaseFolder folder = Late("</text><script>alert(1)</script>&\u0001\"");
        Chart drivers = ReviewCharts
            .Of(folder.Review(), KnowledgeLoader.BuiltIn)
            .First(chart => chart.Name.StartsWith("drivers", StringComparison.Ordinal));
        XDocument svg = XDocument.Parse(drivers.Svg);
        svg.Descendants(Svg + "script").ShouldBeEmpty();
        svg.Descendants(Svg + "text").ShouldContain(text => text.Value.Contains("</text><script>"));
    }

    [Fact]
    public void The_healing_day_and_the_target_are_in_the_picture()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders([
                Order(Id(1), "2026-08-01"),
                Order(Id(2), "2026-08-01"),
                .. Enumerable.Range(3, 150).Select(n => Order(Id(n), "2026-09-10")),
            ])
            .Claims($"{Id(1)}\ta_to_z\t2026-08-10\tgranted", $"{Id(2)}\ta_to_z\t2026-08-10\tgranted");
        string svg = ReviewCharts
            .Of(folder.Review(), KnowledgeLoader.BuiltIn)
            .First(chart => chart.Name == "forecast-order_defect_rate-merchant.svg")
            .Svg;
        svg.ShouldContain("meets its target on 14 Oct 2026");
        svg.ShouldContain("target: under 1\u00A0%");
    }

    [Fact]
    public void A_review_in_which_nothing_is_missed_or_said_has_no_picture()
    {
        using CaseFolder folder = new CaseFolder().Orders(Order(Id(1), "2026-08-01"));
        ReviewCharts.Of(folder.Review(), KnowledgeLoader.BuiltIn).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("short", 100, "short")]
    [InlineData("a rather long label", 60, "a rath…")]
    [InlineData("全角文字很宽", 60, "全角文…")]
    public void A_text_is_cut_to_its_room_and_full_width_characters_count_double(
        string text,
        double room,
        string fitted
    ) => SvgText.Fit(text, room, 14).ShouldBe(fitted);

    [Theory]
    [InlineData(0.1, 0.02)]
    [InlineData(0.05, 0.01)]
    [InlineData(1, 0.2)]
    [InlineData(0.012, 0.005)]
    public void Axis_steps_are_round(double most, double step) => ChartFigures.Step(most).ShouldBe(step, step * 1e-9);

    private static CaseFolder Late(string sku) =>
        new CaseFolder()
            .Orders(Enumerable.Range(1, 200).Select(n => Order(Id(n), "2026-09-01", sku: n <= 20 ? sku : $"S{n % 5}")))
            .Feedback($"2026-09-10\t1\tCame late\t\t{Id(1)}\t")
            .Shipments(
                Enumerable
                    .Range(1, 200)
                    .Select(n =>
                        $"{Id(n)}\t2026-09-03\t2026-09-{(n <= 12 ? 4 : 1 + (n % 3)):D2}\tUPS\tT{n}\t2026-09-04\t\t\t"
                    )
            );

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static T In<T>(string language, Func<T> work)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

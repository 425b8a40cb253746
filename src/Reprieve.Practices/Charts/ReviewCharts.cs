using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Charts;

/// <summary>
/// Draws a review: for each missed metric its trend, its drivers and its forecast, and what buyers said. Texts are in
/// the screen's language and stay text in the picture.
/// </summary>
public static class ReviewCharts
{
    private const int MostBars = 10;

    /// <summary>The pictures, in the order of the metrics; none for a review in which nothing is missed and nothing was said.</summary>
    public static IReadOnlyList<Chart> Of(Review review, KnowledgeBase knowledge)
    {
        List<Chart> charts = [];
        foreach (MetricTrend trend in review.Trend)
        {
            MetricResult metric = review.Metric(trend.Metric, trend.Program)!;
            string name = knowledge.Metric(metric.Code).Name.In(UserTexts.Language);
            string file = $"{metric.Code}-{metric.Program.Code()}.svg";
            charts.Add(new Chart("trend-" + file, Trend(name, metric, trend)));
            List<Driver> drivers = review
                .Drivers.Where(d => (d.Metric, d.Program) == (metric.Code, metric.Program))
                .ToList();
            if (drivers.Count > 0)
            {
                charts.Add(new Chart("drivers-" + file, Drivers(name, metric, drivers)));
            }

            if (
                review.Forecast.FirstOrDefault(f => (f.Metric, f.Program) == (metric.Code, metric.Program)) is { } ahead
            )
            {
                charts.Add(new Chart("forecast-" + file, Forecast(name, metric, ahead)));
            }
        }

        if (review.Voices.Count > 0)
        {
            charts.Add(new Chart("voices.svg", Voices(review, knowledge)));
        }

        return charts;
    }

    private static string Trend(string name, MetricResult metric, MetricTrend trend) =>
        new LineChart(T("Chart_Trend", name), Subtitle(metric), metric, trend.Days)
            .Shade(metric.Window, Window(metric))
            .Draw(Target(metric))
            .Mark(trend.Days[^1], SvgPicture.Blue)
            .Finish($"{Target(metric)}; {Describe(trend.Days)}");

    private static string Forecast(string name, MetricResult metric, MetricForecast forecast)
    {
        LineChart chart = new LineChart(T("Chart_Forecast", name), Subtitle(metric), metric, forecast.Path)
            .Draw(Target(metric))
            .Mark(forecast.Path[0], SvgPicture.Blue);
        string what = forecast.MetByAgeing is { } day
            ? T("Chart_Met", UserFigures.Day(day))
            : T("Chart_Empty", UserFigures.Day(forecast.Path[^1].Day));
        chart.Event(forecast.Path[^1].Day, what, forecast.MetByAgeing is null ? SvgPicture.Red : SvgPicture.Green);
        return (forecast.MetByAgeing is null ? chart : chart.Mark(forecast.Path[^1], SvgPicture.Green)).Finish(
            $"{Target(metric)}; {what}; {Describe(forecast.Path)}"
        );
    }

    private static string Drivers(string name, MetricResult metric, List<Driver> drivers)
    {
        double misses =
            metric.Condition is TargetCondition.AtLeast ? metric.Denominator - metric.Numerator : metric.Numerator;
        return BarChart.Of(
            T("Chart_Drivers", name),
            $"{PracticeTexts.Program(metric.Program)} \u00B7 {T("Chart_Overlap")}",
            [
                .. drivers
                    .OrderByDescending(driver => driver.Numerator)
                    .Take(MostBars)
                    .Select(driver => new Bar(
                        $"{PracticeTexts.Dimension(driver.Dimension)} {PracticeTexts.DriverValue(driver)}",
                        driver.Numerator,
                        T(
                            "Chart_Share",
                            driver.Numerator,
                            driver.Denominator,
                            ChartFigures.Percent(Math.Round(driver.Numerator / misses, 2)),
                            driver.Lift.ToString("0.0", CultureInfo.InvariantCulture)
                        ),
                        driver.Tag
                    )),
            ]
        );
    }

    private static string Voices(Review review, KnowledgeBase knowledge) =>
        BarChart.Of(
            T("Chart_Voices"),
            T("Chart_VoicesOf", UserFigures.Day(review.AsOf)),
            [
                .. review
                    .Voices.Take(MostBars)
                    .Select(voice => new Bar(
                        knowledge.Voices.First(cause => cause.Code == voice.Cause).Name.In(UserTexts.Language),
                        voice.Orders,
                        T("Chart_Orders", voice.Orders),
                        voice.Tag
                    )),
            ]
        );

    private static string Subtitle(MetricResult metric) =>
        $"{PracticeTexts.Program(metric.Program)} \u00B7 {T("Chart_Window", UserFigures.Day(metric.Window.From), UserFigures.Day(metric.Window.To))}";

    private static string Window(MetricResult metric) => T("Chart_Inside", metric.Window.Days);

    private static string Target(MetricResult metric) =>
        metric.Target is { } target ? T($"Chart_Target_{metric.Condition}", ChartFigures.Percent(target)) : "";

    /// <summary>First and last figure, for those who do not see the line.</summary>
    private static string Describe(IReadOnlyList<TrendPoint> points) =>
        string.Join(
            ", ",
            points
                .Where((point, i) => point.Value is not null && (i == 0 || i == points.Count - 1))
                .Select(point => $"{UserFigures.Day(point.Day)}: {ChartFigures.Percent(point.Value!.Value)}")
        );

    private static string T(string key, params object[] values) => Say.Texts.Get(key, values);
}

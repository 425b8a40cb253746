using Reprieve.Practices;

namespace Reprieve.Cli.Output;

/// <summary>A metric's trend in a few characters, the newest day last.</summary>
internal static class Sparkline
{
    private const int Width = 8;
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>Evenly picked days between the lowest and the highest figure; a blank where the window was empty.</summary>
    public static string Of(MetricTrend trend)
    {
        IReadOnlyList<TrendPoint> days = trend.Days;
        int count = Math.Min(Width, days.Count);
        TrendPoint[] picked =
        [
            .. Enumerable.Range(0, count).Select(i => days[count == 1 ? 0 : i * (days.Count - 1) / (count - 1)]),
        ];
        double low = picked.Min(point => point.Value) ?? 0;
        double high = picked.Max(point => point.Value) ?? 0;
        // A trend that has not moved is a line in the middle, not at the floor.
        return string.Concat(
            picked.Select(point =>
                point.Value is not { } value ? ' '
                : high > low ? Blocks[(int)Math.Round((value - low) / (high - low) * (Blocks.Length - 1))]
                : Blocks[Blocks.Length / 2]
            )
        );
    }
}

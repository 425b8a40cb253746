using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Charts;

/// <summary>Figures and days as a picture writes them.</summary>
internal static class ChartFigures
{
    /// <summary>A rate: 6.8 %, 0.25 %.</summary>
    public static string Percent(double rate) =>
        (rate * 100).ToString(rate is > 0 and < 0.01 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + "\u00A0%";

    public static string ShortDay(DateOnly day) =>
        UserTexts.Language == "zh-Hans"
            ? day.ToString("M月d日", CultureInfo.InvariantCulture)
            : day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>A step of 1, 2 or 5 times a power of ten, so that at most five steps reach a height.</summary>
    public static double Step(double most)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(most / 5)));
        foreach (double times in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (times * power * 5 >= most * 0.999)
            {
                return times * power;
            }
        }

        return 10 * power;
    }
}

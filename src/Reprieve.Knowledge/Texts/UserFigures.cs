using System.Globalization;

namespace Reprieve.Knowledge;

/// <summary>Days and rates as people of the screen's language write them.</summary>
public static class UserFigures
{
    /// <summary>A day: 29 Sep 2026, 2026年9月29日.</summary>
    public static string Day(DateOnly day) =>
        day.ToString(UserTexts.Language == "zh-Hans" ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A rate to one decimal, or two when it is small: 6.8 %, 0.25 %; a dash when unknown.</summary>
    public static string Percent(double? rate) =>
        rate is { } value
            ? (value * 100).ToString(value is > 0 and < 0.01 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " %"
            : "–";
}

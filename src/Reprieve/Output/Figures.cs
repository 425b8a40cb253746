using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Output;

/// <summary>How figures and times are shown to people.</summary>
internal static class Figures
{
    /// <summary>A rate to one decimal, or two when it is small: 6.8 %, 0.25 %.</summary>
    public static string Percent(double? rate) =>
        rate is { } value
            ? (value * 100).ToString(value is > 0 and < 0.01 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " %"
            : "–";

    /// <summary>A target with its condition: "under 4 %", "at least 95 %".</summary>
    public static string Target(double? target, TargetCondition? condition) =>
        target is { } value && condition is { } side
            ? Say.Get("Target_" + side, (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %")
            : "";

    /// <summary>A day as people of the screen's language write it.</summary>
    public static string Day(DateOnly day) =>
        UserTexts.Language == "zh-Hans"
            ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
            : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The name of a weekday from its English code.</summary>
    public static string Weekday(string code) =>
        Enum.TryParse(code, ignoreCase: true, out DayOfWeek day)
            ? CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day)
            : code;

    /// <summary>An instant with its own offset.</summary>
    public static string Moment(DateTimeOffset time) =>
        $"{Day(DateOnly.FromDateTime(time.DateTime))} {time.ToString("HH:mm '(UTC'zzz')'", CultureInfo.InvariantCulture)}";
}

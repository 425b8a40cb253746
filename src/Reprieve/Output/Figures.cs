using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Output;

/// <summary>How figures and times are shown to people.</summary>
internal static class Figures
{
    /// <summary>A target with its condition: "under 4 %", "at least 95 %".</summary>
    public static string Target(double? target, TargetCondition? condition) =>
        target is { } value && condition is { } side
            ? Say.Get("Target_" + side, (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %")
            : "";

    /// <summary>The name of a weekday from its English code.</summary>
    public static string Weekday(string code) =>
        Enum.TryParse(code, ignoreCase: true, out DayOfWeek day)
            ? CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day)
            : code;

    /// <summary>An instant with its own offset.</summary>
    public static string Moment(DateTimeOffset time) =>
        $"{UserFigures.Day(DateOnly.FromDateTime(time.DateTime))} {time.ToString("HH:mm '(UTC'zzz')'", CultureInfo.InvariantCulture)}";
}

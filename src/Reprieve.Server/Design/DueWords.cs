using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Server.Design;

/// <summary>How long there is left, and when that is, in words of the screen's language.</summary>
public static class DueWords
{
    /// <summary>"5 days left", from two days on in whole days, then hours, then minutes; "passed" afterwards.</summary>
    /// <param name="due">The deadline.</param>
    /// <param name="now">The present.</param>
    public static string Left(DateTimeOffset due, DateTimeOffset now)
    {
        int minutes = (int)Math.Floor((due - now).TotalMinutes);
        return minutes switch
        {
            < 0 => Say.Get("design_js_passed"),
            >= 2880 => Counted("day", minutes / 1440),
            >= 60 => Counted("hour", minutes / 60),
            _ => Counted("minute", minutes),
        };
    }

    /// <summary>The date with weekday and time, at the offset it is given in: the store's zone.</summary>
    public static string When(DateTimeOffset due) => due.ToString(Say.Get("design_when"), Culture);

    /// <summary>The date alone, at the offset it is given in.</summary>
    public static string Day(DateTimeOffset day) => day.ToString(Say.Get("design_day"), Culture);

    private static CultureInfo Culture => CultureInfo.GetCultureInfo(UserTexts.Language);

    private static string Counted(string unit, int count) =>
        Say.Get($"design_js_left_{unit}{(count == 1 ? "" : "s")}", count);
}

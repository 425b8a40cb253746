using System.Globalization;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>How dates, numbers and lists are written in a language of the answer.</summary>
internal sealed record Formats
{
    private static readonly string[] Us = ["amazon.com", "amazon.ca"];

    private static readonly Formats English = new()
    {
        Culture = Numbers(",", "."),
        DateFormat = "d MMMM yyyy",
        PercentFormat = "{0}%",
        And = " and ",
        Comma = ", ",
        At = " at ",
        Weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    };

    public required CultureInfo Culture { get; init; }

    public required string DateFormat { get; init; }

    public required string PercentFormat { get; init; }

    public required string And { get; init; }

    public required string Comma { get; init; }

    /// <summary>What joins the last clause of several, where it is not the word that joins names.</summary>
    public string? ClauseAnd { get; init; }

    /// <summary>What joins all clauses alike, in a language that sets no word between them.</summary>
    public string? ClauseComma { get; init; }

    public required string At { get; init; }

    /// <summary>The days of the week from Sunday on, with spaces between.</summary>
    public required string Weekdays { get; init; }

    public static Formats Of(string language, string? marketplace) =>
        language.Split('-')[0] switch
        {
            "de" => new()
            {
                Culture = WithMonths(
                    Numbers(".", ","),
                    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
                ),
                DateFormat = "d. MMMM yyyy",
                PercentFormat = "{0} %",
                And = " und ",
                Comma = ", ",
                ClauseAnd = ", und ",
                At = " um ",
                Weekdays = "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
            },
            "ja" => English with
            {
                DateFormat = "yyyy'年'M'月'd'日'",
                And = "、",
                Comma = "、",
                At = " ",
                Weekdays = "日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日",
            },
            "zh" => English with
            {
                DateFormat = "yyyy'年'M'月'd'日'",
                And = "和",
                Comma = "、",
                ClauseComma = "，",
                At = " ",
                Weekdays = "星期日 星期一 星期二 星期三 星期四 星期五 星期六",
            },
            _ when marketplace is null || Us.Contains(marketplace, StringComparer.OrdinalIgnoreCase) => English with
            {
                DateFormat = "MMMM d, yyyy",
            },
            _ => English,
        };

    public string Date(DateOnly day) => day.ToString(DateFormat, Culture);

    public string Weekday(DayOfWeek day) => Weekdays.Split(' ')[(int)day];

    public string Count(long number) => number.ToString("#,0", Culture);

    /// <summary>A fraction as a percentage: two decimals at most, at least one unless whole.</summary>
    public string Percent(double fraction) =>
        string.Format(
            CultureInfo.InvariantCulture,
            PercentFormat,
            Math.Round(fraction * 100, 2, MidpointRounding.AwayFromZero).ToString("0.##", Culture)
        );

    public string List(IReadOnlyList<string> items) => Joined(items, Comma, And);

    /// <summary>Clauses one after the other, each with a verb of its own.</summary>
    public string Clauses(IReadOnlyList<string> items) =>
        ClauseComma is { } comma ? Joined(items, comma, comma) : Joined(items, Comma, ClauseAnd ?? And);

    private static string Joined(IReadOnlyList<string> items, string comma, string and) =>
        items.Count < 2 ? string.Concat(items) : string.Join(comma, items.SkipLast(1)) + and + items[^1];

    private static CultureInfo Numbers(string group, string point)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NumberDecimalSeparator = point;
        return culture;
    }

    private static CultureInfo WithMonths(CultureInfo culture, string months)
    {
        string[] names = [.. months.Split(' '), ""];
        culture.DateTimeFormat.MonthNames = names;
        culture.DateTimeFormat.MonthGenitiveNames = names;
        return culture;
    }
}

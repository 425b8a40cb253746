using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>Reads the date that a mail program writes into a copied or forwarded mail, in the languages of Amazon's stores.</summary>
internal static class PastedDates
{
    private const int MaxLength = 120;

    private static readonly SearchValues<char> Clock = SearchValues.Create("0123456789:");
    private static readonly string[] Cultures = ["en", "de", "fr", "it", "es", "nl", "pt", "sv", "pl", "tr"];

    private static readonly Lazy<Dictionary<string, int>> Months = new(BuildMonths);

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["CET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MESZ"] = 2,
        ["JST"] = 9,
    };

    /// <summary>The date; null when it is none, or when day and month cannot be told apart.</summary>
    /// <param name="value">As written.</param>
    /// <param name="order">mdy, dmy or ymd, as the label's language writes numeric dates.</param>
    public static PastedDate? Read(string value, string order)
    {
        if (value.Length > MaxLength)
        {
            return null;
        }

        List<string> parts = Parts(value);
        (int hour, int minute) = Time(parts);
        TimeSpan? zone = Zone(value, parts);
        return Day(parts, order) is { } day
            ? new PastedDate(
                new DateTimeOffset(day.Year, day.Month, day.Day, hour, minute, 0, zone ?? TimeSpan.Zero),
                zone is null
            )
            : null;
    }

    /// <summary>Numbers, words and single signs; a time stays whole.</summary>
    private static List<string> Parts(string value)
    {
        List<string> parts = [];
        int i = 0;
        while (i < value.Length)
        {
            int end = i + 1;
            if (char.IsAsciiDigit(value[i]))
            {
                while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] == ':'))
                {
                    end++;
                }
            }
            else if (char.IsLetter(value[i]) && !Letters.IsCjk(value[i]))
            {
                while (end < value.Length && char.IsLetter(value[end]) && !Letters.IsCjk(value[end]))
                {
                    end++;
                }
            }

            if (!char.IsWhiteSpace(value[i]))
            {
                parts.Add(value[i..end]);
            }

            i = end;
        }

        return parts;
    }

    private static (int Hour, int Minute) Time(List<string> parts)
    {
        int at = parts.FindIndex(part => part.Contains(':', StringComparison.Ordinal));
        if (at < 0)
        {
            return (12, 0);
        }

        string[] numbers = parts[at].Split(':');
        _ = int.TryParse(numbers[0], CultureInfo.InvariantCulture, out int hour);
        _ = int.TryParse(numbers[1], CultureInfo.InvariantCulture, out int minute);
        bool half =
            parts.Exists(part => part.Equals("PM", StringComparison.OrdinalIgnoreCase))
            || Has(parts, '下', '午')
            || Has(parts, '午', '後');
        bool morning = parts.Exists(part => part.Equals("AM", StringComparison.OrdinalIgnoreCase));
        hour =
            half && hour < 12 ? hour + 12
            : morning && hour == 12 ? 0
            : hour;
        return hour < 24 && minute < 60 ? (hour, minute) : (12, 0);
    }

    private static TimeSpan? Zone(string value, List<string> parts)
    {
        int sign = value.LastIndexOfAny(['+', '-', '−']);
        if (sign > 0 && value.AsSpan(0, sign).Contains(':'))
        {
            ReadOnlySpan<char> rest = value.AsSpan(sign + 1);
            int end = rest.IndexOfAnyExcept(Clock);
            string digits = (end < 0 ? rest : rest[..end]).ToString().Replace(":", "", StringComparison.Ordinal);
            bool whole = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            int minutes = digits.Length <= 2 ? number * 60 : (number / 100 * 60) + (number % 100);
            if (whole && digits.Length <= 4 && minutes <= 14 * 60)
            {
                return TimeSpan.FromMinutes(value[sign] == '+' ? minutes : -minutes);
            }
        }

        string? name = parts.Find(Zones.ContainsKey);
        return name is null ? null : TimeSpan.FromHours(Zones[name]);
    }

    private static DateOnly? Day(List<string> parts, string order)
    {
        int[] at =
        [
            .. Enumerable.Range(0, parts.Count).Where(i => parts[i].Length <= 4 && char.IsAsciiDigit(parts[i][0])),
        ];
        int[] numbers =
        [
            .. at.Where(i => !parts[i].Contains(':', StringComparison.Ordinal))
                .Select(i => int.Parse(parts[i], CultureInfo.InvariantCulture)),
        ];
        // "mar. 14 avr." names a weekday like a month: the last name is the month's.
        string? name = parts.FindLast(part => Months.Value.ContainsKey(part));
        int year = Array.FindIndex(numbers, n => n is > 1990 and < 2100);
        if (year < 0)
        {
            return null;
        }

        if (name is not null && parts.Exists(p => p.Length > 2 && Months.Value.ContainsKey(p)))
        {
            int day = Array.Find(numbers, n => n is >= 1 and <= 31);
            return Valid(numbers[year], Months.Value[name], day);
        }

        if (year == 0 && numbers.Length >= 3)
        {
            return Valid(numbers[0], numbers[1], numbers[2]);
        }

        if (year != 2)
        {
            return null;
        }

        (int a, int b) = (numbers[0], numbers[1]);
        bool dayFirst = a > 12 || (b <= 12 && (order != "mdy" || parts.Contains(".")));
        // English programs write either order: nothing is guessed where both can be.
        bool unclear = order == "mdy" && a <= 12 && b <= 12 && a != b && !parts.Contains(".");
        return unclear ? null
            : dayFirst ? Valid(numbers[2], b, a)
            : Valid(numbers[2], a, b);
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static bool Has(List<string> parts, char first, char second)
    {
        for (int i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i][0] == first && parts[i + 1][0] == second)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, int> BuildMonths()
    {
        Dictionary<string, int> months = new(StringComparer.OrdinalIgnoreCase)
        {
            ["sept"] = 9,
            ["mrz"] = 3,
            ["märz"] = 3,
        };
        foreach (string culture in Cultures)
        {
            DateTimeFormatInfo format = CultureInfo.GetCultureInfo(culture).DateTimeFormat;
            string[][] sets = [format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames];
            foreach (string[] names in sets)
            {
                for (int i = 0; i < 12; i++)
                {
                    months.TryAdd(names[i].TrimEnd('.'), i + 1);
                }
            }
        }

        return months;
    }
}

/// <summary>A date as pasted.</summary>
/// <param name="Date">The date; with offset zero where none is stated.</param>
/// <param name="IsLocal">Whether no offset is stated.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PastedDate(DateTimeOffset Date, bool IsLocal);

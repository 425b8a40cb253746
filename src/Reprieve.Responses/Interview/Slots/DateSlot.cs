using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>
/// A calendar day as people write it: 2026-09-03, 2026年9月3日, Sept 3, 2026, 3 September 2026, 3. September 2026,
/// 03.09.2026. With slashes only when one reading is possible. A day without a year is not taken.
/// </summary>
internal static class DateSlot
{
    /// <summary>Older than this is a slip of the pen: an appeal speaks of the last years.</summary>
    private const int OldestYears = 10;

    private static readonly Dictionary<string, int> Months = MonthNames();

    public static SlotReading Read(Question question, string text, SlotContext context)
    {
        if (!TryRead(text, out DateOnly day, out string? problem))
        {
            return SlotReading.No(problem ?? "slot.date");
        }

        if (day > context.Today && !question.MayLieAhead)
        {
            return SlotReading.No("slot.date_ahead", day.ToString("O", CultureInfo.InvariantCulture));
        }

        bool absurd = day < context.Today.AddYears(-OldestYears) || day > context.Today.AddYears(1);
        return absurd
            ? SlotReading.No("slot.date_absurd", day.ToString("O", CultureInfo.InvariantCulture))
            : SlotReading.Of(context.Formats.Date(day), day.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a day; <paramref name="problem"/> is the key of the reason where there is a particular one.</summary>
    public static bool TryRead(string text, out DateOnly day, out string? problem)
    {
        day = default;
        problem = null;
        List<string> parts = Parts(Words.Fold(text));
        if (parts.Count == 2)
        {
            problem = "slot.date_no_year";
            return false;
        }

        if (parts.Count != 3)
        {
            return false;
        }

        int named = parts.FindIndex(part => Months.ContainsKey(part));
        if (named >= 0)
        {
            int month = Months[parts[named]];
            parts.RemoveAt(named);
            return parts[0].Length == 4 && named > 0
                ? Make(parts[0], month, parts[1], out day)
                : Make(parts[1], month, parts[0], out day);
        }

        if (parts[0].Length == 4)
        {
            return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int month)
                && Make(parts[0], month, parts[2], out day);
        }

        return Numeric(parts, dayFirst: text.Contains('.', StringComparison.Ordinal), out day, out problem);
    }

    /// <summary>Dots are day first everywhere; with slashes both orders are in use.</summary>
    private static bool Numeric(List<string> parts, bool dayFirst, out DateOnly day, out string? problem)
    {
        problem = null;
        day = default;
        if (
            !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int second)
        )
        {
            return false;
        }

        if (!dayFirst && first <= 12 && second <= 12 && first != second)
        {
            problem = "slot.date_two_ways";
            return false;
        }

        return dayFirst || first > 12
            ? Make(parts[2], second, parts[0], out day)
            : Make(parts[2], first, parts[1], out day);
    }

    private static bool Make(string year, int month, string dayOfMonth, out DateOnly day) =>
        DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{dayOfMonth.PadLeft(2, '0')}"),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day
        );

    /// <summary>Numbers and month names, in order; ordinal endings and punctuation fall away.</summary>
    private static List<string> Parts(string text)
    {
        List<string> parts = [];
        int i = 0;
        while (i < text.Length && parts.Count < 8)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                int start = i;
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                parts.Add(text[start..i]);
            }
            else if (char.IsLetter(text[i]) && text[i] is not ('年' or '月' or '日' or '号'))
            {
                int start = i;
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }

                string word = text[start..i].ToLowerInvariant();
                if (word is not ("st" or "nd" or "rd" or "th" or "of" or "on" or "the" or "am"))
                {
                    parts.Add(word);
                }
            }
            else
            {
                i++;
            }
        }

        return parts;
    }

    private static Dictionary<string, int> MonthNames()
    {
        string[] names =
        [
            "january jan januar",
            "february feb februar",
            "march mar märz mär",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sept sep",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ];
        return names
            .SelectMany((forms, i) => forms.Split(' ').Select(form => (form, i + 1)))
            .ToDictionary(pair => pair.form, pair => pair.Item2, StringComparer.Ordinal);
    }
}

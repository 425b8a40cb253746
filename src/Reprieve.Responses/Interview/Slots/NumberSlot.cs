using System.Globalization;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>Counts and percentages: 3, 1,200, three, 三, 3 人, 一百二十; 6.8 %, 6,8%, 百分之六点八.</summary>
internal static class NumberSlot
{
    private const long Most = 10_000_000;

    private static readonly string[] English =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];

    public static SlotReading Count(string text, SlotContext context)
    {
        if (text.StartsWith('-') || text.StartsWith('−'))
        {
            return SlotReading.No("slot.count_negative");
        }

        if (!TryCount(text, out long count))
        {
            return SlotReading.No("slot.count");
        }

        return count > Most
            ? SlotReading.No("slot.count_absurd", count)
            : SlotReading.Of(context.Formats.Count(count), count.ToString(CultureInfo.InvariantCulture));
    }

    public static SlotReading Percent(string text, SlotContext context)
    {
        bool marked =
            text.Contains('%', StringComparison.Ordinal)
            || text.Contains("百分之", StringComparison.Ordinal)
            || text.Contains("percent", StringComparison.OrdinalIgnoreCase)
            || text.Contains("per cent", StringComparison.OrdinalIgnoreCase);
        string bare = text.Replace("百分之", "", StringComparison.Ordinal)
            .Replace("per cent", "", StringComparison.OrdinalIgnoreCase)
            .Replace("percent", "", StringComparison.OrdinalIgnoreCase)
            .Replace("%", "", StringComparison.Ordinal)
            .Replace(',', '.')
            .Trim();
        if (!TryDecimal(bare, out double percent))
        {
            return SlotReading.No("slot.percent");
        }

        // 0.068 without a sign may be 6.8 % or 0.068 %.
        if (!marked && percent is > 0 and < 1)
        {
            return SlotReading.No("slot.percent_sign");
        }

        return percent is < 0 or > 100
            ? SlotReading.No("slot.percent_absurd")
            : SlotReading.Of(
                context.Formats.Percent(percent / 100),
                (percent / 100).ToString("0.######", CultureInfo.InvariantCulture)
            );
    }

    private static bool TryDecimal(string text, out double value)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        string[] halves = text.Split('点');
        if (halves.Length > 2 || !TryChinese(halves[0], out long whole))
        {
            return false;
        }

        value = whole;
        double place = 0.1;
        foreach (char c in halves.Length == 2 ? halves[1] : "")
        {
            int digit = ChineseDigit(c);
            if (digit < 0)
            {
                return false;
            }

            value += digit * place;
            place /= 10;
        }

        value = Math.Round(value, 6);
        return true;
    }

    /// <summary>A whole number, with a unit behind it at most ("3 people", "3人"); a range or "about 40" is none.</summary>
    private static bool TryCount(string text, out long count)
    {
        count = 0;
        int digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || IsGroup(text, digits)))
        {
            digits++;
        }

        if (digits > 0)
        {
            string number = text[..digits]
                .Replace(",", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal);
            return IsUnit(text[digits..].Trim())
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count);
        }

        string[] words = text.ToLowerInvariant().Split(' ');
        count = Array.IndexOf(English, words[0]);
        if (count >= 0)
        {
            return IsUnit(string.Join(' ', words.Skip(1)));
        }

        int length = 0;
        while (
            length < text.Length && (ChineseDigit(text[length]) >= 0 || text[length] is '十' or '百' or '千' or '万')
        )
        {
            length++;
        }

        return length > 0 && IsUnit(text[length..].Trim()) && TryChinese(text[..length], out count);
    }

    /// <summary>A comma or space between thousands: three digits follow, and then no fourth.</summary>
    private static bool IsGroup(string text, int at) =>
        text[at] is ',' or ' '
        && at > 0
        && at + 3 < text.Length
        && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static bool IsUnit(string rest) =>
        rest.Length <= 24 && rest.All(c => char.IsLetter(c) || c is ' ' or '(' or ')' or '.');

    private static bool TryChinese(string text, out long value)
    {
        value = 0;
        long section = 0;
        long digit = -1;
        foreach (char c in text)
        {
            long unit = c switch
            {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                '万' => 10_000,
                _ => 0,
            };
            if (unit == 10_000)
            {
                value = (section + Math.Max(digit, 0)) * unit;
                section = 0;
                digit = -1;
            }
            else if (unit > 0)
            {
                section += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            }
            else
            {
                digit = ChineseDigit(c);
                if (digit < 0)
                {
                    return false;
                }
            }
        }

        value += section + Math.Max(digit, 0);
        return text.Length > 0;
    }

    private static int ChineseDigit(char c) =>
        c == '两' ? 2
        : c == '零' ? 0
        : "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);
}

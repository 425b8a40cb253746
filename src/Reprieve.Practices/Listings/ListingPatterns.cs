using System.Buffers;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Listings;

/// <summary>What no list of words tells: the patterns that policies name. Each takes time linear in the text.</summary>
internal static class ListingPatterns
{
    /// <summary>The words that betray a field, or null.</summary>
    public static string? Quote(ListingPattern pattern, Policy policy, string written, ListingRow listing) =>
        pattern switch
        {
            ListingPattern.Link => WebAddress.In(written),
            ListingPattern.Email => EmailAddress.In(written),
            ListingPattern.Phone => PhoneNumber.In(written),
            // Titles of books are what their authors made them.
            _ when listing.IsBook => null,
            ListingPattern.TitleLength => TitleRules.TooLong(written),
            ListingPattern.TitleSigns => TitleRules.Sign(written),
            ListingPattern.TitleRepeats => TitleRules.Repeated(written, policy.Exceptions),
            ListingPattern.TitleCapitals => TitleRules.Capitals(written),
            _ => null,
        };

    /// <summary>Whether a pattern is one of titles alone.</summary>
    public static bool IsOfTitles(ListingPattern pattern) => pattern >= ListingPattern.TitleLength;

    /// <summary>The run of characters without white space around a place.</summary>
    public static string Around(string text, int at)
    {
        int from = at;
        while (from > 0 && !char.IsWhiteSpace(text[from - 1]) && at - from < 60)
        {
            from--;
        }

        int to = at;
        while (to < text.Length && !char.IsWhiteSpace(text[to]) && to - at < 60)
        {
            to++;
        }

        return text[from..to];
    }
}

/// <summary>A web address that is not Amazon's.</summary>
internal static class WebAddress
{
    private static readonly SearchValues<char> Label = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    /// <summary>Endings that are no words: behind a full stop without a space they are an address all the same.</summary>
    private static readonly string[] Endings =
    [
        "com",
        "net",
        "org",
        "shop",
        "store",
        "online",
        "xyz",
        "biz",
        "eu",
        "cn",
        "jp",
        "co.uk",
        "com.au",
        "com.cn",
    ];

    public static string? In(string text)
    {
        ReadOnlySpan<char> rest = text;
        for (int from = 0; rest.IndexOf('.') is >= 0 and int dot; )
        {
            int at = from + dot;
            string? address = At(text, at);
            if (address is not null)
            {
                return address;
            }

            from = at + 1;
            rest = text.AsSpan(from);
        }

        return null;
    }

    /// <summary>The address whose dot stands at a place.</summary>
    private static string? At(string text, int dot)
    {
        if (
            dot == 0
            || dot + 1 >= text.Length
            || !char.IsAsciiLetterOrDigit(text[dot - 1])
            || !char.IsAsciiLetterOrDigit(text[dot + 1])
        )
        {
            return null;
        }

        int from = dot;
        while (from > 0 && dot - from < 63 && Label.Contains(text[from - 1]))
        {
            from--;
        }

        ReadOnlySpan<char> label = text.AsSpan(from, dot - from);
        bool led =
            label.Equals("www", StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(0, from).EndsWith("://", StringComparison.Ordinal);
        bool told = led || (label.ContainsAnyInRange('a', 'z') && label.Length > 1 && Ends(text.AsSpan(dot + 1)));
        // The name before an at sign makes it an e-mail address.
        bool mail = from > 0 && text[from - 1] == '@';
        string address = ListingPatterns.Around(text, dot);
        return told && !mail && !IsAmazon(address) ? address : null;
    }

    private static bool Ends(ReadOnlySpan<char> rest)
    {
        foreach (string ending in Endings)
        {
            if (
                rest.StartsWith(ending, StringComparison.Ordinal)
                && (
                    rest.Length == ending.Length
                    || (!char.IsLetterOrDigit(rest[ending.Length]) && rest[ending.Length] != '-')
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmazon(string address) =>
        address.Contains("amazon.", StringComparison.OrdinalIgnoreCase)
        && !address.Contains("-amazon", StringComparison.OrdinalIgnoreCase);
}

/// <summary>An e-mail address.</summary>
internal static class EmailAddress
{
    public static string? In(string text)
    {
        for (int at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at == 0 || at + 3 >= text.Length || !char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            int to = at + 1;
            int dot = -1;
            while (to < text.Length && to - at < 64 && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '-' or '.'))
            {
                dot = text[to] == '.' && to + 1 < text.Length && char.IsAsciiLetter(text[to + 1]) ? to : dot;
                to++;
            }

            if (dot > at + 1)
            {
                return ListingPatterns.Around(text, at);
            }
        }

        return null;
    }
}

/// <summary>A telephone number: told by a plus and a country code, or by a word such as "call" before it.</summary>
internal static class PhoneNumber
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15;
    private const int Reach = 20;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly string[] Cues =
    [
        "call",
        "phone",
        "tel",
        "hotline",
        "fax",
        "whatsapp",
        "contact",
        "telefon",
        "anruf",
        "rufen",
        "téléphone",
        "appelez",
        "teléfono",
        "llame",
        "telefono",
        "chiama",
        "電話",
        "お問い合わせ",
        "电话",
        "致电",
        "热线",
        "手机",
        "微信",
        "qq",
    ];

    public static string? In(string text)
    {
        int from = 0;
        while (text.AsSpan(from).IndexOfAny(Digits) is >= 0 and int next)
        {
            int start = from + next;
            (int end, int digits, bool parted) = Number(text, start);
            bool plus = start > 0 && text[start - 1] == '+' && parted && digits >= 10;
            if (digits is >= FewestDigits and <= MostDigits && (plus || Cued(text, start)))
            {
                return text[(plus ? start - 1 : start)..end];
            }

            from = end;
        }

        return null;
    }

    /// <summary>The end of a number that single spaces, dashes, dots and brackets may part.</summary>
    private static (int End, int Digits, bool Parted) Number(string text, int start)
    {
        int end = start;
        int digits = 0;
        bool parted = false;
        for (int at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                digits++;
                end = at + 1;
            }
            else if (text[at] is ' ' or '-' or '.' or '(' or ')' or '/' && at - end < 2)
            {
                parted = true;
            }
            else
            {
                break;
            }
        }

        return (end, digits, parted);
    }

    private static bool Cued(string text, int start)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach));
        foreach (string cue in Cues)
        {
            int at = before.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            bool begins = at == 0 || (at > 0 && !char.IsLetter(before[at - 1])) || (at > 0 && before[at] > '\u3000');
            if (at >= 0 && begins)
            {
                return true;
            }
        }

        return false;
    }
}

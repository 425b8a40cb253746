using System.Buffers;

namespace Reprieve.Practices.Listings;

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

    public static string? In(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (text[from..].IndexOfAny(Digits) is >= 0 and int next)
        {
            int start = from + next;
            (int end, int digits, bool parted) = Number(text, start);
            bool plus = start > 0 && text[start - 1] == '+' && parted && digits >= 10;
            if (digits is >= FewestDigits and <= MostDigits && (plus || Cued(text, start)))
            {
                return text[(plus ? start - 1 : start)..end].ToString();
            }

            from = end;
        }

        return null;
    }

    /// <summary>The end of a number that single spaces, dashes, dots and brackets may part.</summary>
    private static (int End, int Digits, bool Parted) Number(ReadOnlySpan<char> text, int start)
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

    private static bool Cued(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<char> before = text[Math.Max(0, start - Reach)..start];
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

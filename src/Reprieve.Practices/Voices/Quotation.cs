using System.Text;

namespace Reprieve.Practices.Voices;

/// <summary>
/// Quotes a buyer: only the words that tell the cause, at most one sentence, with the digits of phone numbers, orders
/// and postal codes and with e-mail and web addresses masked. Buyers write names and addresses into comments.
/// </summary>
internal static class Quotation
{
    /// <summary>Longest quote; a longer sentence is cut to the part between commas around the wording.</summary>
    private const int Longest = 160;

    /// <summary>So many digits in a row, signs between them or not, are no count and no year.</summary>
    private const int PrivateDigits = 5;

    private const int LeastOfPhone = 9;
    private const int MostOfPhone = 15;

    public static string Of(SpokenText text, Range sentence, Hit hit)
    {
        (int start, int end) = (sentence.Start.Value, sentence.End.Value);
        if (end - start > Longest)
        {
            start = Math.Max(start, Math.Max(BreakBefore(text.Folded, hit.Start, start), hit.Start - (Longest / 2)));
            end = Math.Min(end, Math.Min(BreakAfter(text.Folded, hit.End, end), hit.End + (Longest / 2)));
        }

        return Mask(text.Written(start, end));
    }

    /// <summary>Whether a text holds an e-mail address or a phone number; an order id (17 digits) is neither.</summary>
    public static bool HoldsPersonalData(string text)
    {
        int digits = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : 'x';
            digits += char.IsDigit(c) ? 1 : 0;
            if (!char.IsDigit(c) && !IsJoint(c))
            {
                if (digits is >= LeastOfPhone and <= MostOfPhone)
                {
                    return true;
                }

                digits = 0;
            }

            bool mail = c is '@' or '\uFF20' && i > 0 && i + 1 < text.Length;
            if (mail && IsAddress(text[i - 1]) && IsAddress(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text with what may point to a person masked.</summary>
    public static string Mask(string text)
    {
        var masked = new StringBuilder(text);
        MaskAddresses(masked);
        MaskDigits(masked);
        return masked.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').ToString();
    }

    /// <summary>What stands around an at sign, or behind the beginning of a web address.</summary>
    private static void MaskAddresses(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool mail = text[i] is '@' or '\uFF20';
            bool web = i + 3 < text.Length && (text.ToString(i, 3) == "://" || text.ToString(i, 4) == "www.");
            if (!mail && !web)
            {
                continue;
            }

            int from = i;
            while (from > 0 && IsAddress(text[from - 1]))
            {
                from--;
            }

            int to = i + 1;
            while (to < text.Length && IsAddress(text[to]))
            {
                to++;
            }

            if (to - from > 1)
            {
                text.Remove(from, to - from).Insert(from, "***");
                i = from + 2;
            }
        }
    }

    private static bool IsAddress(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '/' or ':';

    /// <summary>Digits with nothing between them but the signs that phone numbers have.</summary>
    private static void MaskDigits(StringBuilder text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsDigit(text[i]))
            {
                continue;
            }

            (int digits, int end) = (0, i);
            for (int j = i; j < text.Length && (char.IsDigit(text[j]) || IsJoint(text[j])); j++)
            {
                if (char.IsDigit(text[j]))
                {
                    (digits, end) = (digits + 1, j);
                }
            }

            for (int j = i; digits >= PrivateDigits && j <= end; j++)
            {
                text[j] = char.IsDigit(text[j]) ? '*' : text[j];
            }

            i = end;
        }
    }

    private static bool IsJoint(char c) => c is ' ' or '-' or '.' or '(' or ')' or '/' or '+' or '\u2013' or '\u3000';

    private static int BreakBefore(string text, int at, int least)
    {
        int found = text.LastIndexOfAny([',', '\u3001', ':', '-'], at - 1 < 0 ? 0 : at - 1);
        return Math.Max(least, found + 1);
    }

    private static int BreakAfter(string text, int at, int most)
    {
        int found = text.IndexOfAny([',', '\u3001', ':'], at);
        return found < 0 ? most : Math.Min(most, found);
    }
}

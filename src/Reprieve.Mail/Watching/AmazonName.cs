using System.Buffers;
using System.Globalization;
using System.Text;

namespace Reprieve.Mail.Watching;

/// <summary>
/// Finds Amazon's name in a text: in the scripts of its marketplaces, and as swindlers write it. Whoever looks for the real
/// one only would pass by the false ones, which are to be judged and shown.
/// </summary>
internal static class AmazonName
{
    private const string Latin = "amazon";

    /// <summary>What may follow the name where it names Amazon's services for programs, which send and hold anybody's mail.</summary>
    private static readonly string[] CloudTails = ["aws", "ses.", "cognito", "s3."];

    private static readonly SearchValues<string> Names = SearchValues.Create(
        [
            .. new[]
            {
                Latin,
                "amzn",
                "arnazon",
                "sellercentral",
                "seller central",
                "亚马逊",
                "亞馬遜",
                "アマゾン",
                "아마존",
                "أمازون",
                "אמזון",
                "अमेज़न",
                "अमेज़ॉन",
                "Амазон",
                "แอมะซอน",
                "อเมซอน",
            }.Select(Fold),
        ],
        StringComparison.Ordinal
    );

    /// <summary>Whether a text names Amazon.</summary>
    public static bool IsIn(string? text)
    {
        ReadOnlySpan<char> rest = Fold(text ?? "");
        while (true)
        {
            int at = rest.IndexOfAny(Names);
            if (at < 0)
            {
                return false;
            }

            rest = rest[at..];
            if (!rest.StartsWith(Latin) || !IsCloud(rest[Latin.Length..]))
            {
                return true;
            }

            rest = rest[Latin.Length..];
        }
    }

    private static bool IsCloud(ReadOnlySpan<char> tail)
    {
        foreach (string cloud in CloudTails)
        {
            if (tail.StartsWith(cloud))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Letters without marks, widths, capitals and invisible characters between; look-alikes as what they look like.</summary>
    private static string Fold(string text)
    {
        if (!Ascii.IsValid(text))
        {
            // Halves of characters, which cannot be decomposed, become question marks.
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKD);
        }

        var folded = new StringBuilder(text.Length);
        foreach (char letter in text)
        {
            if (
                letter < 128
                || char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)
            )
            {
                folded.Append(LooksLike(char.ToLowerInvariant(letter)));
            }
        }

        return folded.ToString();
    }

    private static char LooksLike(char letter) =>
        letter switch
        {
            '0' or 'о' or 'ο' or 'օ' => 'o',
            'а' or 'α' or 'ɑ' => 'a',
            'м' or 'ⅿ' => 'm',
            'ո' or 'п' => 'n',
            'ᴢ' or 'ζ' => 'z',
            _ => letter,
        };
}

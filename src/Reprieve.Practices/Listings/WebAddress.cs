using System.Buffers;

namespace Reprieve.Practices.Listings;

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

    public static string? In(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (text[from..].IndexOf('.') is >= 0 and int next)
        {
            int dot = from + next;
            if (At(text, dot) is { } address)
            {
                return address;
            }

            from = dot + 1;
        }

        return null;
    }

    /// <summary>The address whose dot stands at a place.</summary>
    private static string? At(ReadOnlySpan<char> text, int dot)
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

        ReadOnlySpan<char> label = text[from..dot];
        bool led =
            label.Equals("www", StringComparison.OrdinalIgnoreCase)
            || text[..from].EndsWith("://", StringComparison.Ordinal);
        bool told = led || (label.ContainsAnyInRange('a', 'z') && label.Length > 1 && Ends(text[(dot + 1)..]));
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

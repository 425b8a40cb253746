using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Listings;

/// <summary>What no list of words tells: the patterns that policies name. Each takes time linear in the text.</summary>
internal static class ListingPatterns
{
    /// <summary>The words that betray a field, or null.</summary>
    public static string? Quote(
        ListingPattern pattern,
        Policy policy,
        ReadOnlySpan<char> written,
        ListingRow listing
    ) =>
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
    public static string Around(ReadOnlySpan<char> text, int at)
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

        return text[from..to].ToString();
    }
}

namespace Reprieve.Practices.Listings;

/// <summary>An e-mail address.</summary>
internal static class EmailAddress
{
    private const int LongestDomain = 64;

    public static string? In(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (text[from..].IndexOf('@') is >= 0 and int next)
        {
            int at = from + next;
            if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && IsDomain(text[(at + 1)..]))
            {
                return ListingPatterns.Around(text, at);
            }

            from = at + 1;
        }

        return null;
    }

    /// <summary>Whether a text begins with letters, a dot and letters.</summary>
    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length && i < LongestDomain; i++)
        {
            if (text[i] == '.')
            {
                return i > 0 && i + 1 < text.Length && char.IsAsciiLetter(text[i + 1]);
            }

            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] != '-')
            {
                return false;
            }
        }

        return false;
    }
}

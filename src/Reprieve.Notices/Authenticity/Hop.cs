using MimeKit;
using MimeKit.Utils;

namespace Reprieve.Notices;

/// <summary>A Received header: one server that passed the mail on.</summary>
/// <param name="By">The server's name, lower case; null when it gives an address or nothing.</param>
/// <param name="At">When it took the mail; null when it does not say.</param>
internal sealed record Hop(string? By, DateTimeOffset? At)
{
    public static Hop Read(Header header)
    {
        string value = header.Value;
        int semicolon = value.LastIndexOf(';');
        DateTimeOffset? at =
            semicolon >= 0 && DateUtils.TryParse(value[(semicolon + 1)..].Trim(), out DateTimeOffset time)
                ? time
                : null;
        return new Hop(Server(semicolon < 0 ? value : value[..semicolon]), at);
    }

    /// <summary>The word after "by", comments in brackets left out.</summary>
    private static string? Server(string value)
    {
        bool next = false;
        foreach (
            string word in WithoutComments(value).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (next)
            {
                string host = word.TrimEnd('.').ToLowerInvariant();
                bool isName =
                    host.Contains('.', StringComparison.Ordinal)
                    && char.IsAsciiLetter(host[^1])
                    && !host.Contains(':', StringComparison.Ordinal);
                return isName ? host : null;
            }

            next = word.Equals("by", StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private static string WithoutComments(string value)
    {
        if (!value.Contains('(', StringComparison.Ordinal))
        {
            return value;
        }

        var kept = new System.Text.StringBuilder(value.Length);
        int depth = 0;
        foreach (char c in value)
        {
            depth += c == '(' ? 1 : 0;
            kept.Append(depth > 0 ? ' ' : c);
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }
}

using System.Net;

namespace Reprieve.Notices;

/// <summary>
/// Resolves entities. Those that mails are full of are resolved here, without a string for each text; a text that has
/// others is left to the framework.
/// </summary>
internal static class HtmlEntities
{
    /// <summary>As many digits as any character below the surrogates has.</summary>
    private const int MostDigits = 5;

    private const int FirstSurrogate = 0xD800;

    /// <summary>A text as it is read; it may stand in <paramref name="room"/>.</summary>
    public static ReadOnlySpan<char> Resolve(ReadOnlySpan<char> text, scoped ref TextBuffer room)
    {
        room.Clear();
        ReadOnlySpan<char> rest = text;
        while (rest.IndexOf('&') is >= 0 and int at)
        {
            if (room.Length == 0)
            {
                room.Room(text.Length);
            }

            room.Append(rest[..at]);
            rest = rest[(at + 1)..];
            (char resolved, int length) = rest.StartsWith('#') ? Numbered(rest) : Named(rest);
            if (length == 0)
            {
                return WebUtility.HtmlDecode(text.ToString());
            }

            room.Append(resolved);
            rest = rest[length..];
        }

        if (room.Length == 0)
        {
            return text;
        }

        room.Append(rest);
        return room.Written;
    }

    private static (char Resolved, int Length) Named(ReadOnlySpan<char> entity) =>
        entity.StartsWith("quot;") ? ('"', 5)
        : entity.StartsWith("amp;") ? ('&', 4)
        : entity.StartsWith("nbsp;") ? ('\u00A0', 5)
        : entity.StartsWith("lt;") ? ('<', 3)
        : entity.StartsWith("gt;") ? ('>', 3)
        : default;

    private static (char Resolved, int Length) Numbered(ReadOnlySpan<char> entity)
    {
        int number = 0;
        int at = 1;
        while (at < entity.Length && at <= MostDigits && char.IsAsciiDigit(entity[at]))
        {
            number = (10 * number) + entity[at] - '0';
            at++;
        }

        bool known = number is > 0 and < FirstSurrogate && at < entity.Length && entity[at] == ';';
        return known ? ((char)number, at + 1) : default;
    }
}

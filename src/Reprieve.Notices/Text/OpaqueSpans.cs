namespace Reprieve.Notices;

/// <summary>Finds links and mail addresses, whose inside is not read as words. Linear in the text.</summary>
internal static class OpaqueSpans
{
    /// <summary>An address or a link in a text.</summary>
    public readonly record struct Span(int Start, int End, bool IsLink);

    public static List<Span> Find(ReadOnlySpan<char> text)
    {
        List<Span> found = [];
        int from = 0;
        while (from < text.Length)
        {
            int step = text[from..].IndexOfAny('@', ':', 'w');
            if (step < 0)
            {
                break;
            }

            int at = from + step;
            int floor = found.Count == 0 ? 0 : found[^1].End;
            Span? span = text[at] switch
            {
                '@' => Address(text, at, floor),
                ':' => LinkAt(text, at, floor),
                _ => BareLink(text, at, floor),
            };
            if (span is { } opaque)
            {
                found.Add(opaque);
                from = opaque.End;
            }
            else
            {
                from = at + 1;
            }
        }

        return found;
    }

    private static Span? LinkAt(ReadOnlySpan<char> text, int colon, int floor)
    {
        if (!text[colon..].StartsWith("://"))
        {
            return null;
        }

        int start = colon;
        while (start > floor && colon - start < 10 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return start == colon ? null : new Span(start, LinkEnd(text, colon + 3), IsLink: true);
    }

    private static Span? BareLink(ReadOnlySpan<char> text, int at, int floor)
    {
        bool starts = at <= floor || !Letters.IsWord(text[at - 1]);
        return starts && text[at..].StartsWith("www.") ? new Span(at, LinkEnd(text, at + 4), IsLink: true) : null;
    }

    private static int LinkEnd(ReadOnlySpan<char> text, int from)
    {
        int end = from;
        while (end < text.Length && text[end] is > ' ' and < '\u007F' and not ('"' or '<' or '>' or '`' or '|' or '\\'))
        {
            end++;
        }

        while (end > from && text[end - 1] is '.' or ',' or ')' or ']' or ';' or ':' or '!' or '?' or '\'' or '*')
        {
            end--;
        }

        return end;
    }

    private static Span? Address(ReadOnlySpan<char> text, int at, int floor)
    {
        int start = at;
        while (
            start > floor
            && at - start < 64
            && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+')
        )
        {
            start--;
        }

        int end = at + 1;
        while (end < text.Length && end - at < 255 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        while (end > at && text[end - 1] is '.' or '-')
        {
            end--;
        }

        bool whole = start < at && text[at..end].Contains('.');
        return whole ? new Span(start, end, IsLink: false) : null;
    }
}

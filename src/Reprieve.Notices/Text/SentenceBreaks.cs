namespace Reprieve.Notices;

/// <summary>Decides where a sentence ends: at a full stop that is one, at a blank line, at a line that stands alone.</summary>
internal static class SentenceBreaks
{
    /// <summary>Lines longer than this were probably wrapped, so that the next line continues them.</summary>
    private const int WrappedLine = 60;

    /// <summary>Whether the character at <paramref name="i"/>, which belongs to no word, ends a sentence.</summary>
    public static bool EndsAt(ReadOnlySpan<char> text, int i)
    {
        switch (text[i])
        {
            case '!' or '?' or '。' or '！' or '？' or '…' or '｡' or '•' or '●' or '؟':
                return true;
            case '.':
                return IsFullStop(text, i);
            default:
                return false;
        }
    }

    /// <summary>Whether the line break at <paramref name="i"/> ends a sentence, given where its line began.</summary>
    public static bool EndsAtLine(ReadOnlySpan<char> text, int i, int lineStart)
    {
        int last = i - 1;
        while (last >= lineStart && IsSkipped(text[last]))
        {
            last--;
        }

        int next = i + 1;
        while (next < text.Length && IsSkipped(text[next]))
        {
            next++;
        }

        if (last < lineStart || next >= text.Length || text[next] == '\n')
        {
            return true;
        }

        char before = text[last];
        char after = text[next];
        if (
            before is ':' or '：' or ';' or '؛'
            || after is '-' or '–' or '—' or '*' or '•' or '>' or '+' or '【' or '(' or '['
        )
        {
            return true;
        }

        if (Letters.IsCjk(before) || Letters.IsCjk(after))
        {
            return Letters.IsCjk(after) && (Letters.IsCjk(before) || !Letters.IsWord(before));
        }

        if (char.IsLower(after) || before is ',' or '،' or '-')
        {
            return false;
        }

        return last - lineStart < WrappedLine || !Letters.IsWord(after);
    }

    /// <summary>Whether a character at the edge of a line is blank or, like a mark of direction, shows nothing.</summary>
    private static bool IsSkipped(char c) => c is ' ' or '\t' or '\r' or '\u00A0' || Letters.IsInvisible(c);

    private static bool IsFullStop(ReadOnlySpan<char> text, int i)
    {
        int next = i + 1;
        while (next < text.Length && Letters.IsInvisible(text[next]))
        {
            next++;
        }

        if (next < text.Length && text[next] is '"' or '”' or '“' or '\'' or '’' or ')' or '»')
        {
            next++;
        }

        if (next < text.Length && !char.IsWhiteSpace(text[next]) && !Letters.IsCjk(text[next]))
        {
            return false;
        }

        int start = i;
        while (start > 0 && i - start < 4 && Letters.IsWord(text[start - 1]))
        {
            start--;
        }

        int length = i - start;
        bool digits = length is 1 or 2 && char.IsDigit(text[start]) && char.IsDigit(text[i - 1]);
        if (digits)
        {
            // "15. Mai" is a date, "1. Invoices" at the start of a line a list item.
            int after = next;
            while (after < text.Length && text[after] == ' ')
            {
                after++;
            }

            return after >= text.Length || (!char.IsLetter(text[after]) && !AtLineStart(text, start));
        }

        return length != 1 || !char.IsLetter(text[start]);
    }

    private static bool AtLineStart(ReadOnlySpan<char> text, int i)
    {
        while (i > 0 && text[i - 1] is ' ' or '\t' or '-')
        {
            i--;
        }

        return i == 0 || text[i - 1] == '\n';
    }
}

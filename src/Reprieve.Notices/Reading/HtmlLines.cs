using System.Buffers;

namespace Reprieve.Notices;

/// <summary>The text of a page as it is written down: a block a line, one space between words.</summary>
internal struct HtmlLines(int expected) : IDisposable
{
    /// <summary>What parts words as a space does.</summary>
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\n\r\t\u00A0\f");

    private TextBuffer _text = new(expected);
    private int _lineEnds;
    private bool _space;
    private bool _bullet;

    public readonly int Length => _text.Length;

    /// <summary>Begins another line, or so many.</summary>
    public void Break(int lines)
    {
        if (lines == 0 || _text.Length == 0)
        {
            return;
        }

        for (; _lineEnds < lines; _lineEnds++)
        {
            _text.Append('\n');
        }

        _space = false;
    }

    /// <summary>Begins an item of a list.</summary>
    public void Bullet()
    {
        Break(1);
        _text.Append("- ");
        (_lineEnds, _bullet) = (0, true);
    }

    /// <summary>Parts what comes from what stands before it, as a cell does.</summary>
    public void Part() => _space = true;

    /// <summary>Writes a text with one space for each run of blanks, and returns what was written.</summary>
    public ReadOnlySpan<char> Write(ReadOnlySpan<char> text, bool isPlain)
    {
        int start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        _space |= start > 0;
        if (start == text.Length)
        {
            return [];
        }

        int end = text.Length;
        while (IsBlank(text[end - 1]))
        {
            end--;
        }

        ReadOnlySpan<char> words = text[start..end];
        Span<char> room = _text.Room(words.Length + 1);
        int length = 0;
        if (_space && !(_bullet || _lineEnds > 0 || _text.Length == 0))
        {
            room[length++] = ' ';
        }

        length +=
            (isPlain || !words.ContainsAny(Blanks)) && words.IndexOf("  ") < 0
                ? Copy(words, room[length..])
                : Squeeze(words, room[length..]);
        _text.Take(length);
        (_lineEnds, _bullet, _space) = (0, false, end < text.Length);
        return room[..length];
    }

    public override readonly string ToString() => _text.Written.Trim("\n ").ToString();

    public readonly void Dispose() => _text.Dispose();

    private static int Copy(ReadOnlySpan<char> words, Span<char> room)
    {
        words.CopyTo(room);
        return words.Length;
    }

    private static int Squeeze(ReadOnlySpan<char> words, Span<char> room)
    {
        int length = 0;
        bool space = false;
        foreach (char c in words)
        {
            bool blank = IsBlank(c);
            if (!(blank && space))
            {
                room[length++] = blank ? ' ' : c;
            }

            space = blank;
        }

        return length;
    }

    private static bool IsBlank(char c) => c is ' ' or '\n' or '\r' or '\t' or '\u00A0' or '\f';
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Reprieve.Notices;

/// <summary>What stands next in a page.</summary>
internal enum HtmlPiece
{
    /// <summary>The page is at its end.</summary>
    None,
    Text,
    Start,
    End,
}

/// <summary>
/// Cuts a page into text and tags in one pass, as browsers do with what is broken: comments without end swallow the
/// rest, a tag without end is none. Nothing is copied; the caller asks for what it needs.
/// </summary>
internal ref struct HtmlScanner(ReadOnlySpan<char> html)
{
    private const int MaxAttributes = 64;

    private const ulong Space = (1UL << ' ') | (1UL << '\t') | (1UL << '\r') | (1UL << '\n');
    private const ulong AfterTag = Space | (1UL << '\f') | (1UL << '/') | (1UL << '>');
    private const ulong AfterName = AfterTag | (1UL << '=');

    /// <summary>What ends a text, or may not stand as it is written.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("<&\n\r\t\f\u00A0");

    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n\f>");

    private readonly ReadOnlySpan<char> _page = html;
    private ReadOnlySpan<char> _name;
    private Values _values;
    private int _count;
    private int _at;
    private bool _raw;

    /// <summary>The text of a <see cref="HtmlPiece.Text"/>, its entities not yet resolved.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>Whether the text is without entities, and its words without other blanks than spaces between them.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>The element of a <see cref="HtmlPiece.Start"/> or <see cref="HtmlPiece.End"/>.</summary>
    public HtmlTag Tag { get; private set; }

    /// <summary>Those of the attributes of a <see cref="HtmlPiece.Start"/> that are looked at.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<HtmlValue> Attributes => ((ReadOnlySpan<HtmlValue>)_values)[.._count];

    public readonly ReadOnlySpan<char> ValueOf(HtmlValue value) => _page.Slice(value.Start, value.Length);

    /// <summary>Goes to the next piece. Were this compiled into its caller, what it calls itself would not be compiled into it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public HtmlPiece Next()
    {
        ReadOnlySpan<char> page = _page;
        if (_raw)
        {
            (_raw, IsPlain) = (false, false);
            return TextTo(RawEnd(), _at);
        }

        int start = _at;
        IsPlain = true;
        while (_at < page.Length)
        {
            _at = NextMarkup(_at == start ? AfterSpace(page, _at) : _at);
            if (_at < page.Length && !IsMarkup(page, _at))
            {
                _at++;
                continue;
            }

            if (_at > start)
            {
                return TextTo(_at, start);
            }

            if (Markup() is var piece and not HtmlPiece.None)
            {
                return piece;
            }

            start = _at;
        }

        return start == page.Length ? HtmlPiece.None : TextTo(page.Length, start);
    }

    /// <summary>Where the next "&lt;" stands, or the page ends; on the way it is told whether the text up to there is plain.</summary>
    private int NextMarkup(int at)
    {
        ReadOnlySpan<char> page = _page;
        if (at < page.Length && page[at] == '<')
        {
            return at;
        }

        int step = page[at..].IndexOfAny(Marks);
        if (step >= 0 && page[at + step] != '<')
        {
            IsPlain = false;
            at += step;
            step = page[at..].IndexOf('<');
        }

        return step < 0 ? page.Length : at + step;
    }

    private HtmlPiece TextTo(int end, int start)
    {
        Text = _page[start..end];
        _at = end;
        return HtmlPiece.Text;
    }

    /// <summary>Whether the "&lt;" here opens a tag or comment rather than standing for itself.</summary>
    private static bool IsMarkup(ReadOnlySpan<char> page, int at)
    {
        int next = at + 1;
        if (next >= page.Length)
        {
            return false;
        }

        char c = page[next];
        return char.IsAsciiLetter(c)
            || (c == '/' && next + 1 < page.Length && char.IsAsciiLetter(page[next + 1]))
            || c is '!' or '?';
    }

    private HtmlPiece Markup()
    {
        ReadOnlySpan<char> page = _page;
        char next = page[_at + 1];
        if (next is '!' or '?')
        {
            SkipComment();
            return HtmlPiece.None;
        }

        bool isEnd = next == '/';
        int name = _at + (isEnd ? 2 : 1);
        int end = name;
        while (end < page.Length && !IsIn(page[end], AfterTag))
        {
            end++;
        }

        _at = end;
        _name = page[name..end];
        Tag = HtmlTags.Find(_name);
        _count = 0;
        if (end < page.Length && page[end] == '>')
        {
            _at++;
        }
        else if (!ReadAttributes(isEnd || Tag is HtmlTag.Void or HtmlTag.Br))
        {
            return HtmlPiece.None;
        }

        _raw = !isEnd && HtmlTags.IsRaw(Tag);
        return isEnd ? HtmlPiece.End : HtmlPiece.Start;
    }

    private void SkipComment()
    {
        ReadOnlySpan<char> rest = _page[_at..];
        bool comment = rest.StartsWith("<!--");
        int end = comment ? rest[2..].IndexOf("-->") : rest.IndexOf('>');
        _at =
            end < 0 ? _page.Length
            : comment ? _at + 2 + end + 3
            : _at + end + 1;
    }

    /// <summary>Reads attributes up to the tag's end; false when it has none. Most tags have none to read, and do without this.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadAttributes(bool skip)
    {
        ReadOnlySpan<char> page = _page;
        int at = _at;
        int left = skip ? 0 : MaxAttributes;
        while (at < page.Length)
        {
            char c = page[at];
            if (c == '>')
            {
                _at = at + 1;
                return true;
            }

            int name = at++;
            if (IsIn(c, AfterTag))
            {
                continue;
            }

            while (at < page.Length && !IsIn(page[at], AfterName))
            {
                at++;
            }

            ReadOnlySpan<char> named = page[name..at];
            (int value, int length) = ReadValue(page, ref at);
            if (left-- > 0 && HtmlTraits.Find(named) is var trait and not HtmlTrait.Other)
            {
                _values[_count++] = new HtmlValue(trait, value, length);
            }
        }

        _at = at;
        return false;
    }

    /// <summary>Where an attribute's value begins, and its length; <paramref name="at"/> goes from the name's end to the value's.</summary>
    private static (int Start, int Length) ReadValue(ReadOnlySpan<char> page, ref int at)
    {
        int equals = AfterSpace(page, at);
        if (equals >= page.Length || page[equals] != '=')
        {
            return (at, 0);
        }

        int start = AfterSpace(page, equals + 1);
        if (start >= page.Length)
        {
            at = start;
            return (start, 0);
        }

        char quote = page[start];
        bool quoted = quote is '"' or '\'';
        start += quoted ? 1 : 0;
        ReadOnlySpan<char> rest = page[start..];
        int length = quoted ? rest.IndexOf(quote) : rest.IndexOfAny(AfterValue);
        length = length < 0 ? rest.Length : length;
        at = Math.Min(page.Length, start + length + (quoted ? 1 : 0));
        return (start, length);
    }

    private static int AfterSpace(ReadOnlySpan<char> page, int at)
    {
        while (at < page.Length && IsIn(page[at], Space))
        {
            at++;
        }

        return at;
    }

    private static bool IsIn(char c, ulong set) => c <= '>' && ((set >> c) & 1) != 0;

    /// <summary>Where the end tag of a raw element begins; the page's end when there is none.</summary>
    private readonly int RawEnd()
    {
        int from = _at;
        while (_page[from..].IndexOf("</") is >= 0 and int step)
        {
            from += step;
            if (_page[(from + 2)..].StartsWith(_name, StringComparison.OrdinalIgnoreCase))
            {
                return from;
            }

            from += 2;
        }

        return _page.Length;
    }

    [InlineArray(MaxAttributes)]
    private struct Values
    {
        private HtmlValue _first;
    }
}

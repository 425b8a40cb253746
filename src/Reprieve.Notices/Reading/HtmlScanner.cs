using System.Buffers;
using System.Runtime.InteropServices;

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
internal sealed class HtmlScanner(ReadOnlyMemory<char> html)
{
    private const int MaxAttributes = 64;

    private static readonly SearchValues<char> AfterTag = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n\f>");

    private readonly List<Attribute> _attributes = [];
    private int _at;
    private (int Start, int End) _name;
    private (int Start, int End) _text;
    private bool _raw;

    /// <summary>The text of a <see cref="HtmlPiece.Text"/>, its entities not yet resolved.</summary>
    public ReadOnlySpan<char> Text => html.Span[_text.Start.._text.End];

    /// <summary>The element of a <see cref="HtmlPiece.Start"/> or <see cref="HtmlPiece.End"/>.</summary>
    public HtmlTag Tag { get; private set; }

    public int AttributeCount => _attributes.Count;

    public ReadOnlySpan<char> AttributeName(int i) => html.Span.Slice(_attributes[i].Name, _attributes[i].NameLength);

    public ReadOnlySpan<char> AttributeValue(int i) => AttributeMemory(i).Span;

    /// <summary>The same as <see cref="AttributeValue"/>, to be kept as long as the page is.</summary>
    public ReadOnlyMemory<char> AttributeMemory(int i) => html.Slice(_attributes[i].Value, _attributes[i].ValueLength);

    public HtmlPiece Next()
    {
        ReadOnlySpan<char> page = html.Span;
        if (_raw)
        {
            _raw = false;
            int end = RawEnd(page);
            _text = (_at, end);
            _at = end;
            return HtmlPiece.Text;
        }

        int start = _at;
        while (_at < page.Length)
        {
            int step = page[_at..].IndexOf('<');
            _at = step < 0 ? page.Length : _at + step;
            if (_at < page.Length && !IsMarkup(page[(_at + 1)..]))
            {
                _at++;
                continue;
            }

            if (_at > start)
            {
                _text = (start, _at);
                return HtmlPiece.Text;
            }

            if (Markup(page) is var piece and not HtmlPiece.None)
            {
                return piece;
            }

            start = _at;
        }

        _text = (start, page.Length);
        return start == page.Length ? HtmlPiece.None : HtmlPiece.Text;
    }

    /// <summary>Whether a "&lt;" before this opens a tag or comment rather than standing for itself.</summary>
    private static bool IsMarkup(ReadOnlySpan<char> next) =>
        next.Length > 0
        && (
            char.IsAsciiLetter(next[0])
            || next[0] is '!' or '?'
            || (next[0] == '/' && next.Length > 1 && char.IsAsciiLetter(next[1]))
        );

    private HtmlPiece Markup(ReadOnlySpan<char> page)
    {
        char next = page[_at + 1];
        if (next is '!' or '?')
        {
            bool comment = page[_at..].StartsWith("<!--");
            int end = comment ? page[(_at + 2)..].IndexOf("-->") : page[_at..].IndexOf('>');
            _at =
                end < 0 ? page.Length
                : comment ? _at + 2 + end + 3
                : _at + end + 1;
            return HtmlPiece.None;
        }

        bool isEnd = next == '/';
        int name = _at + (isEnd ? 2 : 1);
        int nameLength = page[name..].IndexOfAny(AfterTag);
        _at = nameLength < 0 ? page.Length : name + nameLength;
        _name = (name, _at);
        Tag = HtmlTags.Find(page[name.._at]);
        if (!Attributes(page))
        {
            return HtmlPiece.None;
        }

        _raw = !isEnd && HtmlTags.IsRaw(Tag);
        return isEnd ? HtmlPiece.End : HtmlPiece.Start;
    }

    /// <summary>Reads attributes up to the tag's end; false when it has none.</summary>
    private bool Attributes(ReadOnlySpan<char> page)
    {
        _attributes.Clear();
        while (_at < page.Length)
        {
            char c = page[_at];
            if (c == '>')
            {
                _at++;
                return true;
            }

            if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '/')
            {
                _at++;
                continue;
            }

            int name = _at++;
            int length = page[_at..].IndexOfAny(AfterName);
            _at = length < 0 ? page.Length : _at + length;
            int nameEnd = _at;
            (int value, int valueEnd) = Value(page);
            if (_attributes.Count < MaxAttributes)
            {
                _attributes.Add(new Attribute(name, nameEnd - name, value, valueEnd - value));
            }
        }

        return false;
    }

    private (int Start, int End) Value(ReadOnlySpan<char> page)
    {
        int equals = _at;
        while (equals < page.Length && page[equals] is ' ' or '\t' or '\r' or '\n')
        {
            equals++;
        }

        if (equals >= page.Length || page[equals] != '=')
        {
            return (_at, _at);
        }

        _at = equals + 1;
        while (_at < page.Length && page[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }

        bool quoted = _at < page.Length && page[_at] is '"' or '\'';
        int start = quoted ? _at + 1 : _at;
        ReadOnlySpan<char> rest = page[Math.Min(start, page.Length)..];
        int end = quoted ? rest.IndexOf(page[_at]) : rest.IndexOfAny(AfterValue);
        end = end < 0 ? page.Length : start + end;
        _at = Math.Min(page.Length, quoted ? end + 1 : end);
        return (start, Math.Max(start, end));
    }

    /// <summary>Where the end tag of a raw element begins; the page's end when there is none.</summary>
    private int RawEnd(ReadOnlySpan<char> page)
    {
        ReadOnlySpan<char> name = page[_name.Start.._name.End];
        int from = _at;
        while (page[from..].IndexOf("</") is >= 0 and int step)
        {
            from += step;
            if (page[(from + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return from;
            }

            from += 2;
        }

        return page.Length;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Attribute(int Name, int NameLength, int Value, int ValueLength);
}

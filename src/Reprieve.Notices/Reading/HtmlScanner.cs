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
internal sealed class HtmlScanner(string html)
{
    private const int MaxAttributes = 64;

    private static readonly SearchValues<char> AfterTag = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> AfterValue = SearchValues.Create(" \t\r\n\f>");

    private readonly List<Attribute> _attributes = [];
    private int _at;
    private ReadOnlyMemory<char> _name;
    private bool _raw;

    /// <summary>The text of a <see cref="HtmlPiece.Text"/>, its entities not yet resolved.</summary>
    public ReadOnlyMemory<char> Text { get; private set; }

    /// <summary>The element of a <see cref="HtmlPiece.Start"/> or <see cref="HtmlPiece.End"/>.</summary>
    public HtmlTag Tag { get; private set; }

    public int AttributeCount => _attributes.Count;

    public ReadOnlySpan<char> AttributeName(int i) => html.AsSpan(_attributes[i].Name, _attributes[i].NameLength);

    public ReadOnlySpan<char> AttributeValue(int i) => html.AsSpan(_attributes[i].Value, _attributes[i].ValueLength);

    public HtmlPiece Next()
    {
        if (_raw)
        {
            _raw = false;
            int end = RawEnd();
            Text = html.AsMemory(_at, end - _at);
            _at = end;
            return HtmlPiece.Text;
        }

        int start = _at;
        while (_at < html.Length)
        {
            int step = html.AsSpan(_at).IndexOf('<');
            _at = step < 0 ? html.Length : _at + step;
            if (_at < html.Length && !IsMarkup(_at))
            {
                _at++;
                continue;
            }

            if (_at > start)
            {
                Text = html.AsMemory(start, _at - start);
                return HtmlPiece.Text;
            }

            if (Markup() is var piece and not HtmlPiece.None)
            {
                return piece;
            }

            start = _at;
        }

        Text = html.AsMemory(start, html.Length - start);
        return Text.IsEmpty ? HtmlPiece.None : HtmlPiece.Text;
    }

    /// <summary>Whether a "&lt;" opens a tag or comment rather than standing for itself.</summary>
    private bool IsMarkup(int at)
    {
        if (at + 1 >= html.Length)
        {
            return false;
        }

        char next = html[at + 1];
        return char.IsAsciiLetter(next)
            || next is '!' or '?'
            || (next == '/' && at + 2 < html.Length && char.IsAsciiLetter(html[at + 2]));
    }

    private HtmlPiece Markup()
    {
        char next = html[_at + 1];
        if (next is '!' or '?')
        {
            bool comment = html.AsSpan(_at).StartsWith("<!--");
            int end = comment ? html.AsSpan(_at + 2).IndexOf("-->") : html.AsSpan(_at).IndexOf('>');
            _at =
                end < 0 ? html.Length
                : comment ? _at + 2 + end + 3
                : _at + end + 1;
            return HtmlPiece.None;
        }

        bool isEnd = next == '/';
        int name = _at + (isEnd ? 2 : 1);
        int nameLength = html.AsSpan(name).IndexOfAny(AfterTag);
        nameLength = nameLength < 0 ? html.Length - name : nameLength;
        Tag = HtmlTags.Find(html.AsSpan(name, nameLength));
        _name = html.AsMemory(name, nameLength);
        _at = name + nameLength;
        if (!Attributes())
        {
            return HtmlPiece.None;
        }

        _raw = !isEnd && HtmlTags.IsRaw(Tag);
        return isEnd ? HtmlPiece.End : HtmlPiece.Start;
    }

    /// <summary>Reads attributes up to the tag's end; false when it has none.</summary>
    private bool Attributes()
    {
        _attributes.Clear();
        while (_at < html.Length)
        {
            char c = html[_at];
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
            int length = html.AsSpan(_at).IndexOfAny(AfterName);
            _at = length < 0 ? html.Length : _at + length;
            int nameEnd = _at;
            (int value, int valueEnd) = Value();
            if (_attributes.Count < MaxAttributes)
            {
                _attributes.Add(new Attribute(name, nameEnd - name, value, valueEnd - value));
            }
        }

        return false;
    }

    private (int Start, int End) Value()
    {
        int equals = _at;
        while (equals < html.Length && html[equals] is ' ' or '\t' or '\r' or '\n')
        {
            equals++;
        }

        if (equals >= html.Length || html[equals] != '=')
        {
            return (_at, _at);
        }

        _at = equals + 1;
        while (_at < html.Length && html[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }

        bool quoted = _at < html.Length && html[_at] is '"' or '\'';
        int start = quoted ? _at + 1 : _at;
        ReadOnlySpan<char> rest = html.AsSpan(Math.Min(start, html.Length));
        int end = quoted ? rest.IndexOf(html[_at]) : rest.IndexOfAny(AfterValue);
        end = end < 0 ? html.Length : start + end;
        _at = Math.Min(html.Length, quoted ? end + 1 : end);
        return (start, Math.Max(start, end));
    }

    /// <summary>Where the end tag of a raw element begins; the page's end when there is none.</summary>
    private int RawEnd()
    {
        ReadOnlySpan<char> name = _name.Span;
        int from = _at;
        while (html.AsSpan(from).IndexOf("</") is >= 0 and int step)
        {
            from += step;
            if (html.AsSpan(from + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return from;
            }

            from += 2;
        }

        return html.Length;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Attribute(int Name, int NameLength, int Value, int ValueLength);
}

using System.Text;
using MimeKit.Text;

namespace Reprieve.Notices;

/// <summary>
/// The text of a page as a reader sees it, with its links. Only tokens are read, no tree is built, so that hostile
/// nesting costs nothing; scripts, styles and what the eye does not see are dropped.
/// </summary>
/// <param name="Title">The page's title; null when it has none.</param>
/// <param name="Text">What is seen, a block a line.</param>
/// <param name="Links">Its links, as far as anybody could check them.</param>
/// <param name="Hidden">How many letters were left out because nobody sees them.</param>
internal sealed record HtmlText(string? Title, string Text, IReadOnlyList<Link> Links, int Hidden)
{
    private const int HeadBytes = 4096;

    public static HtmlText Read(string html) => new HtmlCollector().Run(html);

    /// <summary>Reads a page in the charset it is sent in, or else names itself.</summary>
    public static HtmlText Read(ReadOnlyMemory<byte> html, string? charset) =>
        Read(Charsets.Decode(html.Span, charset ?? OwnCharset(html.Span)));

    /// <summary>The charset that a page names in its head; null when it names none.</summary>
    public static string? OwnCharset(ReadOnlySpan<byte> html)
    {
        ReadOnlySpan<byte> head = html.Length > HeadBytes ? html[..HeadBytes] : html;
        int at = head.IndexOf("charset="u8);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> name = head[(at + "charset=".Length)..].TrimStart("\"'"u8);
        int end = name.IndexOfAny("\"' />;"u8);
        return end is > 0 and < 40 ? Encoding.ASCII.GetString(name[..end]) : null;
    }

    /// <summary>Passes every tag and every piece of text of a page.</summary>
    public static void Walk(string html, Action<string, bool> onTag, Action<string> onText)
    {
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokenizer.ReadNextToken(out HtmlToken? token))
        {
            if (token is HtmlTagToken tag)
            {
                onTag(tag.Name.ToLowerInvariant(), tag.IsEndTag);
            }
            else if (token.Kind == HtmlTokenKind.Data)
            {
                onText(((HtmlDataToken)token).Data);
            }
        }
    }
}

/// <summary>Collects text and links while a page is read tag by tag.</summary>
internal sealed class HtmlCollector
{
    private const int MaxLinks = 2000;
    private const int MaxShown = 500;

    /// <summary>More text than this is no notice; what follows is not looked at.</summary>
    private const int MaxText = 2 * NoticeText.LongestRead;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _title = new();
    private readonly StringBuilder _shown = new();
    private readonly List<Link> _links = [];
    private readonly HtmlElements _elements = new();
    private string? _target;
    private bool _inTitle;
    private bool _space;
    private int _hidden;
    private int _lineEnds;

    public HtmlText Run(string html)
    {
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (_text.Length < MaxText && tokenizer.ReadNextToken(out HtmlToken? token))
        {
            if (token is HtmlTagToken tag)
            {
                Tag(tag);
            }
            else if (token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData)
            {
                Data(((HtmlDataToken)token).Data);
            }
            else if (token.Kind == HtmlTokenKind.ScriptData && _elements.InStyle)
            {
                _elements.Learn(((HtmlDataToken)token).Data);
            }
        }

        EndLink();
        string title = _title.ToString().Trim();
        return new HtmlText(title.Length == 0 ? null : title, _text.ToString().Trim('\n', ' '), _links, _hidden);
    }

    private void Tag(HtmlTagToken tag)
    {
        if (tag.IsEndTag)
        {
            _elements.Close(tag.Id);
        }
        else
        {
            _elements.Open(tag);
        }

        if (tag.Id == HtmlTagId.Title)
        {
            _inTitle = !tag.IsEndTag;
        }

        if (!_elements.Seen)
        {
            return;
        }

        switch (tag.Id)
        {
            case HtmlTagId.A:
                EndLink();
                _target = tag.IsEndTag ? null : Target(tag);
                break;
            case HtmlTagId.LI when !tag.IsEndTag:
                Break(1);
                _text.Append("- ");
                _lineEnds = 0;
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                _space = true;
                break;
            default:
                Break(HtmlBlocks.LineEnds(tag.Id));
                break;
        }
    }

    private void Break(int lines)
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

    private void Data(string data)
    {
        if (_inTitle)
        {
            _title.Append(data, 0, Math.Min(data.Length, Math.Max(0, MaxShown - _title.Length)));
            return;
        }

        if (!_elements.Seen)
        {
            _hidden += _elements.InCode ? 0 : Letters.CountLetters(data);
            return;
        }

        foreach (char c in data)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\u00A0' or '\f')
            {
                _space = true;
                continue;
            }

            if (_space && _text.Length > 0 && _lineEnds == 0 && _text[^1] != ' ')
            {
                _text.Append(' ');
            }

            _space = false;
            _lineEnds = 0;
            _text.Append(c);
            if (_target is not null && _shown.Length < MaxShown)
            {
                _shown.Append(c);
            }
        }
    }

    private void EndLink()
    {
        if (_target is not null && _links.Count < MaxLinks)
        {
            _links.Add(new Link(_shown.ToString(), _target.Trim()));
        }

        _shown.Clear();
        _target = null;
    }

    private static string? Target(HtmlTagToken tag)
    {
        foreach (HtmlAttribute attribute in tag.Attributes)
        {
            if (attribute.Id == HtmlAttributeId.Href)
            {
                return attribute.Value;
            }
        }

        return null;
    }
}

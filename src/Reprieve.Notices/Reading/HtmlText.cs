using System.Buffers;
using System.Net;
using System.Text;

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
    private static readonly SearchValues<byte> AfterName = SearchValues.Create("\"' />;"u8);

    private const int HeadBytes = 4096;

    public static HtmlText Read(string html) => new HtmlCollector(html.AsMemory()).Run();

    /// <summary>Reads a page in the charset it is sent in, or else names itself.</summary>
    public static HtmlText Read(ReadOnlyMemory<byte> html, string? charset)
    {
        using var page = LentText.Decode(html.Span, charset ?? OwnCharset(html.Span));
        return new HtmlCollector(page.Text).Run();
    }

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
        int end = name.IndexOfAny(AfterName);
        return end is > 0 and < 40 ? Encoding.ASCII.GetString(name[..end]) : null;
    }

    /// <summary>How many letters stand outside tables, and how many rows and cells there are.</summary>
    public static (int Letters, int Rows, int Cells) Outline(string html)
    {
        var scanner = new HtmlScanner(html.AsMemory());
        (int letters, int rows, int cells, int depth) = (0, 0, 0, 0);
        HtmlTag last = HtmlTag.Other;
        while (scanner.Next() is var piece and not HtmlPiece.None)
        {
            if (piece == HtmlPiece.Text)
            {
                letters += depth > 0 || HtmlTags.IsRaw(last) ? 0 : Notices.Letters.CountLetters(scanner.Text);
                continue;
            }

            last = piece == HtmlPiece.Start ? scanner.Tag : HtmlTag.Other;
            depth += scanner.Tag == HtmlTag.Table ? (piece == HtmlPiece.End ? -1 : 1) : 0;
            rows += last == HtmlTag.Row ? 1 : 0;
            cells += last == HtmlTag.Cell ? 1 : 0;
        }

        return (letters, rows, cells);
    }
}

/// <summary>Collects text and links while a page is read tag by tag.</summary>
internal sealed class HtmlCollector(ReadOnlyMemory<char> html)
{
    private const int MaxLinks = 2000;
    private const int MaxShown = 500;
    private const int MaxTarget = 4000;
    private const int MaxPiece = 4 * MaxText;
    private const int FirstText = 4 * 1024;

    /// <summary>What parts words as a space does.</summary>
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\n\r\t\u00A0\f");

    /// <summary>Of a page laid out with tables, so little or less is text.</summary>
    private const int ShareOfText = 4;

    /// <summary>More text than this is no notice; what follows is not looked at.</summary>
    private const int MaxText = 2 * NoticeText.LongestRead;

    private readonly TextBuffer _text = new(Math.Min(html.Length / ShareOfText, FirstText));
    private readonly TextBuffer _title = new(0);
    private readonly TextBuffer _shown = new(0);
    private readonly List<Link> _links = [];
    private readonly HtmlElements _elements = new();
    private readonly HtmlScanner _scanner = new(html);
    private string? _target;
    private bool _inTitle;
    private bool _space;
    private int _hidden;
    private int _lineEnds;
    private char _last;

    public HtmlText Run()
    {
        while (_text.Length < MaxText && _scanner.Next() is var piece and not HtmlPiece.None)
        {
            if (piece != HtmlPiece.Text)
            {
                Tag(_scanner.Tag, piece == HtmlPiece.End);
            }
            else if (_elements.InStyle)
            {
                _elements.Learn(_scanner.Text);
            }
            else
            {
                Data(_scanner.Text);
            }
        }

        EndLink();
        string title = _title.ToString().Trim();
        return new HtmlText(title.Length == 0 ? null : title, _text.Written.Trim("\n ").ToString(), _links, _hidden);
    }

    private void Tag(HtmlTag tag, bool isEnd)
    {
        if (isEnd)
        {
            _elements.Close(tag);
        }
        else
        {
            _elements.Open(_scanner);
        }

        if (tag == HtmlTag.Title)
        {
            _inTitle = !isEnd;
        }

        if (!_elements.Seen)
        {
            return;
        }

        switch (tag)
        {
            case HtmlTag.A:
                EndLink();
                _target = isEnd || _links.Count >= MaxLinks ? null : Target();
                break;
            case HtmlTag.Item when !isEnd:
                Break(1);
                _text.Append("- ");
                (_lineEnds, _last) = (0, ' ');
                break;
            case HtmlTag.Cell:
                _space = true;
                break;
            default:
                Break(HtmlTags.LineEnds(tag));
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

    private void Data(ReadOnlySpan<char> raw)
    {
        if (_inTitle)
        {
            string title = Resolved(raw[..Math.Min(raw.Length, MaxShown)]);
            _title.Append(title.AsSpan(0, Math.Min(title.Length, Math.Max(0, MaxShown - _title.Length))));
            return;
        }

        if (!_elements.Seen)
        {
            _hidden += _elements.InCode ? 0 : Letters.CountLetters(Resolved(raw));
            return;
        }

        // More cannot be kept, so that more need not be resolved.
        ReadOnlySpan<char> part = raw.Length > MaxPiece ? raw[..MaxPiece] : raw;
        ReadOnlySpan<char> seen = part.Contains('&') ? Resolved(part) : part;
        Span<char> room = _text.Room(2 * seen.Length);
        bool joined = _text.Length == 0 || _lineEnds > 0 || _last == ' ';
        int length = IsPlain(seen) ? Copy(seen, room, joined) : Squeeze(seen, room, joined);
        if (length > 0)
        {
            (_lineEnds, _last) = (0, room[length - 1]);
            _text.Take(length);
            Show(room[..length]);
        }
    }

    /// <summary>Whether words are parted by single spaces alone, as most are, so that they can be taken as they stand.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAny(Blanks) && text.IndexOf("  ") < 0;

    private int Copy(ReadOnlySpan<char> plain, Span<char> room, bool joined)
    {
        ReadOnlySpan<char> words = plain.Trim(' ');
        _space |= plain.StartsWith(' ');
        if (words.IsEmpty)
        {
            return 0;
        }

        int length = 0;
        if (_space && !joined)
        {
            room[length++] = ' ';
        }

        words.CopyTo(room[length..]);
        _space = plain.EndsWith(' ');
        return length + words.Length;
    }

    /// <summary>Writes a text with one space for each run of blanks, and none at its ends; returns its length.</summary>
    private int Squeeze(ReadOnlySpan<char> seen, Span<char> room, bool joined)
    {
        int length = 0;
        foreach (char c in seen)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\u00A0' or '\f')
            {
                _space = true;
                continue;
            }

            if (_space && !joined)
            {
                room[length++] = ' ';
            }

            room[length++] = c;
            (_space, joined) = (false, false);
        }

        return length;
    }

    private void Show(ReadOnlySpan<char> text)
    {
        if (_target is not null && _shown.Length < MaxShown)
        {
            ReadOnlySpan<char> more = _shown.Length == 0 ? text.TrimStart(' ') : text;
            _shown.Append(more[..Math.Min(more.Length, MaxShown - _shown.Length)]);
        }
    }

    private static string Resolved(ReadOnlySpan<char> text) => WebUtility.HtmlDecode(text.ToString());

    private void EndLink()
    {
        if (_target is not null)
        {
            _links.Add(new Link(_shown.ToString(), _target.Trim()));
        }

        _shown.Clear();
        _target = null;
    }

    private string? Target()
    {
        for (int i = 0; i < _scanner.AttributeCount; i++)
        {
            if (_scanner.AttributeName(i).Equals("href", StringComparison.OrdinalIgnoreCase))
            {
                ReadOnlySpan<char> value = _scanner.AttributeValue(i);
                return Resolved(value.Length > MaxTarget ? value[..MaxTarget] : value);
            }
        }

        return null;
    }
}

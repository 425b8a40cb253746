namespace Reprieve.Notices;

/// <summary>Collects text and links while a page is read tag by tag.</summary>
internal ref struct HtmlCollector : IDisposable
{
    private const int MaxLinks = 2000;
    private const int MaxShown = 500;
    private const int MaxTarget = 4000;
    private const int MaxPiece = 4 * MaxText;

    /// <summary>Longer texts are rare, and their room is not kept for the next.</summary>
    private const int FirstText = 32 * 1024;

    /// <summary>More text than this is no notice; what follows is not looked at.</summary>
    private const int MaxText = 2 * NoticeText.LongestRead;

    private HtmlScanner _scanner;
    private HtmlElements _elements;
    private HtmlLines _lines;
    private TextBuffer _shown;
    private TextBuffer _resolved;
    private List<Link>? _links;
    private string? _target;
    private string _title = "";
    private bool _inTitle;
    private int _hidden;

    private HtmlCollector(ReadOnlySpan<char> html, Span<HtmlElement> room)
    {
        _scanner = new HtmlScanner(html);
        _elements = new HtmlElements(room);
        _lines = new HtmlLines(Math.Min(html.Length, FirstText));
    }

    public static HtmlText Read(ReadOnlySpan<char> html)
    {
        using var collector = new HtmlCollector(html, stackalloc HtmlElement[HtmlElements.Usual]);
        return collector.Run();
    }

    public readonly void Dispose() => _lines.Dispose();

    private HtmlText Run()
    {
        while (_lines.Length < MaxText && _scanner.Next() is var piece and not HtmlPiece.None)
        {
            if (piece != HtmlPiece.Text)
            {
                Tag(_scanner.Tag, piece == HtmlPiece.End);
            }
            else if (!_elements.Seen && _elements.InStyle)
            {
                _elements.Learn(_scanner.Text);
            }
            else
            {
                Data(_scanner.Text);
            }
        }

        EndLink();
        string title = _title.Trim();
        return new HtmlText(title.Length == 0 ? null : title, _lines.ToString(), _links ?? [], _hidden);
    }

    private void Tag(HtmlTag tag, bool isEnd)
    {
        if (isEnd)
        {
            _elements.Close(tag);
        }
        else
        {
            _elements.Open(ref _scanner);
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
                _target = isEnd || _links?.Count >= MaxLinks ? null : Target();
                break;
            case HtmlTag.Item when !isEnd:
                _lines.Bullet();
                break;
            case HtmlTag.Cell:
                _lines.Part();
                break;
            default:
                _lines.Break(HtmlTags.LineEnds(tag));
                break;
        }
    }

    private void Data(ReadOnlySpan<char> raw)
    {
        if (_inTitle)
        {
            ReadOnlySpan<char> title = Resolved(raw, MaxShown);
            _title = string.Concat(_title, title[..Math.Min(title.Length, Math.Max(0, MaxShown - _title.Length))]);
        }
        else if (!_elements.Seen)
        {
            _hidden += _elements.InCode ? 0 : Letters.CountLetters(Resolved(raw, raw.Length));
        }
        else
        {
            bool isPlain = _scanner.IsPlain;
            Show(_lines.Write(isPlain ? raw[..Math.Min(raw.Length, MaxPiece)] : Resolved(raw, MaxPiece), isPlain));
        }
    }

    private void Show(scoped ReadOnlySpan<char> text)
    {
        if (_target is not null && _shown.Length < MaxShown)
        {
            ReadOnlySpan<char> more = _shown.Length == 0 ? text.TrimStart(' ') : text;
            _shown.Append(more[..Math.Min(more.Length, MaxShown - _shown.Length)]);
        }
    }

    /// <summary>A text with its entities resolved, as far as it is kept; good until the next one is.</summary>
    private ReadOnlySpan<char> Resolved(ReadOnlySpan<char> text, int longest) =>
        HtmlEntities.Resolve(text.Length > longest ? text[..longest] : text, ref _resolved);

    private void EndLink()
    {
        if (_target is not null)
        {
            _links ??= [];
            _links.Add(new Link(_shown.ToString(), _target.Trim()));
        }

        _shown.Clear();
        _target = null;
    }

    private string? Target()
    {
        foreach (HtmlValue value in _scanner.Attributes)
        {
            if (value.Trait == HtmlTrait.Href)
            {
                return Resolved(_scanner.ValueOf(value), MaxTarget).ToString();
            }
        }

        return null;
    }
}

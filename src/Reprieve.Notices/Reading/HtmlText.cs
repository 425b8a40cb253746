using System.Text;
using MimeKit.Text;

namespace Reprieve.Notices;

/// <summary>
/// The text of a page as a reader sees it, with its links. Only tokens are read, no tree is built, so that hostile
/// nesting costs nothing; hidden text, scripts and styles are dropped.
/// </summary>
internal sealed record HtmlText(string? Title, string Text, IReadOnlyList<Link> Links)
{
    private const int MaxLinks = 2000;

    public static HtmlText Read(string html) => new Collector().Run(html);

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

    private sealed class Collector
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _title = new();
        private readonly List<Link> _links = [];
        private readonly StringBuilder _shown = new();
        private string? _target;
        private HtmlTagId _hiddenBy = HtmlTagId.Unknown;
        private int _hiddenDepth;
        private bool _inTitle;
        private bool _space;

        public HtmlText Run(string html)
        {
            var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
            while (tokenizer.ReadNextToken(out HtmlToken? token))
            {
                if (token is HtmlTagToken tag)
                {
                    Tag(tag);
                }
                else if (token.Kind is HtmlTokenKind.Data or HtmlTokenKind.CData && _hiddenDepth == 0)
                {
                    Data(((HtmlDataToken)token).Data);
                }
            }

            EndLink();
            string title = _title.ToString().Trim();
            return new HtmlText(title.Length == 0 ? null : title, _text.ToString().Trim('\n', ' '), _links);
        }

        private void Tag(HtmlTagToken tag)
        {
            if (_hiddenDepth > 0)
            {
                bool same = tag.Id == _hiddenBy && !tag.IsEmptyElement;
                _hiddenDepth +=
                    !same ? 0
                    : tag.IsEndTag ? -1
                    : 1;
                return;
            }

            if (!tag.IsEndTag && Hides(tag))
            {
                (_hiddenBy, _hiddenDepth) = (tag.Id, 1);
                return;
            }

            switch (tag.Id)
            {
                case HtmlTagId.Title:
                    _inTitle = !tag.IsEndTag;
                    break;
                case HtmlTagId.A:
                    EndLink();
                    _target = tag.IsEndTag ? null : Attribute(tag, HtmlAttributeId.Href);
                    break;
                case HtmlTagId.LI when !tag.IsEndTag:
                    Break(1);
                    _text.Append("- ");
                    break;
                case HtmlTagId.TD or HtmlTagId.TH:
                    _space = true;
                    break;
                default:
                    Break(Breaks(tag.Id));
                    break;
            }
        }

        /// <summary>How many line ends a tag makes: two around paragraphs and headings, one around other blocks.</summary>
        private static int Breaks(HtmlTagId id) =>
            id switch
            {
                HtmlTagId.P
                or HtmlTagId.H1
                or HtmlTagId.H2
                or HtmlTagId.H3
                or HtmlTagId.H4
                or HtmlTagId.H5
                or HtmlTagId.H6
                or HtmlTagId.Table
                or HtmlTagId.BlockQuote => 2,
                HtmlTagId.Br
                or HtmlTagId.Div
                or HtmlTagId.TR
                or HtmlTagId.UL
                or HtmlTagId.OL
                or HtmlTagId.LI
                or HtmlTagId.HR
                or HtmlTagId.Pre
                or HtmlTagId.DT
                or HtmlTagId.DD
                or HtmlTagId.Section
                or HtmlTagId.Article
                or HtmlTagId.Header
                or HtmlTagId.Footer => 1,
                _ => 0,
            };

        private void Break(int lines)
        {
            if (lines == 0 || _text.Length == 0)
            {
                return;
            }

            int there = 0;
            while (there < _text.Length && there < lines && _text[^(there + 1)] == '\n')
            {
                there++;
            }

            _text.Append('\n', lines - there);
            _space = false;
        }

        private void Data(string data)
        {
            if (_inTitle)
            {
                _title.Append(data);
                return;
            }

            foreach (char c in data)
            {
                if (c is ' ' or '\n' or '\r' or '\t' or '\u00A0' or '\f')
                {
                    _space = true;
                    continue;
                }

                if (_space && _text.Length > 0 && _text[^1] is not ('\n' or ' '))
                {
                    _text.Append(' ');
                }

                _space = false;
                _text.Append(c);
                if (_target is not null && _shown.Length < 500)
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

        private static bool Hides(HtmlTagToken tag)
        {
            if (
                tag.IsEmptyElement
                || tag.Id
                    is HtmlTagId.Br
                        or HtmlTagId.Image
                        or HtmlTagId.Meta
                        or HtmlTagId.Link
                        or HtmlTagId.Input
                        or HtmlTagId.HR
                        or HtmlTagId.Col
            )
            {
                return false;
            }

            if (tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.NoScript)
            {
                return true;
            }

            foreach (HtmlAttribute attribute in tag.Attributes)
            {
                if (attribute.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }

                if (attribute.Id == HtmlAttributeId.Style && attribute.Value is { } style && HidingStyle(style))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool HidingStyle(string style)
        {
            string dense = style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
            return dense.Contains("display:none", StringComparison.Ordinal)
                || dense.Contains("visibility:hidden", StringComparison.Ordinal)
                || dense.Contains("font-size:0;", StringComparison.Ordinal)
                || dense.EndsWith("font-size:0", StringComparison.Ordinal)
                || dense.Contains("font-size:0px", StringComparison.Ordinal)
                || dense.Contains("mso-hide:all", StringComparison.Ordinal);
        }

        private static string? Attribute(HtmlTagToken tag, HtmlAttributeId id)
        {
            foreach (HtmlAttribute attribute in tag.Attributes)
            {
                if (attribute.Id == id)
                {
                    return attribute.Value;
                }
            }

            return null;
        }
    }
}

using System.Buffers;
using System.Text;

namespace Reprieve.Notices;

/// <summary>The elements that matter for how text stands on a page.</summary>
internal enum HtmlTag : byte
{
    Other,
    A,
    Body,
    Block,
    Br,
    Code,
    DefinitionPart,
    Div,
    Item,
    List,
    Paragraph,
    Quote,
    Row,
    Style,
    Table,
    Cell,
    Title,
    Void,
}

/// <summary>How elements stand on a page: which end a line, which hold nothing, which end when the next begins.</summary>
internal static class HtmlTags
{
    // Sets of elements, a bit each: to look into one costs no branch.
    private const int TwoLines = (1 << (int)HtmlTag.Paragraph) | (1 << (int)HtmlTag.Quote) | (1 << (int)HtmlTag.Table);

    private const int OneLine =
        (1 << (int)HtmlTag.Br)
        | (1 << (int)HtmlTag.Div)
        | (1 << (int)HtmlTag.Row)
        | (1 << (int)HtmlTag.List)
        | (1 << (int)HtmlTag.Item)
        | (1 << (int)HtmlTag.DefinitionPart)
        | (1 << (int)HtmlTag.Block);

    private const int Raw = (1 << (int)HtmlTag.Code) | (1 << (int)HtmlTag.Style) | (1 << (int)HtmlTag.Title);

    private const int EndedByAlike =
        (1 << (int)HtmlTag.Item) | (1 << (int)HtmlTag.Row) | (1 << (int)HtmlTag.DefinitionPart);

    private const int LongestName = 12;

    /// <summary>An element by its name, which mails mostly write in small letters.</summary>
    public static HtmlTag Find(ReadOnlySpan<char> name)
    {
        HtmlTag tag = Known(name);
        return tag == HtmlTag.Other && name.ContainsAnyInRange('A', 'Z') ? FindSmall(name) : tag;
    }

    private static HtmlTag FindSmall(ReadOnlySpan<char> name)
    {
        Span<char> small = stackalloc char[LongestName];
        return Ascii.ToLower(name, small, out int length) == OperationStatus.Done
            ? Known(small[..length])
            : HtmlTag.Other;
    }

    private static HtmlTag Known(ReadOnlySpan<char> name) =>
        name switch
        {
            "a" => HtmlTag.A,
            "body" => HtmlTag.Body,
            "br" => HtmlTag.Br,
            "script" or "noscript" or "template" or "textarea" => HtmlTag.Code,
            "dt" or "dd" => HtmlTag.DefinitionPart,
            "div" => HtmlTag.Div,
            "li" => HtmlTag.Item,
            "ul" or "ol" => HtmlTag.List,
            "p" => HtmlTag.Paragraph,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" => HtmlTag.Quote,
            "tr" => HtmlTag.Row,
            "style" => HtmlTag.Style,
            "table" => HtmlTag.Table,
            "td" or "th" => HtmlTag.Cell,
            "title" => HtmlTag.Title,
            "pre" or "section" or "article" or "header" or "footer" or "main" or "option" or "form" or "fieldset" =>
                HtmlTag.Block,
            "hr"
            or "img"
            or "meta"
            or "link"
            or "input"
            or "col"
            or "area"
            or "base"
            or "embed"
            or "param"
            or "source"
            or "track"
            or "wbr" => HtmlTag.Void,
            _ => HtmlTag.Other,
        };

    /// <summary>How many line ends a tag makes: two around paragraphs and headings, one around other blocks.</summary>
    public static int LineEnds(HtmlTag tag) =>
        Has(TwoLines, tag) ? 2
        : Has(OneLine, tag) ? 1
        : 0;

    /// <summary>Elements whose text is read as it stands, up to their end tag.</summary>
    public static bool IsRaw(HtmlTag tag) => Has(Raw, tag);

    /// <summary>Whether an open element ends by itself where another begins, as paragraphs, cells and list items do.</summary>
    public static bool EndsBefore(HtmlTag open, HtmlTag next) =>
        open == HtmlTag.Cell ? next is HtmlTag.Cell or HtmlTag.Row
        : open == HtmlTag.Paragraph ? next != HtmlTag.Br && Has(OneLine | TwoLines, next)
        : open == next && Has(EndedByAlike, open);

    private static bool Has(int set, HtmlTag tag) => ((set >> (int)tag) & 1) != 0;
}

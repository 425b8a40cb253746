using MimeKit.Text;

namespace Reprieve.Notices;

/// <summary>How elements stand on a page: which end a line, which hold nothing, which end when the next begins.</summary>
internal static class HtmlBlocks
{
    /// <summary>How many line ends a tag makes: two around paragraphs and headings, one around other blocks.</summary>
    public static int LineEnds(HtmlTagId id) =>
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

    /// <summary>Elements that hold nothing and have no end tag.</summary>
    public static bool IsVoid(HtmlTagId id) =>
        id
            is HtmlTagId.Br
                or HtmlTagId.Image
                or HtmlTagId.Meta
                or HtmlTagId.Link
                or HtmlTagId.Input
                or HtmlTagId.HR
                or HtmlTagId.Col
                or HtmlTagId.Area
                or HtmlTagId.Base
                or HtmlTagId.Embed
                or HtmlTagId.Param
                or HtmlTagId.Source
                or HtmlTagId.Track
                or HtmlTagId.Wbr;

    /// <summary>Elements whose text is none for people.</summary>
    public static bool IsCode(HtmlTagId id) =>
        id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.NoScript;

    /// <summary>Whether an open element ends by itself where another begins, as paragraphs, cells and list items do.</summary>
    public static bool EndsBefore(HtmlTagId open, HtmlTagId next) =>
        open switch
        {
            HtmlTagId.P => LineEnds(next) > 0 && next != HtmlTagId.Br,
            HtmlTagId.LI => next == HtmlTagId.LI,
            HtmlTagId.TD or HtmlTagId.TH => next is HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TR,
            HtmlTagId.TR => next == HtmlTagId.TR,
            HtmlTagId.DT or HtmlTagId.DD => next is HtmlTagId.DT or HtmlTagId.DD,
            _ => false,
        };
}

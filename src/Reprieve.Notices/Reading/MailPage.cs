using MimeKit;
using MimeKit.Text;

namespace Reprieve.Notices;

/// <summary>
/// A mail's page as its sender laid it out, made harmless for a frame of its own: no script, no address that would be
/// asked for, no picture, no form; links keep their words and lose their target. Linear in the page's length.
/// </summary>
public static class MailPage
{
    private const int LargestMail = 8 * 1024 * 1024;
    private const int LongestPage = 1024 * 1024;
    private const int LongestValue = 400;

    /// <summary>Elements that are left out with all they hold.</summary>
    private static readonly HashSet<HtmlTagId> Dropped =
    [
        HtmlTagId.Script,
        HtmlTagId.Style,
        HtmlTagId.Title,
        HtmlTagId.Object,
        HtmlTagId.Embed,
        HtmlTagId.Applet,
        HtmlTagId.IFrame,
        HtmlTagId.FrameSet,
        HtmlTagId.Frame,
        HtmlTagId.NoFrames,
        HtmlTagId.NoScript,
        HtmlTagId.Audio,
        HtmlTagId.Video,
        HtmlTagId.Canvas,
        HtmlTagId.Select,
        HtmlTagId.TextArea,
        HtmlTagId.Xml,
    ];

    /// <summary>Elements that keep their place; of all others only the content is kept.</summary>
    private static readonly HashSet<HtmlTagId> Kept =
    [
        HtmlTagId.P,
        HtmlTagId.Div,
        HtmlTagId.Span,
        HtmlTagId.Br,
        HtmlTagId.HR,
        HtmlTagId.B,
        HtmlTagId.I,
        HtmlTagId.U,
        HtmlTagId.S,
        HtmlTagId.Strong,
        HtmlTagId.EM,
        HtmlTagId.Small,
        HtmlTagId.Big,
        HtmlTagId.Sub,
        HtmlTagId.Sup,
        HtmlTagId.Center,
        HtmlTagId.Font,
        HtmlTagId.Pre,
        HtmlTagId.Code,
        HtmlTagId.BlockQuote,
        HtmlTagId.H1,
        HtmlTagId.H2,
        HtmlTagId.H3,
        HtmlTagId.H4,
        HtmlTagId.H5,
        HtmlTagId.H6,
        HtmlTagId.UL,
        HtmlTagId.OL,
        HtmlTagId.LI,
        HtmlTagId.DL,
        HtmlTagId.DT,
        HtmlTagId.DD,
        HtmlTagId.Table,
        HtmlTagId.TBody,
        HtmlTagId.THead,
        HtmlTagId.TR,
        HtmlTagId.TD,
        HtmlTagId.TH,
    ];

    private static readonly HashSet<HtmlAttributeId> KeptAttributes =
    [
        HtmlAttributeId.Align,
        HtmlAttributeId.BGColor,
        HtmlAttributeId.Border,
        HtmlAttributeId.CellPadding,
        HtmlAttributeId.CellSpacing,
        HtmlAttributeId.ColSpan,
        HtmlAttributeId.Color,
        HtmlAttributeId.Dir,
        HtmlAttributeId.Height,
        HtmlAttributeId.Lang,
        HtmlAttributeId.RowSpan,
        HtmlAttributeId.Size,
        HtmlAttributeId.Start,
        HtmlAttributeId.Style,
        HtmlAttributeId.Width,
    ];

    /// <summary>The page of a mail; null when the file is no mail, has no page, or is too large to show so.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string? Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length is 0 or > LargestMail)
        {
            return null;
        }

        try
        {
            string? page = MimeMessage.Load(file).HtmlBody;
            return page is { Length: > 0 and <= LongestPage } ? Harmless(page) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A page made harmless.</summary>
    public static string Harmless(string page) =>
        new HtmlToHtml { FilterComments = true, HtmlTagCallback = Tag }.Convert(page);

    private static void Tag(HtmlTagContext context, HtmlWriter writer)
    {
        if (Dropped.Contains(context.TagId))
        {
            context.DeleteTag = true;
            context.DeleteEndTag = true;
            context.SuppressInnerContent = !context.IsEmptyElementTag;
        }
        else if (!Kept.Contains(context.TagId))
        {
            context.DeleteTag = true;
            context.DeleteEndTag = true;
        }
        else if (!context.IsEndTag)
        {
            context.WriteTag(writer, writeAttributes: false);
            foreach (HtmlAttribute attribute in context.Attributes)
            {
                if (KeptAttributes.Contains(attribute.Id) && attribute.Value is { Length: <= LongestValue } value)
                {
                    writer.WriteAttribute(attribute.Id, value);
                }
            }
        }
        else
        {
            context.WriteTag(writer);
        }
    }
}

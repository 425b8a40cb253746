using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// What the last styles of a page did to how text looks: pages that are laid out with tables write the same few styles
/// over and over.
/// </summary>
internal sealed class HtmlStyleMemory
{
    private const int Places = 8;

    private readonly Known[] _known = new Known[Places];

    /// <summary>Applies a style, which is read only where it is not the one that was last read here, under the same look.</summary>
    public void Declare(ReadOnlyMemory<char> style, ref HtmlLook look)
    {
        ref Known known = ref _known[style.Length % Places];
        if (known.Before != look || !known.Style.Span.SequenceEqual(style.Span))
        {
            HtmlLook before = look;
            HtmlStyles.Declare(style.Span, ref look);
            known = new Known(style, before, look);
        }

        look = known.After;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(ReadOnlyMemory<char> Style, HtmlLook Before, HtmlLook After);
}

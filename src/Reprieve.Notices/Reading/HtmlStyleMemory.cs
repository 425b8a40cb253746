using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// What the last styles of a page did to how text looks: pages that are laid out with tables write the same few styles
/// over and over.
/// </summary>
internal ref struct HtmlStyleMemory(ReadOnlySpan<char> page)
{
    private const int Places = 8;

    private readonly ReadOnlySpan<char> _page = page;
    private Memory _known;

    /// <summary>Applies a style, which is read only where it is not the one that was last read here, under the same look.</summary>
    public void Declare(HtmlValue value, ref HtmlLook look)
    {
        ReadOnlySpan<char> style = _page.Slice(value.Start, value.Length);
        ref Known known = ref _known[value.Length % Places];
        if (
            known.Style.Length != value.Length
            || known.Before != look
            || !_page.Slice(known.Style.Start, value.Length).SequenceEqual(style)
        )
        {
            HtmlLook before = look;
            HtmlStyles.Declare(style, ref look);
            known = new Known(value, before, look);
        }

        look = known.After;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(HtmlValue Style, HtmlLook Before, HtmlLook After);

    [InlineArray(Places)]
    private struct Memory
    {
        private Known _first;
    }
}

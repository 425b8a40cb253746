using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>
/// The elements that are open while a page is read, and whether a reader sees what stands in them. What a browser
/// inherits is inherited: a size of nothing and a colour can be taken back further in, a block that is not there cannot.
/// </summary>
internal sealed class HtmlElements
{
    /// <summary>Nobody nests deeper; what does is taken as standing at this depth.</summary>
    private const int MaxDepth = 2048;

    /// <summary>How far an end tag looks for its start; what it does not find there it does not end.</summary>
    private const int LookBack = 64;

    private readonly List<Element> _open = [];
    private readonly HtmlHiddenClasses _classes = new();
    private readonly HtmlStyleMemory _styles = new();
    private int _deeper;
    private bool _styled;

    /// <summary>Whether what comes now is seen.</summary>
    public bool Seen { get; private set; } = true;

    /// <summary>Whether what comes now is script, style or the like, which is no text at all.</summary>
    public bool InCode => _open.Count > 0 && _open[^1].Code;

    /// <summary>Whether what comes now is a style sheet.</summary>
    public bool InStyle => _open.Count > 0 && _open[^1].Id == HtmlTag.Style;

    /// <summary>Takes in a style sheet: which classes it hides.</summary>
    public void Learn(ReadOnlySpan<char> css)
    {
        _styled = true;
        _classes.Learn(css);
    }

    public void Open(HtmlScanner scanner)
    {
        HtmlTag tag = scanner.Tag;
        if (tag is HtmlTag.Void or HtmlTag.Br)
        {
            return;
        }

        EndImplied(tag);
        if (_open.Count >= MaxDepth)
        {
            _deeper++;
            return;
        }

        Element parent = _open.Count > 0 ? _open[^1] : new Element { Look = HtmlLook.Page };
        HtmlLook look = parent.Look;
        HtmlStyles.Apply(scanner, _classes, _styles, ref look);
        bool code = parent.Code || tag is HtmlTag.Code or HtmlTag.Style;
        _open.Add(
            new Element
            {
                Id = tag,
                Code = code,
                Look = look,
            }
        );
        Look();
    }

    public void Close(HtmlTag id)
    {
        if (_deeper > 0)
        {
            _deeper--;
            return;
        }

        for (int i = _open.Count - 1; i >= 0 && i >= _open.Count - LookBack; i--)
        {
            if (_open[i].Id == id)
            {
                _open.RemoveRange(i, _open.Count - i);
                Look();
                return;
            }

            // A cell's text does not end what stands around the table.
            if (_open[i].Id == HtmlTag.Table && id != HtmlTag.Body)
            {
                return;
            }
        }
    }

    private void EndImplied(HtmlTag next)
    {
        if (next != HtmlTag.Cell && HtmlTags.LineEnds(next) == 0)
        {
            return;
        }

        for (int i = _open.Count - 1; i >= 0 && i >= _open.Count - LookBack; i--)
        {
            HtmlTag open = _open[i].Id;
            if (HtmlTags.EndsBefore(open, next))
            {
                _open.RemoveRange(i, _open.Count - i);
                Look();
                // A row that begins ends the cell, and then the row around it.
                if (open != HtmlTag.Cell || next != HtmlTag.Row)
                {
                    return;
                }
            }
            else if (open is HtmlTag.Table or HtmlTag.List or HtmlTag.Div)
            {
                return;
            }
        }
    }

    private void Look() => Seen = _open.Count == 0 || !(_open[^1].Code || _open[^1].Look.IsUnseen(_styled));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Element
    {
        public HtmlTag Id { get; init; }

        public bool Code { get; init; }

        public HtmlLook Look { get; init; }
    }
}

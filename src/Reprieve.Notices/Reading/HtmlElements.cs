using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>An open element.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct HtmlElement(HtmlTag Tag, bool Code, HtmlLook Look);

/// <summary>
/// The elements that are open while a page is read, and whether a reader sees what stands in them. What a browser
/// inherits is inherited: a size of nothing and a colour can be taken back further in, a block that is not there cannot.
/// </summary>
internal ref struct HtmlElements
{
    /// <summary>Few pages nest deeper; where one does, other room is taken.</summary>
    public const int Usual = 32;

    /// <summary>Nobody nests deeper; what does is taken as standing at this depth.</summary>
    private const int MaxDepth = 2048;

    /// <summary>How far an end tag looks for its start; what it does not find there it does not end.</summary>
    private const int LookBack = 64;

    private Span<HtmlElement> _open;
    private int _top;
    private HtmlHiddenClasses _classes;
    private int _deeper;
    private bool _styled;

    /// <param name="room">Room for so many elements, at first.</param>
    public HtmlElements(Span<HtmlElement> room)
    {
        _open = room;
        _open[0] = new HtmlElement(HtmlTag.Other, Code: false, HtmlLook.Page);
    }

    /// <summary>Whether what comes now is seen.</summary>
    public bool Seen { get; private set; } = true;

    /// <summary>Whether what comes now is script, style or the like, which is no text at all.</summary>
    public readonly bool InCode => _open[_top].Code;

    /// <summary>Whether what comes now is a style sheet.</summary>
    public readonly bool InStyle => _open[_top].Tag == HtmlTag.Style;

    /// <summary>Takes in a style sheet: which classes it hides.</summary>
    public void Learn(ReadOnlySpan<char> css)
    {
        _styled = true;
        _classes.Learn(css);
    }

    public void Open(scoped ref HtmlScanner scanner)
    {
        HtmlTag tag = scanner.Tag;
        if (tag is HtmlTag.Void or HtmlTag.Br)
        {
            return;
        }

        EndImplied(tag);
        if (_top >= MaxDepth)
        {
            _deeper++;
            return;
        }

        if (_top + 1 == _open.Length)
        {
            Grow();
        }

        ref readonly HtmlElement parent = ref _open[_top++];
        HtmlLook look = parent.Look;
        foreach (HtmlValue value in scanner.Attributes)
        {
            Apply(value.Trait, scanner.ValueOf(value), ref look);
        }

        ref HtmlElement element = ref _open[_top];
        element.Tag = tag;
        element.Code = parent.Code || tag is HtmlTag.Code or HtmlTag.Style;
        element.Look = look;
        Look();
    }

    public void Close(HtmlTag tag)
    {
        if (_deeper > 0)
        {
            _deeper--;
            return;
        }

        for (int i = _top; i > 0 && i > _top - LookBack; i--)
        {
            if (_open[i].Tag == tag)
            {
                CloseTo(i);
                return;
            }

            // A cell's text does not end what stands around the table.
            if (_open[i].Tag == HtmlTag.Table && tag != HtmlTag.Body)
            {
                return;
            }
        }
    }

    private void Apply(HtmlTrait trait, ReadOnlySpan<char> value, ref HtmlLook look)
    {
        switch (trait)
        {
            case HtmlTrait.Style:
                HtmlStyleMemory.Declare(value, ref look);
                break;
            case HtmlTrait.Class:
                look.Gone |= _classes.Hide(value);
                break;
            default:
                HtmlStyles.Apply(trait, value, ref look);
                break;
        }
    }

    private void EndImplied(HtmlTag next)
    {
        if (next != HtmlTag.Cell && HtmlTags.LineEnds(next) == 0)
        {
            return;
        }

        for (int i = _top; i > 0 && i > _top - LookBack; i--)
        {
            HtmlTag open = _open[i].Tag;
            if (HtmlTags.EndsBefore(open, next))
            {
                CloseTo(i);
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

    private void CloseTo(int element)
    {
        _top = element - 1;
        Look();
    }

    private void Grow()
    {
        var more = new HtmlElement[2 * _open.Length];
        _open.CopyTo(more);
        _open = more;
    }

    private void Look()
    {
        ref readonly HtmlElement element = ref _open[_top];
        Seen = !(element.Code || element.Look.IsUnseen(_styled));
    }
}

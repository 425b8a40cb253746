using System.Runtime.InteropServices;

namespace Reprieve.Documents.Reading;

/// <summary>What somebody laid over a page.</summary>
internal enum MarkKind
{
    /// <summary>A dark bar over text, or in a line of text where something stood.</summary>
    Blackout,

    /// <summary>A white box over text.</summary>
    Cover,

    /// <summary>A bright box behind text, or a highlight annotation.</summary>
    Highlight,

    /// <summary>A note, stamp or drawing put on later.</summary>
    Note,

    /// <summary>Words that stand askew over the page.</summary>
    Watermark,
}

/// <summary>A mark on a page; lengths are points.</summary>
/// <param name="Covered">The letters beneath a bar or box, which the file still holds; "" when there are none.</param>
internal sealed record PageMark(MarkKind Kind, double Left, double Right, double Bottom, double Top, string Covered)
{
    public int Page { get; init; } = 1;
}

/// <summary>A filled box as it was drawn, and how many letters were there before it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FilledBox(
    double Left,
    double Right,
    double Bottom,
    double Top,
    (double Red, double Green, double Blue) Colour,
    int LettersBefore
);

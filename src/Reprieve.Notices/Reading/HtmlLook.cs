using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>How text looks where an element stands.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct HtmlLook
{
    /// <summary>A colour that is not known, as behind a picture.</summary>
    public const int Unknown = -1;

    private const int White = 0xFFFFFF;

    /// <summary>How near two colours are when no eye parts them.</summary>
    private const int SameShade = 10;

    /// <summary>Not there at all, whatever stands further in: display, opacity, off the screen.</summary>
    public bool Gone { get; set; }

    /// <summary>Not to be seen, until an element further in is made visible.</summary>
    public bool Invisible { get; set; }

    /// <summary>In letters of no size, until an element further in gives them one.</summary>
    public bool Tiny { get; set; }

    /// <summary>The letters' colour, 0xRRGGBB.</summary>
    public int Colour { get; set; }

    /// <summary>The colour behind them.</summary>
    public int Ground { get; set; }

    /// <summary>Whether the ground was stated; an unstated one is white only where no style sheet may say otherwise.</summary>
    public bool GroundStated { get; set; }

    public static HtmlLook Page => new() { Ground = White };

    public readonly bool IsUnseen(bool styled) =>
        Gone || Invisible || Tiny || ((GroundStated || !styled) && IsSame(Colour, Ground));

    private static bool IsSame(int a, int b) =>
        a >= 0
        && b >= 0
        && Math.Abs((a >> 16) - (b >> 16)) <= SameShade
        && Math.Abs(((a >> 8) & 0xFF) - ((b >> 8) & 0xFF)) <= SameShade
        && Math.Abs((a & 0xFF) - (b & 0xFF)) <= SameShade;
}

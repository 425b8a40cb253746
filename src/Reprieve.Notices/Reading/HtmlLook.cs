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

    private const int GoneFlag = 1;
    private const int InvisibleFlag = 2;
    private const int TinyFlag = 4;
    private const int GroundStatedFlag = 8;

    /// <summary>All that is true or not in one place: so few fields are held in registers.</summary>
    private int _flags;

    /// <summary>Not there at all, whatever stands further in: display, opacity, off the screen.</summary>
    public bool Gone
    {
        readonly get => Has(GoneFlag);
        set => Set(GoneFlag, value);
    }

    /// <summary>Not to be seen, until an element further in is made visible.</summary>
    public bool Invisible
    {
        readonly get => Has(InvisibleFlag);
        set => Set(InvisibleFlag, value);
    }

    /// <summary>In letters of no size, until an element further in gives them one.</summary>
    public bool Tiny
    {
        readonly get => Has(TinyFlag);
        set => Set(TinyFlag, value);
    }

    /// <summary>The letters' colour, 0xRRGGBB.</summary>
    public int Colour { get; set; }

    /// <summary>The colour behind them.</summary>
    public int Ground { get; set; }

    /// <summary>Whether the ground was stated; an unstated one is white only where no style sheet may say otherwise.</summary>
    public bool GroundStated
    {
        readonly get => Has(GroundStatedFlag);
        set => Set(GroundStatedFlag, value);
    }

    public static HtmlLook Page => new() { Ground = White };

    public readonly bool IsUnseen(bool styled) =>
        Has(GoneFlag | InvisibleFlag | TinyFlag) || ((GroundStated || !styled) && IsSame(Colour, Ground));

    private readonly bool Has(int flags) => (_flags & flags) != 0;

    private void Set(int flag, bool value) => _flags = value ? _flags | flag : _flags & ~flag;

    private static bool IsSame(int a, int b) =>
        a >= 0
        && b >= 0
        && Math.Abs((a >> 16) - (b >> 16)) <= SameShade
        && Math.Abs(((a >> 8) & 0xFF) - ((b >> 8) & 0xFF)) <= SameShade
        && Math.Abs((a & 0xFF) - (b & 0xFF)) <= SameShade;
}

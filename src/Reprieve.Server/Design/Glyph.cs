namespace Reprieve.Server.Design;

/// <summary>The pictures of <see cref="Icon"/>, drawn by ourselves on a square of 20.</summary>
public enum Glyph
{
    Check,
    Warning,
    Stop,
    Question,
    Info,
    Ring,
    Clock,
    File,
    Copy,
    Down,
    Download,
    Right,
    Left,
    Search,
    Print,
    Upload,
    Mark,
}

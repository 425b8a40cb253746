namespace Reprieve.Server.Design;

/// <summary>What a piece of the page says by its colour. A shape and a word always stand beside the colour.</summary>
public enum Tone
{
    /// <summary>Says nothing of good or bad.</summary>
    Neutral,

    /// <summary>Worth knowing; nothing to do.</summary>
    Info,

    /// <summary>Well: met, found, done.</summary>
    Good,

    /// <summary>To look at: near a limit, incomplete, doubtful.</summary>
    Watch,

    /// <summary>Bad: missed, forged, blocking.</summary>
    Bad,

    /// <summary>Not known, and said so.</summary>
    Unknown,
}

/// <summary>The words of a <see cref="Tone"/> for the style sheet, for its shape, and for those who hear the page.</summary>
internal static class Tones
{
    public static string Class(this Tone tone) =>
        tone switch
        {
            Tone.Info => "info",
            Tone.Good => "good",
            Tone.Watch => "watch",
            Tone.Bad => "bad",
            Tone.Unknown => "unknown",
            _ => "neutral",
        };

    public static Glyph Glyph(this Tone tone) =>
        tone switch
        {
            Tone.Info => Design.Glyph.Info,
            Tone.Good => Design.Glyph.Check,
            Tone.Watch => Design.Glyph.Warning,
            Tone.Bad => Design.Glyph.Stop,
            Tone.Unknown => Design.Glyph.Question,
            _ => Design.Glyph.Ring,
        };

    public static string Word(this Tone tone) => Say.Get("design_tone_" + tone.Class());
}

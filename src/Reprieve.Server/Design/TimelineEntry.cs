using Microsoft.AspNetCore.Components;

namespace Reprieve.Server.Design;

/// <summary>Something that happened in a case.</summary>
/// <param name="At">When, at the offset it is shown in.</param>
/// <param name="Text">What happened, in a few words.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Tone">How it bears on the case.</param>
/// <param name="Detail">More about it.</param>
public sealed record TimelineEntry(
    DateTimeOffset At,
    string Text,
    string? Who = null,
    Tone Tone = Tone.Neutral,
    RenderFragment? Detail = null
);

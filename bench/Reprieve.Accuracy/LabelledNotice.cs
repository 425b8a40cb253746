using System.Text.Json.Nodes;
using Reprieve.Notices;

namespace Reprieve.Accuracy;

/// <summary>A notice with what a person who read it says of it.</summary>
internal sealed record LabelledNotice
{
    public required string Id { get; init; }

    public required Message Message { get; init; }

    public required string? Language { get; init; }

    /// <summary>When the notice was worded so, as its labels say; null when they do not.</summary>
    public string? Era { get; init; }

    public required string Kind { get; init; }

    /// <summary>The primary reason; null when the mail gives none.</summary>
    public required string? Reason { get; init; }

    /// <summary>The response modes of which any is right; empty when it is not labelled.</summary>
    public required IReadOnlyList<string> ResponseModes { get; init; }

    public required string? Ground { get; init; }

    /// <summary>All that the notice says, field by field, as expected.json has it; null where only the labels above are known.</summary>
    public JsonObject? Expected { get; init; }
}

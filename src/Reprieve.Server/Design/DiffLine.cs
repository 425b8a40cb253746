namespace Reprieve.Server.Design;

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A line of two versions laid over each other.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(DiffKind Kind, string Text);

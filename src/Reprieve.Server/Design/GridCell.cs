namespace Reprieve.Server.Design;

/// <summary>A cell of a <see cref="Grid"/>.</summary>
/// <param name="Tone">Whether the section answers the cause.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Href">Where the passage stands, or is to be written.</param>
public sealed record GridCell(Tone Tone, string Text, string? Href = null);

/// <summary>A row of a <see cref="Grid"/>.</summary>
/// <param name="Cause">What Amazon named.</param>
/// <param name="Cells">One a column; null where nothing was asked.</param>
public sealed record GridRow(string Cause, IReadOnlyList<GridCell?> Cells);

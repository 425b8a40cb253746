using Microsoft.AspNetCore.Components;

namespace Reprieve.Server.Design;

/// <summary>How a table is sorted by a column.</summary>
public enum Sorted
{
    No,
    Ascending,
    Descending,
}

/// <summary>A column of a <see cref="DataTable{T}"/>.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Header">Heading, in the screen's language.</param>
/// <param name="Cell">What stands in it.</param>
public sealed record Column<T>(string Header, RenderFragment<T> Cell)
{
    /// <summary>Whether it holds figures.</summary>
    public bool Number { get; init; }

    /// <summary>Whether it is never broken over lines: dates, numbers of orders.</summary>
    public bool Unbroken { get; init; }

    /// <summary>Whether it names the row.</summary>
    public bool Names { get; init; }

    /// <summary>Link that sorts by it; null when it cannot be sorted.</summary>
    public string? SortHref { get; init; }

    public Sorted Sorted { get; init; }
}

/// <summary>Columns of text.</summary>
public static class Column
{
    /// <summary>A column of plain text.</summary>
    public static Column<T> Text<T>(string header, Func<T, string?> text) =>
        new(header, row => builder => builder.AddContent(0, text(row)));

    /// <summary>A column of figures, aligned at their end.</summary>
    public static Column<T> Figure<T>(string header, Func<T, string?> text) =>
        Text(header, text) with
        {
            Number = true,
        };
}

using Reprieve.Notices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices;

/// <summary>What a review works on.</summary>
public sealed record ReviewRequest
{
    /// <summary>The case folder.</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// The files to read, relative to the folder. One that nothing recognises is not an error: it comes back in
    /// <see cref="Review.Unreadable"/> with what to do.
    /// </summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>By what the tables are known; null for those of the knowledge and the folder's <c>tables.yaml</c>.</summary>
    public TableFormats? Formats { get; init; }

    /// <summary>The notice, whose date and store are the defaults; null when there is none.</summary>
    public Diagnosis? Notice { get; init; }

    /// <summary>The day to look back from; null for the notice's date, else the newest purchase or update in the files.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The store's domain; null for the notice's if the files have it, else the most frequent one.</summary>
    public string? Marketplace { get; init; }

    /// <summary>Orders whose claims the forecast takes as reversed; empty for those that can still be appealed.</summary>
    public IReadOnlyList<string> Reversed { get; init; } = [];

    /// <summary>Orders whose claims the seller says Amazon reversed; the files may not show it yet.</summary>
    public IReadOnlyList<string> SaidReversed { get; init; } = [];

    /// <summary>Brands that the seller owns or is licensed for.</summary>
    public IReadOnlyList<string> OwnBrands { get; init; } = [];

    /// <summary>Amazon's figures that the seller read off the page; a performance report goes before them.</summary>
    public IReadOnlyList<StatedFigure> Stated { get; init; } = [];

    /// <summary>Whether the orders behind the figures are described one by one, for a table of them.</summary>
    public bool WithOrders { get; init; }

    /// <summary>Whether the SHA-256 of each file is taken: facts of an answer name by it what they rest on.</summary>
    public bool Hashed { get; init; }

    /// <summary>Asked for the day only where neither the notice nor any file has a date.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>How far a review is.</summary>
/// <param name="File">The file being looked at or read, relative to the folder; empty behind that.</param>
/// <param name="BytesRead">Bytes read of all files so far; of listings how many were looked at.</param>
/// <param name="BytesTotal">Bytes of all files; of listings how many there are.</param>
/// <param name="Rows">Rows read of this file.</param>
public sealed record ReviewProgress(
    string File,
    long BytesRead,
    long BytesTotal,
    long Rows,
    ReviewStage Stage = ReviewStage.Reading
);

/// <summary>What a review is doing.</summary>
public enum ReviewStage
{
    /// <summary>Finding out what the files are.</summary>
    Looking,

    Reading,

    /// <summary>Putting the orders together and counting the metrics.</summary>
    Counting,

    /// <summary>Holding the listings against policy.</summary>
    Listings,
}

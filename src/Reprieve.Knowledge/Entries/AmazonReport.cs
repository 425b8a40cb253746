namespace Reprieve.Knowledge;

/// <summary>A report of the Selling Partner API (<c>knowledge/amazon-reports</c>); the code is Amazon's report type.</summary>
public sealed record AmazonReport : KnowledgeEntry
{
    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What its rows are, mostly a code of <c>files[].type</c>; null where no step reads it yet.</summary>
    public string? Fills { get; init; }

    /// <summary>Whether a refusal ends it with a note and keeps the pull whole, though a step would read it.</summary>
    public bool MayBeRefused { get; init; }

    /// <summary>Its place among the reports that are asked for, the most urgent first.</summary>
    public required int Rank { get; init; }

    /// <summary>How many days back it should reach; null for a report of the present state.</summary>
    public int? Days { get; init; }

    /// <summary>Days that one report covers at most; null where it may cover all.</summary>
    public int? DaysEach { get; init; }

    /// <summary>Whether each store is asked for by itself.</summary>
    public bool EachStore { get; init; }

    /// <summary>The ending of its file.</summary>
    public required string Extension { get; init; }

    /// <summary>The role that the application needs, as Seller Central calls it; null where it is not known.</summary>
    public LocalizedText? Role { get; init; }
}

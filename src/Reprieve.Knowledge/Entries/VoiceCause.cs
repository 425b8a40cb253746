using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>A cause that buyers name in feedback and returns, and the wordings by which it is known (<c>knowledge/voices</c>).</summary>
public sealed record VoiceCause : KnowledgeEntry
{
    /// <summary>What the buyer complains of, in a word or two.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Which part of the seller's practice it points to; a plan must say which.</summary>
    public required PracticeArea Tag { get; init; }

    /// <summary>What such a sentence is about; feedback that is only about the product or its delivery may be removable.</summary>
    public required SpokenOf About { get; init; }

    /// <summary>Wordings, by language: whole words, whatever the case or accents; "..." is a gap of a few words.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; }

    /// <summary>Phrases that hold such words and mean something else ("did not arrive damaged"), by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Otherwise
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Amazon's codes of return reasons that mean it, without the prefix CR-.</summary>
    public IReadOnlyList<string> Reasons
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>The part of a seller's practice that a finding points to.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PracticeArea>))]
public enum PracticeArea
{
    /// <summary>How orders are stocked, packed, shipped and answered.</summary>
    SalesProcess,

    /// <summary>Which products are sold, from whom they come, and how they are described.</summary>
    ProductSelection,
}

/// <summary>What a buyer's sentence is about.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SpokenOf>))]
public enum SpokenOf
{
    /// <summary>The product as its maker made it.</summary>
    Product,

    /// <summary>The way to the buyer.</summary>
    Delivery,

    /// <summary>What the seller did, sent or wrote.</summary>
    Seller,
}

using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>Something that can still be undone before an appeal, and until when (<c>knowledge/repairs</c>).</summary>
public sealed record RepairRule : KnowledgeEntry
{
    /// <summary>What is undone, in a few words.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What the rule looks at.</summary>
    public required RepairOf Of { get; init; }

    /// <summary>Statuses of claims that it is for; empty for what has none.</summary>
    public IReadOnlyList<string> Statuses
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Calendar days that Amazon gives; null where there is no limit of its own.</summary>
    public int? Days { get; init; }

    /// <summary>What to do, and where to click.</summary>
    public required LocalizedText Advice { get; init; }

    /// <summary>What one should know before doing it.</summary>
    public LocalizedText? Caution { get; init; }
}

/// <summary>What a repair looks at.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<RepairOf>))]
public enum RepairOf
{
    /// <summary>An A-to-z claim.</summary>
    AToZ,

    /// <summary>A chargeback.</summary>
    Chargeback,

    /// <summary>Feedback that is a product review from the first word to the last.</summary>
    FeedbackProduct,

    /// <summary>Feedback with obscene words.</summary>
    FeedbackObscene,

    /// <summary>Feedback with an e-mail address or a phone number.</summary>
    FeedbackPersonal,

    /// <summary>Feedback only about the delivery of an order that Amazon fulfilled.</summary>
    FeedbackAmazonDelivery,

    /// <summary>Feedback only about the delivery of an order that the seller shipped in time.</summary>
    FeedbackOwnDelivery,

    /// <summary>An order that is not shipped yet.</summary>
    OpenOrder,

    /// <summary>A live listing against a policy.</summary>
    Listing,
}

using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>A service that brings alerts to people (<c>knowledge/alert-channels</c>).</summary>
public sealed record AlertService : KnowledgeEntry
{
    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Bytes of UTF-8 that the text of a message may have, as JSON writes it.</summary>
    public required int MessageBytes { get; init; }

    /// <summary>Messages that it takes within a minute.</summary>
    public required int PerMinute { get; init; }

    /// <summary>Minutes for which it takes nothing after too many messages; null for one.</summary>
    public int? LimitedMinutes { get; init; }

    /// <summary>What its answers mean; the first that fits holds, and an answer that none fits is not understood.</summary>
    public IReadOnlyList<AlertAnswer> Answers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Steps to a robot or an address that takes alerts.</summary>
    public IReadOnlyList<LocalizedText> Steps
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>An answer of a service other than that it took the message.</summary>
/// <param name="Code">Its code, or its word where the service answers with a word.</param>
/// <param name="Says">A part of its words that must be there, any case; null where the code alone tells.</param>
/// <param name="Means">What it means.</param>
public sealed record AlertAnswer(string Code, string? Says, AlertMeaning Means);

/// <summary>What the answer of a service means: the first two pass, the others need a person.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AlertMeaning>))]
public enum AlertMeaning
{
    /// <summary>Too many messages in a short time.</summary>
    Limited,

    /// <summary>The service has a fault of its own.</summary>
    Busy,

    /// <summary>The signature does not fit: a wrong secret, or a clock that is wrong.</summary>
    Signature,

    /// <summary>A word that the robot's owner demands is not in the message.</summary>
    Keyword,

    /// <summary>The robot takes nothing from this address of the network.</summary>
    Sender,

    /// <summary>There is no such robot any more, or the address is mistyped.</summary>
    Address,

    /// <summary>The service does not take the content.</summary>
    Content,
}

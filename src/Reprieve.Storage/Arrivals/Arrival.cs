using System.Text.Json.Serialization;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Storage;

/// <summary>What became of a mail that arrived in a watched mailbox.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ArrivalState>))]
public enum ArrivalState
{
    /// <summary>It was kept, and is not sorted yet.</summary>
    New,

    /// <summary>A person has to say where it belongs.</summary>
    ToSort,

    /// <summary>It pretends to be Amazon's. It moved nothing.</summary>
    Flagged,

    /// <summary>It lies in a case.</summary>
    InCase,

    /// <summary>A case was opened with it.</summary>
    Opened,

    /// <summary>Set aside; only that it came is remembered.</summary>
    SetAside,
}

/// <summary>A mail from or about Amazon that arrived in a watched mailbox. No form of it is ever printed.</summary>
public sealed record Arrival
{
    /// <summary>Its id; a case that is opened with it has the same.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose mailbox it came to; null for whoever works without clients.</summary>
    public required Guid? Client { get; init; }

    /// <summary>When it arrived, in UTC: as the mail server says, else when it was found.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What became of it.</summary>
    public required ArrivalState State { get; init; }

    /// <summary>The case it lies in; null for none.</summary>
    public CaseId? Case { get; init; }

    /// <summary>What it is; null once it was set aside.</summary>
    public ArrivedMessage? Message { get; init; }

    /// <summary>Who sorted it, where a person did.</summary>
    public string? SortedBy { get; init; }

    /// <summary>Its id alone.</summary>
    public override string ToString() => $"{nameof(Arrival)} {Id}";
}

/// <summary>What is kept of a mail beside its bytes, to show it in a list.</summary>
public sealed record ArrivedMessage
{
    /// <summary>Address of the mailbox.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Full name of the folder there.</summary>
    public required string Folder { get; init; }

    /// <summary>When it was found there, in UTC.</summary>
    public DateTimeOffset Found { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <inheritdoc cref="Diagnosis.Subject"/>
    public string? Subject { get; init; }

    /// <inheritdoc cref="Diagnosis.Date"/>
    public DateTimeOffset? Date { get; init; }

    /// <inheritdoc cref="Diagnosis.Kind"/>
    public required NoticeKind Kind { get; init; }

    /// <inheritdoc cref="Diagnosis.Decision"/>
    public Decision? Decision { get; init; }

    /// <inheritdoc cref="Diagnosis.Marketplace"/>
    public string? Marketplace { get; init; }

    /// <summary>Codes of the reasons that it states.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What is known of its origin.</summary>
    public required AuthenticityVerdict Verdict { get; init; }
}

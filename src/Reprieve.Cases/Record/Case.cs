using System.Text.Json.Serialization;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases;

/// <summary>
/// A case: one event, one or more notices, its rounds and its timeline. A case folder keeps it as
/// <c>case.json</c>; a workbench keeps the same record in a database.
/// </summary>
public sealed record Case
{
    /// <summary>The form of the record that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of this record's form.</summary>
    public required int Format { get; init; }

    public required CaseId Id { get; init; }

    public required Seller Seller { get; init; }

    /// <summary>Domain of the store; null when not known.</summary>
    public required string? Marketplace { get; init; }

    public required CaseStage Stage { get; init; }

    /// <summary>The messages of the case, oldest first.</summary>
    public required IReadOnlyList<CaseNotice> Notices { get; init; }

    /// <summary>Rounds that were sent, oldest first.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>The mail with an answer that is on its way, or may be; null while none is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeavingMail? Leaving { get; init; }

    /// <summary>Files Reprieve wrote into the package, with their hashes, so that what a person edited is known.</summary>
    public IReadOnlyList<PackedFile> Package
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What happened, in order; each entry's hash covers the one before.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>A new case, opened now.</summary>
    public static Case Opened(TimeProvider clock) =>
        new Case
        {
            Format = CurrentFormat,
            Id = CaseId.New(clock),
            Seller = new Seller(),
            Marketplace = null,
            Stage = CaseStage.Preparing,
            Notices = [],
            Rounds = [],
            Timeline = [],
        }.Append(clock, Cases.Timeline.Reprieve, "case_opened");
}

/// <summary>Where a case stands.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CaseStage>))]
public enum CaseStage
{
    /// <summary>The notice is read; the answer is not finished.</summary>
    Preparing,

    /// <summary>A package is ready to send.</summary>
    Ready,

    /// <summary>Sent; Amazon's turn.</summary>
    Sent,

    /// <summary>Amazon asks for more.</summary>
    MoreInformation,

    Denied,

    DeniedFinal,

    Reinstated,

    /// <summary>The notice is forged or suspicious.</summary>
    NotAmazon,

    /// <summary>There is nothing to send.</summary>
    NothingToSend,
}

/// <summary>A message of a case: its hash and what was read from it.</summary>
public sealed record CaseNotice(
    string Path,
    string Sha256,
    NoticeKind Kind,
    DateTimeOffset? Date,
    IReadOnlyList<string> Reasons
)
{
    /// <summary>The keys its signatures were held against, which Amazon changes now and then; null when there were none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UsedKey>? Keys { get; init; }

    /// <summary>What a record keeps of a message.</summary>
    public static CaseNotice Of(Diagnosis message) =>
        new(message.Source, message.Sha256, message.Kind, message.Date, [.. message.Reasons.Select(r => r.Code)])
        {
            Keys = message.Authenticity.Keys is { Count: > 0 } keys ? keys : null,
        };
}

/// <summary>A mail with an answer, which is no round until it is known to be sent.</summary>
/// <param name="SendingId">Its name in the outbox.</param>
/// <param name="Sent">What goes out, as it will stand in the round.</param>
public sealed record LeavingMail(string SendingId, SentAppeal Sent);

/// <summary>One round: what was sent, and what Amazon answered.</summary>
public sealed record Round(int Number, SentAppeal Sent, CaseNotice? Answer, Decision? Decision);

/// <summary>An event of the case. It holds hashes, codes and names, never contents.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">When, with offset.</param>
/// <param name="Who">The person, or "reprieve".</param>
/// <param name="What">Code of the event: case_opened, notice_read, package_ready, sent, answer_read …</param>
/// <param name="Details">What it was about, in a fixed order of keys.</param>
/// <param name="Previous">Hash of the entry before; null for the first.</param>
/// <param name="Hash">SHA-256 over all of the above, lower-case hex.</param>
public sealed record TimelineEntry(
    int Number,
    DateTimeOffset At,
    string Who,
    string What,
    IReadOnlyDictionary<string, string> Details,
    string? Previous,
    string Hash
);

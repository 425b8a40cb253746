using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Appeals;

/// <summary>A package that is ready to send, or why there is none.</summary>
public sealed record Appeal
{
    /// <summary>Folder it was written to.</summary>
    public required string Directory { get; init; }

    public required PackageState State { get; init; }

    /// <summary>The route the notice names, or the best known one.</summary>
    public required Route Route { get; init; }

    /// <summary>Files of the package, relative to the folder, with their hashes.</summary>
    public required IReadOnlyList<PackedFile> Files { get; init; }

    /// <summary>What stands in the way, in the screen's language; empty when ready.</summary>
    public required IReadOnlyList<string> Obstacles { get; init; }

    /// <summary>What the seller must do next, in the screen's language, in order.</summary>
    public required IReadOnlyList<string> Next { get; init; }
}

/// <summary>A package as it would be.</summary>
/// <param name="Pages">What the seller reads, as Markdown by file name, in the screen's language.</param>
public sealed record AppealPreview(Appeal Appeal, IReadOnlyDictionary<string, string> Pages);

/// <summary>How far a package is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PackageState>))]
public enum PackageState
{
    /// <summary>Ready to send.</summary>
    Ready,

    /// <summary>Questions, papers or blocking findings are open; what could be prepared was written.</summary>
    Open,

    /// <summary>There is nothing to send.</summary>
    NothingToSend,

    /// <summary>The notice is forged or suspicious: a warning, and no package.</summary>
    Refused,
}

/// <summary>A file of a package.</summary>
/// <param name="Path">Relative to the package's folder, with forward slashes.</param>
/// <param name="Sha256">Hash of the file as it lies there, lower-case hex.</param>
/// <param name="Edited">Whether a person wrote or changed it; such a file is never overwritten or removed.</param>
public sealed record PackedFile(
    string Path,
    string Sha256,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Edited = false
);

/// <summary>An appeal that was sent: what exactly, when, by whom, by which way.</summary>
/// <param name="Round">From 1.</param>
/// <param name="At">When, with offset.</param>
/// <param name="TextSha256">Hash of the text that was pasted.</param>
/// <param name="Overrides">Rules that were set aside, with the reason given.</param>
public sealed record SentAppeal(
    int Round,
    DateTimeOffset At,
    string By,
    RouteChannel Channel,
    string? TextSha256,
    IReadOnlyList<PackedFile> Files,
    IReadOnlyList<RuleOverride> Overrides
)
{
    /// <summary>The mail that it went as; null where it was sent by hand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SentMail? Mail { get; init; }
}

/// <summary>The mail an answer went as. Its bytes lie in the round as <c>message.eml</c>.</summary>
/// <param name="From">The seller's address.</param>
/// <param name="To">Amazon's mailbox.</param>
/// <param name="MessageId">Its Message-ID, without angle brackets.</param>
/// <param name="Sha256">Hash of the exact bytes, lower-case hex.</param>
public sealed record SentMail(string From, string To, string MessageId, string Sha256);

/// <summary>A guard or rule that a person set aside, and why.</summary>
public sealed record RuleOverride(string Rule, string Because, string By);

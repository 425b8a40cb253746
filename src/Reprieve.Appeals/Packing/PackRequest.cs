using Reprieve.Documents;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Export;

namespace Reprieve.Appeals.Packing;

/// <summary>All that a package is made from.</summary>
public sealed record PackRequest
{
    /// <summary>The case folder; attachments are taken from it.</summary>
    public required string CaseFolder { get; init; }

    /// <summary>The folder the package is written to; made when it is not there.</summary>
    public required string Directory { get; init; }

    /// <summary>The notice that is answered.</summary>
    public required Diagnosis Notice { get; init; }

    /// <summary>The review of past practice; null when there are no reports.</summary>
    public Review? Review { get; init; }

    /// <summary>The answer; null when none was written because the notice is not Amazon's.</summary>
    public Response? Response { get; init; }

    /// <summary>The verdict on the answer's text; null when there is no text.</summary>
    public CheckReport? Check { get; init; }

    /// <summary>The papers of the case folder.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>What Amazon would object to in the papers that go out, and in the papers together.</summary>
    public IReadOnlyList<DocumentFinding> PaperFindings { get; init; } = [];

    /// <summary>The types of report files that are there, as codes of <c>files[].type</c>.</summary>
    public IReadOnlyList<string> FileTypes { get; init; } = [];

    /// <summary>Rounds that went out before, oldest first.</summary>
    public IReadOnlyList<SentRound> Earlier { get; init; } = [];

    /// <summary>How many appeals are left, as Amazon says; null where it does not.</summary>
    public AttemptsLeft? Attempts { get; init; }

    /// <summary>The answer's own files: text, docx, ledger, evidence, to-do.</summary>
    public IReadOnlyList<OutputFile> ResponseFiles { get; init; } = [];

    /// <summary>What the last run wrote, as kept in the case; tells our files from those of a person.</summary>
    public IReadOnlyList<PackedFile> Previous { get; init; } = [];

    /// <summary>The store's name as the seller calls it; null when not known.</summary>
    public string? Store { get; init; }

    /// <summary>When the case was opened: from then on counts the limit of a notice without a date; null when not known.</summary>
    public DateTimeOffset? Opened { get; init; }
}

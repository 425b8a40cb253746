using System.Security.Cryptography;
using System.Text;
using Reprieve.Cases;

namespace Reprieve.Storage;

/// <summary>A case as the workbench keeps it.</summary>
public sealed record StoredCase
{
    public required CaseId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Goes up by one with each change.</summary>
    public required int Revision { get; init; }

    /// <summary>The record; its timeline is left empty (see <see cref="CaseStore.TimelineAsync"/>).</summary>
    public required Case Record { get; init; }

    public required CaseSummary Summary { get; init; }

    /// <summary>The seller account it belongs to; null when it was not said.</summary>
    public Guid? Account { get; init; }

    /// <summary>The person who looks after it; null for nobody.</summary>
    public Guid? Assignee { get; init; }

    /// <summary>What Amazon holds of the store's money, as it was said last; null when nobody said it.</summary>
    public MoneyHeld? Held { get; init; }

    /// <summary>The files as they stand, by path.</summary>
    public required IReadOnlyList<StoredFile> Files { get; init; }

    /// <summary>When it came into the workbench, in UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was changed last, in UTC.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The same for two states of a case with the same files and the same record, whatever was noted between them.</summary>
    public string ContentKey =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [CaseJson.Serialize(Record), .. Files.Select(file => $"{file.Sha256} {file.Path}")]
                    )
                )
            )
        );
}

/// <summary>A version of a file of a case.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Revision">The revision of the case that brought it.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">The person, or "reprieve".</param>
public sealed record StoredFile(string Path, string Sha256, long Length, int Revision, DateTimeOffset At, string Who)
{
    /// <summary>Columns that told who a buyer is, and were dropped before the file was stored.</summary>
    public int DroppedColumns { get; init; }
}

/// <summary>How the cases of a seller account stand.</summary>
/// <param name="Account">Null for cases whose account was not said.</param>
/// <param name="Cases">Cases by stage; a stage without any is not there.</param>
/// <param name="FirstDue">The nearest day that still counts, with the offset of its store; null when there is none.</param>
public sealed record AccountStanding(
    Guid? Account,
    IReadOnlyDictionary<CaseStage, int> Cases,
    DateTimeOffset? FirstDue
);

/// <summary>Something a person has to do for a case.</summary>
/// <param name="Due">When it is due; null when no day was said.</param>
/// <param name="DoneAt">When it was done, in UTC; null while it is open.</param>
/// <param name="AddedBy">Who noted it.</param>
/// <param name="DoneBy">Who did it; null while it is open.</param>
public sealed record CaseTask(
    Guid Id,
    CaseId Case,
    string Text,
    DateTimeOffset? Due,
    DateTimeOffset? DoneAt,
    string AddedBy,
    string? DoneBy
);

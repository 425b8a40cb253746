using Reprieve.Cases;

namespace Reprieve.Storage;

/// <summary>A case in a list.</summary>
public sealed record CaseLine(
    CaseId Id,
    string Title,
    CaseStage Stage,
    CaseSummary Summary,
    DateTimeOffset Updated,
    int Revision
)
{
    /// <summary>The seller account it belongs to; null when it was not said.</summary>
    public Guid? Account { get; init; }

    /// <summary>The person who looks after it; null for nobody.</summary>
    public Guid? Assignee { get; init; }

    /// <summary>What Amazon holds of the store's money, as it was said last; null when nobody said it.</summary>
    public MoneyHeld? Held { get; init; }
}

/// <summary>
/// A page of a list of cases. Each count is of what the rest of the query finds, whatever it asks for of the counted itself;
/// what there is none of is not there.
/// </summary>
/// <param name="Total">Cases that the query finds, on all pages.</param>
/// <param name="Stages">Cases by stage.</param>
public sealed record CasePage(IReadOnlyList<CaseLine> Lines, int Total, IReadOnlyDictionary<CaseStage, int> Stages)
{
    /// <summary>Cases by whose turn it is.</summary>
    public required IReadOnlyDictionary<Turn, int> Turns { get; init; }

    /// <summary>Cases by domain of their store; those without are not counted.</summary>
    public required IReadOnlyDictionary<string, int> Marketplaces { get; init; }

    /// <summary>Cases by the person who looks after them; those of nobody by <see cref="CaseQuery.Nobody"/>.</summary>
    public required IReadOnlyDictionary<Guid, int> People { get; init; }

    /// <summary>What Amazon holds in all cases that the query finds, by currency; none where it holds nothing.</summary>
    public required IReadOnlyList<MoneyHeld> Held { get; init; }
}

/// <summary>Which cases a list shows: those due first come first, those without a day last, the newest of these first.</summary>
public sealed record CaseQuery
{
    /// <summary>Stages to show; none for all.</summary>
    public IReadOnlyList<CaseStage> Stages { get; init; } = [];

    /// <summary>Words that the title, the store or the reasons hold; each must be there, upper or lower case alike.</summary>
    public string? Text { get; init; }

    public int Skip { get; init; }

    /// <summary>Lines on a page; 200 at most.</summary>
    public int Take { get; init; } = 50;

    /// <summary>Only cases due before this.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Only cases of these seller accounts, null among them for cases that have none; null for all cases.</summary>
    public IReadOnlyList<Guid?>? Accounts { get; init; }

    /// <summary>Only cases in which it is this one's turn; null for all.</summary>
    public Turn? Turn { get; init; }

    /// <summary>Only cases of stores of this domain; null for all.</summary>
    public string? Marketplace { get; init; }

    /// <summary>Only cases that this person looks after, or <see cref="Nobody"/>; null for all.</summary>
    public Guid? Person { get; init; }

    /// <summary>Stands for nobody where a person is asked for.</summary>
    public static Guid Nobody => Guid.Empty;
}

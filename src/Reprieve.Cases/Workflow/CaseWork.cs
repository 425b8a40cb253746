using Reprieve.Appeals;
using Reprieve.Cases.Corrections;
using Reprieve.Cases.Linked;
using Reprieve.Documents;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Workflow;

/// <summary>
/// A case on its way through the five steps. Each step takes the value the one before it made and adds its own;
/// what a step has not yet made is null.
/// </summary>
public sealed record CaseWork
{
    public required CasePaths Paths { get; init; }

    /// <summary>The record as it stands.</summary>
    public required Case Record { get; init; }

    public required FolderContents Contents { get; init; }

    /// <summary>The stores of the event, the case's own first; one where all messages are about one.</summary>
    public IReadOnlyList<LinkedStore> Stores { get; init; } = [];

    /// <summary>The answers of the linked stores, each on its own way through the steps; empty until they are opened.</summary>
    public IReadOnlyList<CaseWork> Linked { get; init; } = [];

    /// <summary>Every message about this store as it was read, oldest first.</summary>
    public required IReadOnlyList<Diagnosis> Messages { get; init; }

    /// <summary>The message that is to be answered.</summary>
    public required Diagnosis Notice { get; init; }

    /// <summary>What people corrected in the reading of that message; it is in <see cref="Notice"/> already.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Rounds that went out before, oldest first.</summary>
    public required IReadOnlyList<SentRound> Earlier { get; init; }

    public required AnswerSheet Answers { get; init; }

    /// <summary>Files that could not be read so far.</summary>
    public required IReadOnlyList<UnreadableFile> Unreadable { get; init; }

    public Review? Review { get; init; }

    public IReadOnlyList<Document> Documents { get; init; } = [];

    public Response? Response { get; init; }

    public CheckReport? Check { get; init; }

    public Appeal? Appeal { get; init; }

    /// <summary>The store's name: as the seller has it, else as the notice greets it; null when neither is there.</summary>
    public string? Store =>
        Answers.Seller.Store
        ?? Answers.Given(Seller.StoreFact)?.Value
        ?? (Response as WrittenResponse)?.Facts.FirstOrDefault(fact => fact.Id == Seller.StoreFact)?.Value;

    /// <summary>Whether the message speaks against being Amazon's: then there is a warning and no package.</summary>
    public bool IsRefused => NoticeChoice.SpeaksAgainstAmazon(Notice);

    /// <summary>The answer of a linked store on its way through the steps; null when there is none of that key.</summary>
    public CaseWork? LinkedTo(string store) => Linked.FirstOrDefault(one => one.Paths.Store == store);

    /// <summary>The case with something done to the answer of a linked store, and its own record as that leaves it.</summary>
    /// <exception cref="CaseException">There is no such store, or it cannot be done.</exception>
    public CaseWork WithLinked(string store, Func<CaseWork, CaseWork> change)
    {
        CaseWork before = LinkedTo(store) ?? throw new CaseException(Say.Texts.Get("No_Linked", store));
        CaseWork after = change(before);
        return this with
        {
            Record = CaseRecordFile.Read(Paths) ?? Record,
            Linked = [.. Linked.Select(one => one == before ? after : one)],
        };
    }
}

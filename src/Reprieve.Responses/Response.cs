using System.Diagnostics.CodeAnalysis;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses;

/// <summary>
/// The answer that a notice wants. A closed set: <see cref="PlanOfAction"/>, <see cref="DocumentPack"/>,
/// <see cref="Questionnaire"/>, <see cref="Acknowledgement"/>, <see cref="Dispute"/>, and <see cref="NothingToSend"/>
/// where something else comes first.
/// </summary>
public abstract record Response
{
    private protected Response() { }

    /// <summary>The response mode it serves.</summary>
    public required ResponseMode Mode { get; init; }

    /// <summary>The language it is written in, as BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>What was asked and is still open; while there is any (not optional), the answer is not finished.</summary>
    public required IReadOnlyList<OpenQuestion> Questions { get; init; }

    /// <summary>Papers to chase.</summary>
    public required IReadOnlyList<PaperToChase> Papers { get; init; }
}

/// <summary>An answer with a text to paste and papers to attach.</summary>
public abstract record WrittenResponse : Response
{
    private protected WrittenResponse() { }

    /// <summary>The plain text as it is pasted into the form.</summary>
    public required string Text { get; init; }

    /// <summary>The sentences of <see cref="Text"/>, in order, each with the facts it rests on.</summary>
    public required IReadOnlyList<LedgerSentence> Sentences { get; init; }

    /// <summary>The causes it answers, in order.</summary>
    public IReadOnlyList<AnsweredCause> Causes { get; init; } = [];

    /// <summary>The facts the sentences rest on.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>What was read from a file in place of the seller's answer, and is to be looked at before sending.</summary>
    public IReadOnlyList<ReadAnswer> Read { get; init; } = [];

    /// <summary>
    /// The same sentence by sentence in the screen's language, to be read and never sent; null when it is the text's
    /// own, or a person has edited the text.
    /// </summary>
    public string? Mirror { get; init; }

    /// <summary>The papers that go with it, under the names the text cites.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }
}

/// <summary>A plan of action: root cause, actions taken, prevention, for every cause.</summary>
public sealed record PlanOfAction : WrittenResponse;

/// <summary>Papers with a short cover note.</summary>
public sealed record DocumentPack : WrittenResponse
{
    [SetsRequiredMembers]
    internal DocumentPack(WrittenResponse same)
        : base(same) { }
}

/// <summary>The answers to Amazon's questionnaire, question by question.</summary>
public sealed record Questionnaire : WrittenResponse
{
    [SetsRequiredMembers]
    internal Questionnaire(WrittenResponse same)
        : base(same) { }
}

/// <summary>"I understand the policy": the causes and what was done, as the form asks, without more.</summary>
public sealed record Acknowledgement : WrittenResponse
{
    [SetsRequiredMembers]
    internal Acknowledgement(WrittenResponse same)
        : base(same) { }
}

/// <summary>Evidence that the notice is mistaken. It admits nothing.</summary>
public sealed record Dispute : WrittenResponse
{
    [SetsRequiredMembers]
    internal Dispute(WrittenResponse same)
        : base(same) { }
}

/// <summary>
/// Nothing to write, or not yet: why, and what to do instead. Where another account, a claim, a listing or a call
/// comes first, the steps name it.
/// </summary>
public sealed record NothingToSend : Response
{
    /// <summary>Why there is nothing to send, in the screen's language.</summary>
    public required string Why { get; init; }

    /// <summary>What to do instead, in the screen's language, in order.</summary>
    public required IReadOnlyList<string> Instead { get; init; }
}

/// <summary>A question that nobody answered because a file says it.</summary>
/// <param name="Fact">What it says, and where.</param>
public sealed record ReadAnswer(Question Question, Fact Fact);

/// <summary>A cause that an answer speaks to.</summary>
/// <param name="Code">A reason code or a buyer cause.</param>
/// <param name="Area">The part of the seller's practice that is mended; null where the cause alone does not tell.</param>
public sealed record AnsweredCause(string Code, PracticeArea? Area);

/// <summary>A paper that goes out with the answer.</summary>
/// <param name="Path">Relative to the case folder.</param>
/// <param name="SendAs">The name it is sent under, which the text cites; plain ASCII without spaces.</param>
/// <param name="Claim">What it proves, in the answer's language.</param>
/// <param name="Content">
/// Its bytes when we made it ourselves (the list of orders behind a figure): it is then one of the files that
/// <c>ResponseFiles</c> gives, and is not copied from the folder. Null for a file of the folder.
/// </param>
public sealed record Attachment(string Path, string SendAs, string Claim, string Sha256, byte[]? Content = null);

/// <summary>A paper that is still missing.</summary>
/// <param name="What">Ask code: invoices, utility_bill …</param>
/// <param name="From">From whom, in the screen's language.</param>
/// <param name="Why">For which claim, in the screen's language.</param>
/// <param name="By">Until when; null when the notice states no limit.</param>
public sealed record PaperToChase(string What, string From, string Why, DateTimeOffset? By);

/// <summary>All that an answer is written from.</summary>
public sealed record ResponseRequest
{
    /// <summary>The notice that is answered.</summary>
    public required Diagnosis Notice { get; init; }

    /// <summary>The review of past practice; null when there are no reports.</summary>
    public required Review? Review { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }

    public required AnswerSheet Answers { get; init; }

    /// <summary>The answer's language; null to take the notice's.</summary>
    public string? Language { get; init; }

    /// <summary>The kind of answer a person chose; null to take the one the notice wants.</summary>
    public ResponseMode? Mode { get; init; }

    /// <summary>The notice that opened the case, where <see cref="Notice"/> is Amazon's answer to an appeal; else null.</summary>
    public Diagnosis? Original { get; init; }

    /// <summary>The day it is written, in the marketplace's zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What was sent in earlier rounds, oldest first, and what Amazon answered.</summary>
    public IReadOnlyList<EarlierRound> Earlier { get; init; } = [];

    /// <summary>How the notice's file is called in evidence, with its hash.</summary>
    public required SourceFile NoticeFile { get; init; }
}

/// <summary>An earlier round: the text that was sent, and how Amazon answered.</summary>
public sealed record EarlierRound(int Number, string SentText, Diagnosis? Answer);

using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;

namespace Reprieve.Appeals.Guards;

/// <summary>What the guards look at: the answer about to go out, and what went before.</summary>
internal sealed record SendContext
{
    public required Diagnosis Notice { get; init; }

    public required KnowledgeBase Knowledge { get; init; }

    public required DateTimeOffset Now { get; init; }

    public Response? Response { get; init; }

    public CheckReport? Check { get; init; }

    /// <summary>Hashes of the papers that go with it.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>What Amazon would object to in them.</summary>
    public IReadOnlyList<DocumentFinding> PaperFindings { get; init; } = [];

    public IReadOnlyList<SentRound> Earlier { get; init; } = [];

    /// <summary>How many appeals are left, as Amazon says; null where it does not.</summary>
    public AttemptsLeft? Attempts { get; init; }

    /// <summary>The address it goes to; null where it goes through a page.</summary>
    public string? Address { get; init; }

    /// <summary>Whether a mail with an answer is on its way, or may be.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>Files that are no longer what was checked.</summary>
    public IReadOnlyList<string> ChangedFiles { get; init; } = [];

    public WrittenResponse? Written => Response as WrittenResponse;

    public SentRound? Last => Earlier.Count == 0 ? null : Earlier[^1];
}

/// <summary>One reason not to send, or to think twice.</summary>
internal interface ISendGuard
{
    /// <summary>What the guard has to say; nothing when all is well.</summary>
    IEnumerable<GuardResult> Look(SendContext context);
}

/// <summary>All guards, in the order in which a person should read them.</summary>
internal static class SendGuards
{
    private static readonly ISendGuard[] All =
    [
        new ForgedNoticeGuard(),
        new UnknownAddressGuard(),
        new LeavingMailGuard(),
        new OpenAppealGuard(),
        new RelatedAccountGuard(),
        new UnchangedTextGuard(),
        new BlockingFindingGuard(),
        new PaperFindingGuard(),
        new MissingPaperGuard(),
        new OpenQuestionGuard(),
        new ChangedFileGuard(),
        new EarlyChaserGuard(),
        new LastAttemptGuard(),
        new PanicGuard(),
        new LastDayGuard(),
    ];

    public static IReadOnlyList<GuardResult> Look(SendContext context) =>
        [.. All.SelectMany(guard => guard.Look(context))];
}

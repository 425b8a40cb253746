using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;

namespace Reprieve.Cases.Workflow;

/// <summary>All steps in one go, for a place that shows a case whole: read, reviewed, answered, and packed or previewed.</summary>
public sealed class WholeCase(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>What the steps go by.</summary>
    public KnowledgeBase Knowledge => knowledge;

    private readonly ReviewCase _review = new(knowledge, clock);
    private readonly AnswerCase _answer = new(knowledge, clock);
    private readonly PackCase _pack = new(knowledge, clock);

    /// <summary>The case as its folder stands, with the pages of its package; nothing is written.</summary>
    /// <param name="keys">Where signing keys are asked for that the case has not kept; null when nowhere.</param>
    /// <exception cref="CaseException">There is no message in it, or it cannot be read.</exception>
    public (CaseWork Work, IReadOnlyDictionary<string, string> Pages) Look(
        CasePaths paths,
        IDkimKeys? keys = null,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    ) => _pack.Preview(Answered(paths, keys, progress, cancel), cancel);

    /// <summary>The same, with the package and the record written.</summary>
    /// <exception cref="CaseException">There is no message in it, or it cannot be read or written.</exception>
    public CaseWork Write(
        CasePaths paths,
        IDkimKeys? keys = null,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    ) => _pack.Pack(Answered(paths, keys, progress, cancel), cancel);

    private CaseWork Answered(
        CasePaths paths,
        IDkimKeys? keys,
        IProgress<ReviewProgress>? progress,
        CancellationToken cancel
    )
    {
        CaseWork work = new ReadCase(knowledge, clock, keys).Open(paths, progress, cancel);
        return _answer.Answer(_review.Review(work, progress: progress, cancel: cancel));
    }
}

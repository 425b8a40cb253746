using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;

namespace Reprieve.Cases.Workflow;

/// <summary>
/// All steps in one go, for a place that shows a case whole, linked stores included: read, reviewed, answered, and packed or previewed. Build one
/// and use it for many cases: what it takes of knowledge, and of papers, it takes once. It may be shared between threads.
/// </summary>
public sealed class WholeCase(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>What the steps go by.</summary>
    public KnowledgeBase Knowledge => knowledge;

    private readonly ReviewCase _review = new(knowledge, clock);
    private readonly AnswerCase _answer = new(knowledge, clock);
    private readonly PackCase _pack = new(knowledge, clock);
    private readonly NextRoundOfCase _next = new(knowledge, clock);
    private readonly NoticeReader _reader = new(knowledge);

    /// <summary>
    /// The case as its folder stands, with the pages of its package by name, those of a linked store by
    /// <c>STORE/name</c>; nothing is written.
    /// </summary>
    /// <param name="keys">Where signing keys are asked for that the case has not kept; null when nowhere.</param>
    /// <exception cref="CaseException">There is no message in it, or it cannot be read.</exception>
    public (CaseWork Work, IReadOnlyDictionary<string, string> Pages) Look(
        CasePaths paths,
        IDkimKeys? keys = null,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var read = new ReadCase(knowledge, clock, keys, _reader);
        CaseWork own = Answered(read.Open(paths, progress, cancel), progress, cancel);
        (CaseWork work, IReadOnlyDictionary<string, string> pages) = _pack.Preview(own, cancel);
        Dictionary<string, string> all = new(pages, StringComparer.Ordinal);
        List<CaseWork> linked = [];
        foreach (CaseWork store in read.Linked(own))
        {
            (CaseWork answered, IReadOnlyDictionary<string, string> ofStore) = _pack.Preview(
                Answered(store, progress, cancel),
                cancel
            );
            linked.Add(answered);
            foreach ((string name, string page) in ofStore)
            {
                all[$"{store.Paths.Store}/{name}"] = page;
            }
        }

        return (work with { Linked = linked }, all);
    }

    /// <summary>The same, with the case moved by what Amazon answered, and the package and the record written.</summary>
    /// <exception cref="CaseException">There is no message in it, or it cannot be read or written.</exception>
    public CaseWork Write(
        CasePaths paths,
        IDkimKeys? keys = null,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var read = new ReadCase(knowledge, clock, keys, _reader);
        CaseWork own = Answered(read.Open(paths, progress, cancel), progress, cancel);
        CaseWork written = _pack.Pack(_next.Moved(own), cancel);
        List<CaseWork> linked =
        [
            .. read.Linked(own).Select(store => _pack.Pack(_next.Moved(Answered(store, progress, cancel)), cancel)),
        ];
        // What happened to a linked store is noted in the record of the case itself.
        return written with { Linked = linked, Record = CaseRecordFile.Read(paths) ?? written.Record };
    }

    /// <summary>How the notice was read, with what spoke in it; null when its file is gone. A mailbox holds several, and the hash tells which.</summary>
    public Explanation? Explain(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        string file = Path.Combine(work.Paths.Folder, work.Notice.Source);
        Message? message = File.Exists(file)
            ? MessageReader
                .Read(file, new PdfMessages())
                .Select(result => result.Message)
                .OfType<Message>()
                .FirstOrDefault(read => read.Sha256 == work.Notice.Sha256)
            : null;
        return message is null ? null : _reader.Explain(message);
    }

    private CaseWork Answered(CaseWork work, IProgress<ReviewProgress>? progress, CancellationToken cancel) =>
        _answer.Answer(_review.Review(work, withOrders: true, progress: progress, cancel: cancel));
}

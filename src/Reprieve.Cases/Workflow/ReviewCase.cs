using Reprieve.Cases.Linked;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Workflow;

/// <summary>Step 2: evaluates past practice from the reports, and reads the papers.</summary>
public sealed class ReviewCase(KnowledgeBase knowledge, TimeProvider clock)
{
    private readonly PracticeReviewer _reviewer = new(knowledge);
    private readonly DocumentReader _documents = new(knowledge);

    /// <summary>Adds the review and the papers.</summary>
    /// <param name="asOf">The day to look back from; null for the notice's.</param>
    /// <param name="marketplace">The store; null for the notice's.</param>
    /// <param name="reversed">Orders whose claims the forecast takes as reversed.</param>
    /// <param name="withOrders">Whether the orders behind the figures are described one by one.</param>
    /// <param name="hashed">Whether facts may come to rest on the files.</param>
    public CaseWork Review(
        CaseWork work,
        DateOnly? asOf = null,
        string? marketplace = null,
        IReadOnlyList<string>? reversed = null,
        bool withOrders = false,
        bool hashed = true,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var said = SaidOfPractice.Of(work.Answers, knowledge);
        var request = new ReviewRequest
        {
            Folder = work.Paths.Folder,
            Files = Paths(StoreReports.Possible(work)),
            Formats = work.Contents.Formats,
            Notice = work.Notice,
            AsOf = asOf,
            Marketplace = marketplace,
            Clock = clock,
            Reversed = reversed ?? [],
            SaidReversed = said.ReversedClaims,
            OwnBrands = said.OwnBrands,
            Stated = said.Figures,
            WithOrders = withOrders,
            Hashed = hashed,
        };
        Review review = _reviewer.Review(request, progress, cancel);
        if (work.Stores.Count > 1 && marketplace is null && review.Marketplace != work.Notice.Marketplace)
        {
            // What lies beside the notices is another store's of the event.
            request = request with
            {
                Files = Paths(StoreReports.InFolder(work)),
                Marketplace = work.Notice.Marketplace,
            };
            review = _reviewer.Review(request, progress, cancel);
        }

        List<UnreadableFile> unreadable =
        [
            .. work.Unreadable,
            .. review.Unreadable,
            .. said.Problems.Select(problem => new UnreadableFile(CasePaths.AnswersName, problem)),
        ];
        List<Document> documents = Papers(work, review, unreadable, cancel);
        return work with
        {
            Review = review with { Files = AllFiles(work, review, documents), Unreadable = unreadable },
            Documents = documents,
            Unreadable = unreadable,
        };
    }

    /// <summary>A file with several tables stands once for each.</summary>
    private static List<string> Paths(IReadOnlyList<(string Path, string Type)> reports) =>
        [.. reports.Select(report => report.Path)];

    private List<Document> Papers(
        CaseWork work,
        Review review,
        List<UnreadableFile> unreadable,
        CancellationToken cancel
    )
    {
        DocumentContext context = CasePapers.Context(work with { Review = review }, knowledge);
        List<Document> documents = [];
        foreach (string path in work.Contents.Documents)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                documents.Add(_documents.Read(Path.Combine(work.Paths.Folder, path), path, context, cancel));
            }
            catch (DocumentException fault)
            {
                unreadable.Add(new UnreadableFile(path, fault.Message));
            }
        }

        return [.. DocumentSet.WithLicences(knowledge, documents, context)];
    }

    /// <summary>The contract's list of files: reports, then messages, papers and answers.</summary>
    private static List<ReviewedFile> AllFiles(CaseWork work, Review review, List<Document> documents)
    {
        List<ReviewedFile> files = [.. review.Files];
        files.AddRange(work.Contents.Messages.Select(path => Other(path, "notice")));
        files.AddRange(documents.Select(document => Other(document.Path, "document")));
        if (work.Contents.HasAnswers)
        {
            files.Add(Other(CasePaths.AnswersName, "answers"));
        }

        return files;

        static ReviewedFile Other(string path, string type) => new(path, type, null, null, null, null);
    }
}

using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Workflow;

/// <summary>The review of a folder by itself: a notice may be there, but need not.</summary>
public static class FolderReview
{
    /// <summary>Reviews the folder's reports and papers.</summary>
    /// <exception cref="CaseException">The folder cannot be read.</exception>
    /// <exception cref="AnswerFileException">Its <c>answers.yaml</c> cannot be read.</exception>
    public static Review Of(
        CasePaths paths,
        KnowledgeBase knowledge,
        TimeProvider clock,
        DateOnly? asOf = null,
        string? marketplace = null,
        IReadOnlyList<string>? reversed = null,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        FolderContents contents = FolderContents.Of(paths, knowledge, progress, cancel);
        if (contents.Messages.Count > 0)
        {
            CaseWork work = new ReadCase(knowledge, clock).Open(paths, contents, cancel);
            return new ReviewCase(knowledge, clock)
                .Review(work, asOf, marketplace, reversed, hashed: false, progress: progress, cancel: cancel)
                .Review!;
        }

        AnswerSheet answers = contents.HasAnswers ? AnswerFile.Read(paths.Answers) : AnswerSheet.Empty;
        var said = SaidOfPractice.Of(answers, knowledge);
        Review review = new PracticeReviewer(knowledge).Review(
            new ReviewRequest
            {
                Folder = paths.Folder,
                Files = [.. contents.Reports.Select(report => report.Path)],
                Formats = contents.Formats,
                AsOf = asOf,
                Marketplace = marketplace,
                Clock = clock,
                Reversed = reversed ?? [],
                SaidReversed = said.ReversedClaims,
                OwnBrands = said.OwnBrands,
                Stated = said.Figures,
            },
            progress,
            cancel
        );
        return review with
        {
            Unreadable =
            [
                .. contents.Unrecognised,
                .. review.Unreadable,
                .. said.Problems.Select(problem => new UnreadableFile(CasePaths.AnswersName, problem)),
            ],
        };
    }
}

using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cli.Commands;

/// <summary>A case opened and reviewed, with progress: where every command starts that goes on from there.</summary>
internal static class ReviewedCase
{
    /// <param name="keys">Where signing keys are asked for that the case has not kept; null when nowhere.</param>
    /// <param name="opened">Told of the case once its notice is read.</param>
    public static CaseWork Open(
        CliContext cli,
        KnowledgeBase knowledge,
        CasePaths paths,
        bool quiet,
        IDkimKeys? keys = null,
        Action<CaseWork>? opened = null,
        CancellationToken cancel = default
    )
    {
        CaseWork work;
        using (var progress = new ProgressLine(cli, quiet))
        {
            work = new ReadCase(knowledge, cli.Clock, keys).Open(paths, progress, cancel);
        }

        opened?.Invoke(work);
        return Review(cli, knowledge, work, quiet, cancel);
    }

    /// <summary>Reviews a case that was opened.</summary>
    public static CaseWork Review(
        CliContext cli,
        KnowledgeBase knowledge,
        CaseWork work,
        bool quiet,
        CancellationToken cancel
    )
    {
        using var progress = new ProgressLine(cli, quiet);
        return new ReviewCase(knowledge, cli.Clock).Review(work, progress: progress, cancel: cancel);
    }
}

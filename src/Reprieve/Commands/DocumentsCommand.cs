using System.CommandLine;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Output;
using Reprieve.Documents;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve documents FOLDER</c>: the papers of a case, and what Amazon would object to.</summary>
internal static class DocumentsCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var command = new Command("documents", Say.Get("Cmd_Documents")) { folder };
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () =>
                    {
                        KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                        CasePaths paths = FolderArgument.Paths(parsed, folder, common);
                        CaseWork work = ReviewedCase.Open(
                            cli,
                            knowledge,
                            paths,
                            parsed.GetValue(common.Quiet),
                            cancel: cancel
                        );
                        return Write(cli, work, CasePapers.Together(work, knowledge), parsed.GetValue(common.Json));
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    private static int Write(CliContext cli, CaseWork work, IReadOnlyList<DocumentFinding> together, bool json)
    {
        if (json)
        {
            cli.Out.WriteLine(DocumentsJson.Serialize(work.Documents));
        }
        else
        {
            DocumentsView.Write(new Screen(cli.Out, cli.OutIsTerminal), work.Documents, together);
        }

        return work.Documents.SelectMany(d => d.Findings).Concat(together).Any(f => f.Severity == Severity.Block)
            ? ExitCode.NotPassed
            : ExitCode.Done;
    }
}

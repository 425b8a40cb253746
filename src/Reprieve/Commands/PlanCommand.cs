using System.CommandLine;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Network;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Wording;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve plan FOLDER</c>: prepares the answer the notice wants, and asks for what is missing.</summary>
internal static class PlanCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var options = new AnswerOptions();
        var command = new Command("plan", Say.Get("Cmd_Plan")) { folder, common.Store };
        options.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () => Run(cli, common, parsed, FolderArgument.Paths(parsed, folder, common), options, cancel),
                    CancellationToken.None
                )
        );
        return command;
    }

    private static int Run(
        CliContext cli,
        CommonOptions common,
        ParseResult parsed,
        CasePaths paths,
        AnswerOptions options,
        CancellationToken cancel
    )
    {
        KnowledgeBase knowledge = common.LoadKnowledge(parsed);
        using ModelConnection? model = options.Model.Connect(cli, parsed, parsed.GetValue(common.Offline));
        bool quiet = parsed.GetValue(common.Quiet);
        CaseWork work = ReviewedCase.Open(cli, knowledge, paths, quiet, cancel: cancel);

        work = new AnswerCase(knowledge, cli.Clock).Answer(
            work,
            parsed.GetValue(options.Language),
            options.ModeOf(parsed)
        );
        work = ModelWording.Smooth(cli, knowledge, model, work, quiet, cancel);
        work = new PackCase(knowledge, cli.Clock).Pack(work, cancel);
        if (parsed.GetValue(common.Json))
        {
            cli.Out.WriteLine(PlanJson.Serialize(work));
        }
        else
        {
            Write(cli, new Screen(cli.Out, cli.OutIsTerminal), knowledge, work, quiet);
        }

        return PlanJson.IsFinished(work) ? ExitCode.Done : ExitCode.NotPassed;
    }

    private static void Write(CliContext cli, Screen screen, KnowledgeBase knowledge, CaseWork work, bool quiet)
    {
        if (!quiet && work.Response is WrittenResponse written)
        {
            screen.Text(written.Text);
            screen.Line();
        }

        var steps = new StepsView(cli, screen, knowledge);
        steps.Answer(work);
        OpenQuestionsView.Write(screen, work);
        steps.Next(work.Appeal!.Next);
    }
}

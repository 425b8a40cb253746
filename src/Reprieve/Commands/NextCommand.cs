using System.CommandLine;
using Reprieve.Answers;
using Reprieve.Answers.Escalations;
using Reprieve.Answers.Matching;
using Reprieve.Cases;
using Reprieve.Cases.Aftercare;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve next FOLDER</c>: reads Amazon's answer, names what is missing, and opens the next round.</summary>
internal static class NextCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var options = new AnswerOptions();
        var command = new Command("next", Say.Get("Cmd_Next")) { folder, common.Store };
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
        CaseWork work = ReviewedCase.Open(
            cli,
            knowledge,
            paths,
            parsed.GetValue(common.Quiet),
            common.NetworkKeys(cli, parsed),
            cancel: cancel
        );
        work = new AnswerCase(knowledge, cli.Clock).Answer(
            work,
            parsed.GetValue(options.Language),
            options.ModeOf(parsed)
        );
        (work, NextRoundPlan plan, Match? match) = new NextRoundOfCase(knowledge, cli.Clock).Open(work, cancel);
        CaseAftercare? care = CaseAftercare.Of(work, knowledge);
        IReadOnlyList<Escalation> escalations = EscalationsOfCase.Of(work, knowledge, cli.Clock.GetUtcNow());
        if (parsed.GetValue(common.Json))
        {
            cli.Out.WriteLine(NextJson.Serialize(plan, care, escalations));
            return ExitCode.Done;
        }

        var screen = new Screen(cli.Out, cli.OutIsTerminal);
        var view = new StepsView(cli, screen, knowledge);
        view.Round(plan, match);
        view.Reminders(work);
        if (work.Appeal is not null)
        {
            view.Answer(work);
            view.Package(work);
        }

        view.Next(work.Appeal?.Next is { Count: > 0 } steps ? [.. plan.Next, .. steps] : plan.Next);
        if (care is not null)
        {
            AftercareView.Show(screen, care, knowledge);
        }

        EscalationView.Show(screen, escalations);

        return ExitCode.Done;
    }
}

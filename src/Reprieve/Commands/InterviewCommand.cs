using System.CommandLine;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Interviewing;
using Reprieve.Cli.Network;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;
using Reprieve.Wording;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve interview FOLDER</c>: asks what the files do not say, one question at a time.</summary>
internal static class InterviewCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var answer = new AnswerOptions();
        var given = new GivenOptions();
        var command = new Command("interview", Say.Get("Cmd_Interview")) { folder, common.Store };
        answer.AddTo(command);
        given.AddTo(command);
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () => Run(cli, common, parsed, FolderArgument.Paths(parsed, folder, common), answer, given, cancel),
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
        GivenOptions given,
        CancellationToken cancel
    )
    {
        KnowledgeBase knowledge = common.LoadKnowledge(parsed);
        bool quiet = parsed.GetValue(common.Quiet);
        CaseWork work = ReviewedCase.Open(cli, knowledge, paths, quiet, cancel: cancel);

        bool json = parsed.GetValue(common.Json);
        var interview = new OneInterview(
            new InterviewCase(knowledge, cli.Clock),
            work,
            parsed.GetValue(options.Language),
            options.ModeOf(parsed)
        );
        bool said = given.Put(parsed, interview);
        if (!said && !json && cli.InIsTerminal && interview.Guide.Open.Any())
        {
            using ModelConnection? model = options.Model.Connect(cli, parsed, parsed.GetValue(common.Offline));
            Func<Question, string, string?>? propose = model is null
                ? null
                : (question, answer) => ModelWording.Propose(cli, model, interview, question, answer, cancel);
            new InterviewSession(cli, new Screen(cli.Out, cli.OutIsTerminal), interview, propose).Run(
                parsed.GetValue(given.By)
            );
        }

        InterviewCase.Ask(
            interview.Work,
            [.. interview.Guide.Open.Select(open => new OpenQuestion(open.Question, open.Problem))]
        );
        if (json)
        {
            cli.Out.WriteLine(InterviewJson.Serialize(interview.Guide));
        }
        else
        {
            InterviewView.Write(new Screen(cli.Out, cli.OutIsTerminal), knowledge, interview);
        }

        return interview.Guide.IsDone ? ExitCode.Done : ExitCode.NotPassed;
    }
}

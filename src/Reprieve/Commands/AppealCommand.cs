using System.CommandLine;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Network;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Wording;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve appeal FOLDER</c>: the whole way, from the notice to a package that is ready to send.</summary>
internal static class AppealCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var options = new AnswerOptions();
        var command = new Command("appeal", Say.Get("Cmd_Appeal")) { folder, common.Store };
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
        bool json = parsed.GetValue(common.Json);
        bool quiet = parsed.GetValue(common.Quiet);
        StepsView? view = json || quiet ? null : new StepsView(cli, new Screen(cli.Out, cli.OutIsTerminal), knowledge);

        CaseWork work = ReviewedCase.Open(
            cli,
            knowledge,
            paths,
            quiet,
            common.NetworkKeys(cli, parsed),
            opened: read => view?.Why(read),
            cancel
        );
        view?.Practice(work);
        work = new AnswerCase(knowledge, cli.Clock).Answer(
            work,
            parsed.GetValue(options.Language),
            options.ModeOf(parsed)
        );
        work = ModelWording.Smooth(cli, knowledge, model, work, quiet, cancel);
        view?.Answer(work);
        work = new PackCase(knowledge, cli.Clock).Pack(work, cancel);
        view?.Package(work);
        view?.After(work);
        work = work with { Linked = paths.Store is null ? Linked(cli, knowledge, work, quiet, view, cancel) : [] };
        if (json)
        {
            cli.Out.WriteLine(AppealJson.Serialize(work));
        }

        return work.Linked.Prepend(work).All(one => one.Appeal!.State is PackageState.Ready)
            ? ExitCode.Done
            : ExitCode.NotPassed;
    }

    /// <summary>The answers of the other stores of the event: the same steps, from the same files.</summary>
    private static List<CaseWork> Linked(
        CliContext cli,
        KnowledgeBase knowledge,
        CaseWork own,
        bool quiet,
        StepsView? view,
        CancellationToken cancel
    )
    {
        List<CaseWork> linked = [];
        foreach (CaseWork store in new ReadCase(knowledge, cli.Clock).Linked(own))
        {
            view?.Store(own.Stores.First(one => one.Key == store.Paths.Store));
            view?.Why(store);
            CaseWork work = ReviewedCase.Review(cli, knowledge, store, quiet, cancel);
            view?.Practice(work);
            work = new AnswerCase(knowledge, cli.Clock).Answer(work);
            view?.Answer(work);
            work = new PackCase(knowledge, cli.Clock).Pack(work, cancel);
            view?.Package(work);
            view?.AfterStore(work);
            linked.Add(work);
        }

        return linked;
    }
}

/// <summary>Options of the commands that write an answer.</summary>
internal sealed class AnswerOptions
{
    public Option<string?> Language { get; } =
        new("--language") { Description = Say.Get("Option_AnswerLanguage"), HelpName = "en|de|ja|zh-Hans" };

    /// <summary>Whether a language model may smooth the wording.</summary>
    public ModelWording Model { get; } = new();

    public Option<string?> Mode { get; } = new("--mode") { Description = Say.Get("Option_Mode"), HelpName = "MODE" };

    public AnswerOptions()
    {
        Language.AcceptOnlyFromAmong("en", "de", "ja", "zh-Hans");
        Mode.AcceptOnlyFrom(() =>
            [.. Enum.GetValues<ResponseMode>().Where(mode => mode != ResponseMode.Unknown).Select(mode => mode.Code())]
        );
    }

    public void AddTo(Command command)
    {
        command.Add(Language);
        command.Add(Mode);
        command.Add(Model.Use);
    }

    public ResponseMode? ModeOf(ParseResult parsed) =>
        parsed.GetValue(Mode) is { } given ? Enum.GetValues<ResponseMode>().First(mode => mode.Code() == given) : null;
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using Reprieve.Cli.Commands;
using Reprieve.Cli.Output;

namespace Reprieve.Cli;

/// <summary>The <c>reprieve</c> command: settles the language, runs a command, and turns every fault into a sentence.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command and returns its exit code; never throws.</summary>
    public static async Task<int> RunAsync(string[] args, CliContext cli, CancellationToken cancel = default)
    {
        UiLanguage.Settle(args);
        try
        {
            ParseResult parsed = Root(cli).Parse(args);
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            {
                return WrongUsage(parsed, cli);
            }

            var configuration = new InvocationConfiguration
            {
                Output = cli.Out,
                Error = cli.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
            };
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (Exception fault) when (Faults.Explain(fault) is { } explained)
        {
            await cli.Error.WriteLineAsync(explained.Sentence);
            return explained.ExitCode;
        }
    }

    /// <summary>The command with all its sub-commands.</summary>
    public static RootCommand Root(CliContext cli)
    {
        var root = new RootCommand(Say.Get("Root"));
        var common = new CommonOptions();
        foreach (Option option in common.All)
        {
            root.Add(option);
        }

        root.Add(AppealCommand.Create(cli, common));
        root.Add(DiagnoseCommand.Create(cli, common));
        root.Add(ReviewCommand.Create(cli, common));
        root.Add(MapCommand.Create(cli, common));
        root.Add(DocumentsCommand.Create(cli, common));
        root.Add(InterviewCommand.Create(cli, common));
        root.Add(PlanCommand.Create(cli, common));
        root.Add(CheckCommand.Create(cli, common));
        root.Add(SendCommand.Create(cli, common));
        root.Add(ConnectCommand.Create(cli, common));
        root.Add(MailboxCommand.Create(cli, common));
        root.Add(NextCommand.Create(cli, common));
        root.Add(WatchCommand.Create(cli, common));
        root.Add(ServeCommand.Create(cli, common));
        root.Add(VerifyCommand.Create(cli, common));
        root.Add(BackupCommands.CreateBackup(cli, common));
        root.Add(BackupCommands.CreateRestore(cli, common));
        root.Add(ArchiveCommands.CreateExport(cli, common));
        root.Add(ArchiveCommands.CreateImport(cli, common));
        root.Add(KnowledgeCommand.Create(cli, common));
        root.Add(CompletionCommand.Create(cli, common));
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples(cli);
        root.SetAction(_ => new HelpWithExamples(cli).Invoke(root.Parse("--help")));
        return root;
    }

    private static int WrongUsage(ParseResult parsed, CliContext cli)
    {
        foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
        {
            cli.Error.WriteLine(error.Message);
        }

        string path = string.Join(' ', CommandPath(parsed.CommandResult));
        cli.Error.WriteLine(Say.Get("Usage_SeeHelp", path));
        return ExitCode.WrongUsage;
    }

    private static IEnumerable<string> CommandPath(System.CommandLine.Parsing.SymbolResult? result)
    {
        List<string> names = [];
        for (; result is System.CommandLine.Parsing.CommandResult command; result = result.Parent)
        {
            names.Insert(0, command.Command is RootCommand ? "reprieve" : command.Command.Name);
        }

        return names;
    }

    /// <summary>The usual help, and for the root the way through a case.</summary>
    private sealed class HelpWithExamples(CliContext cli) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output = new TrimmingWriter(cli.Out);
            int code = new HelpAction { MaxWidth = 80 }.Invoke(parseResult);
            if (parseResult.CommandResult.Command is RootCommand)
            {
                cli.Out.WriteLine(Say.Get("Root_Examples"));
            }

            return code;
        }
    }
}

/// <summary>Settles the screen's language before anything is said.</summary>
internal static class UiLanguage
{
    private const string Option = "--ui-language";

    public static void Settle(string[] args)
    {
        string? asked = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i].StartsWith(Option + "=", StringComparison.Ordinal))
            {
                asked = args[i][(Option.Length + 1)..];
            }
            else if (args[i] == Option && i + 1 < args.Length)
            {
                asked = args[i + 1];
            }
        }

        string language = asked ?? CultureInfo.CurrentUICulture.Name;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
            language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-Hans" : "en"
        );
    }
}

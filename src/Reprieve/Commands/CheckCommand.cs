using System.CommandLine;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Output;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Checking;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve check PLAN</c>: holds any text against the rules, a notice, and a case folder.</summary>
internal static class CheckCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var plan = new Argument<string>("PLAN") { Description = Say.Get("Arg_Plan") };
        var notice = new Option<string?>("--notice") { Description = Say.Get("Option_Notice"), HelpName = "FILE" };
        var folder = new Option<string?>("--case") { Description = Say.Get("Option_Case"), HelpName = "FOLDER" };
        var command = new Command("check", Say.Get("Cmd_Check")) { plan, notice, folder };
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () =>
                    {
                        KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                        string text = Read(parsed.GetRequiredValue(plan));
                        CheckRequest request = Request(
                            cli,
                            knowledge,
                            parsed.GetValue(folder),
                            parsed.GetValue(notice),
                            cancel
                        );
                        return Write(
                            cli,
                            new ResponseChecker(knowledge).Check(text, request),
                            parsed.GetValue(common.Json)
                        );
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    private static string Read(string path) =>
        File.Exists(path) ? PlanTextReader.Read(path) : throw new UsageException(Say.Get("File_Missing", path));

    private static CheckRequest Request(
        CliContext cli,
        KnowledgeBase knowledge,
        string? folder,
        string? notice,
        CancellationToken cancel
    )
    {
        DateOnly today = DateOnly.FromDateTime(cli.Clock.GetLocalNow().Date);
        CheckRequest request = folder is null
            ? new CheckRequest { Today = today }
            : OfCase(cli, knowledge, folder, today, cancel);
        return notice is null ? request : request with { Notice = Diagnose(knowledge, notice) };
    }

    private static CheckRequest OfCase(
        CliContext cli,
        KnowledgeBase knowledge,
        string folder,
        DateOnly today,
        CancellationToken cancel
    )
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(Say.Get("Folder_Missing", folder));
        }

        CaseWork work = new ReadCase(knowledge, cli.Clock).Open(CasePaths.Of(folder), cancel: cancel);
        work = new ReviewCase(knowledge, cli.Clock).Review(work, cancel: cancel);
        work = new AnswerCase(knowledge, cli.Clock).Answer(work);
        return CaseChecks.Request(work, knowledge, today);
    }

    private static Diagnosis Diagnose(KnowledgeBase knowledge, string path)
    {
        ReadResult result = File.Exists(path)
            ? MessageReader.Read(path, new PdfMessages()).First()
            : throw new UsageException(Say.Get("File_Missing", path));
        return result.Message is { } message
            ? new NoticeReader(knowledge).Read(message)
            : throw new CaseException($"{result.Source}: {result.Error}");
    }

    private static int Write(CliContext cli, CheckReport report, bool json)
    {
        if (json)
        {
            cli.Out.WriteLine(CheckJson.Serialize(report));
        }
        else
        {
            CheckView.Write(new Screen(cli.Out, cli.OutIsTerminal), report);
        }

        return report.Passed ? ExitCode.Done : ExitCode.NotPassed;
    }
}

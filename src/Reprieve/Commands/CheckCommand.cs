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
        var fix = new Option<bool>("--fix") { Description = Say.Get("Option_Fix") };
        var apply = new Option<bool>("--apply") { Description = Say.Get("Option_ApplyFix") };
        var others = new Option<string?>("--others") { Description = Say.Get("Option_Others"), HelpName = "FILE" };
        var add = new Option<bool>("--add") { Description = Say.Get("Option_AddPrint") };
        var command = new Command("check", Say.Get("Cmd_Check")) { plan, notice, folder, fix, apply, others, add };
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () =>
                    {
                        bool applied = parsed.GetValue(apply);
                        if (
                            (applied && !parsed.GetValue(fix))
                            || (parsed.GetValue(add) && parsed.GetValue(others) is null)
                        )
                        {
                            throw new UsageException(Say.Get(applied ? "Apply_Alone" : "Add_Alone"));
                        }

                        KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                        string path = parsed.GetRequiredValue(plan);
                        string text = Read(path);
                        CheckRequest request = Request(
                            cli,
                            knowledge,
                            parsed.GetValue(folder),
                            parsed.GetValue(notice),
                            cancel
                        );
                        CheckReport report = new ResponseChecker(knowledge).Check(
                            text,
                            request with
                            {
                                OtherPlans = OtherPlans(parsed.GetValue(others), path),
                            }
                        );
                        bool json = parsed.GetValue(common.Json);
                        int code = Write(cli, report, json);
                        if (parsed.GetValue(fix))
                        {
                            Fix(cli, path, text, report.Edits, applied, json);
                        }

                        if (parsed.GetValue(add))
                        {
                            string file = parsed.GetRequiredValue(others)!;
                            PlanPrintFile.Put(file, PlanPrint.Of(PrintName(file, path), text));
                        }

                        return code;
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    /// <summary>Shows the edits as a diff (the JSON carries them already), and writes a copy beside the original when asked.</summary>
    private static void Fix(
        CliContext cli,
        string path,
        string text,
        IReadOnlyList<SafeEdit> edits,
        bool apply,
        bool json
    )
    {
        if (!json)
        {
            string diff = UnifiedDiff.Of(path, path, text, edits);
            cli.Out.WriteLine(diff.Length > 0 ? diff.TrimEnd('\n') : Say.Get("Fix_Nothing"));
        }

        if (apply && edits.Count > 0)
        {
            (json ? cli.Error : cli.Out).WriteLine(Say.Get("Fix_Written", FixedCopy.Write(path, edits)));
        }
    }

    /// <summary>The prints to compare with; an older print of the same file is none of another client.</summary>
    private static List<PlanPrint> OtherPlans(string? file, string path) =>
        file is null || !File.Exists(file)
            ? []
            : [.. PlanPrintFile.Read(file).Where(print => print.Name != PrintName(file, path))];

    /// <summary>The plan's path as seen from the file of prints, so that both can move together.</summary>
    private static string PrintName(string file, string path) =>
        Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFullPath(path)).Replace('\\', '/');

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

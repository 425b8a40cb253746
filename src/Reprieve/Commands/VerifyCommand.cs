using System.CommandLine;
using Reprieve.Cases;
using Reprieve.Cli.Output;
using Reprieve.Storage;

namespace Reprieve.Cli.Commands;

/// <summary>
/// <c>reprieve verify [FOLDER]</c>: proves that a case folder, or without one the workbench, is as it was recorded.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = Say.Get("Arg_VerifyFolder"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = new DataOption();
        var command = new Command("verify", Say.Get("Cmd_Verify")) { folder, data.Folder };
        command.SetAction(
            async (parsed, cancel) =>
            {
                (IReadOnlyList<string> faults, string whole) = parsed.GetValue(folder) is { } given
                    ? OfFolder(FolderArgument.Paths(given, parsed, common))
                    : await OfWorkbenchAsync(parsed, cancel);
                if (parsed.GetValue(common.Json))
                {
                    await cli.Out.WriteLineAsync(StorageJson.Serialize(new VerifyOutput(faults.Count == 0, faults)));
                }
                else
                {
                    await cli.Out.WriteLineAsync(faults.Count == 0 ? whole : string.Join(Environment.NewLine, faults));
                }

                return faults.Count == 0 ? ExitCode.Done : ExitCode.NotPassed;
            }
        );
        return command;

        async Task<(IReadOnlyList<string>, string)> OfWorkbenchAsync(ParseResult parsed, CancellationToken cancel)
        {
            await using Workbench workbench = await data.OpenAsync(parsed, cli, cancel);
            int cases = (await workbench.Cases.ListAsync(new CaseQuery { Take = 0 }, cancel)).Total;
            return (await workbench.VerifyAsync(cancel), Say.Get("Verify_WorkbenchWhole", cases));
        }
    }

    private static (IReadOnlyList<string>, string) OfFolder(CasePaths paths)
    {
        Case record = CaseRecordFile.Read(paths) ?? throw new CaseException(Say.Get("Verify_NoRecord", paths.Folder));
        return (
            CaseVerification.Faults(paths, record),
            Say.Get("Verify_Whole", record.Timeline.Count, record.Rounds.Count)
        );
    }
}

using System.CommandLine;
using Reprieve.Cases;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve verify FOLDER</c>: proves that the timeline and the files of the rounds are as they were recorded.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var command = new Command("verify", Say.Get("Cmd_Verify")) { folder };
        command.SetAction(parsed =>
        {
            CasePaths paths = FolderArgument.Paths(parsed, folder, common);
            Case record =
                CaseRecordFile.Read(paths) ?? throw new CaseException(Say.Get("Verify_NoRecord", paths.Folder));
            IReadOnlyList<string> faults = CaseVerification.Faults(paths, record);
            foreach (string fault in faults)
            {
                cli.Out.WriteLine(fault);
            }

            if (faults.Count == 0)
            {
                cli.Out.WriteLine(Say.Get("Verify_Whole", record.Timeline.Count, record.Rounds.Count));
            }

            return faults.Count == 0 ? ExitCode.Done : ExitCode.NotPassed;
        });
        return command;
    }
}

using System.CommandLine;
using Reprieve.Cli.Output;
using Reprieve.Storage;
using Reprieve.Storage.Backups;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve backup FILE</c> and <c>reprieve restore FILE</c>: the whole workbench in one file, without its keys.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup(CliContext cli, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = Say.Get("Arg_BackupFile") };
        var data = new DataOption();
        var command = new Command("backup", Say.Get("Cmd_Backup")) { file, data.Folder };
        command.SetAction(
            async (parsed, cancel) =>
            {
                string target = parsed.GetRequiredValue(file);
                await using Workbench workbench = await data.OpenAsync(parsed, cli, cancel);
                await workbench.BackupAsync(target, cancel);
                await cli.Out.WriteLineAsync(
                    parsed.GetValue(common.Json)
                        ? StorageJson.Serialize(new BackupOutput(target))
                        : Say.Get("Backup_Done", target, Path.Combine(data.Of(parsed, cli).Folder, "keys"))
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    public static Command CreateRestore(CliContext cli, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = Say.Get("Arg_RestoreFile") };
        var data = new DataOption();
        var command = new Command("restore", Say.Get("Cmd_Restore")) { file, data.Folder };
        command.SetAction(
            async (parsed, cancel) =>
            {
                RestoredBackup restored = await Workbench.RestoreAsync(
                    parsed.GetRequiredValue(file),
                    data.Of(parsed, cli),
                    cli.Clock,
                    cancel
                );
                if (parsed.GetValue(common.Json))
                {
                    await cli.Out.WriteLineAsync(
                        StorageJson.Serialize(new RestoreOutput(restored.Cases, restored.LeftOut))
                    );
                    return ExitCode.Done;
                }

                await cli.Out.WriteLineAsync(Say.Get("Restore_Done", restored.Cases));
                foreach (string title in restored.LeftOut)
                {
                    await cli.Out.WriteLineAsync(Say.Get("Restore_LeftOut", title));
                }

                return ExitCode.Done;
            }
        );
        return command;
    }
}

using System.CommandLine;
using Reprieve.Cases;
using Reprieve.Cli.Output;
using Reprieve.Storage;
using Reprieve.Storage.Archives;

namespace Reprieve.Cli.Commands;

/// <summary>
/// <c>reprieve export CASE|FOLDER FILE</c> and <c>reprieve import FILE [FOLDER]</c>: a case moves between a workbench,
/// another one and a case folder as one file.
/// </summary>
internal static class ArchiveCommands
{
    public static Command CreateExport(CliContext cli, CommonOptions common)
    {
        var from = new Argument<string>("CASE|FOLDER") { Description = Say.Get("Arg_ExportFrom") };
        var file = new Argument<string>("FILE") { Description = Say.Get("Arg_ExportFile") };
        var data = new DataOption();
        var command = new Command("export", Say.Get("Cmd_Export")) { from, file, data.Folder };
        command.SetAction(
            async (parsed, cancel) =>
            {
                string source = parsed.GetRequiredValue(from);
                string target = Path.GetFullPath(parsed.GetRequiredValue(file));
                await WholeAsync(target, archive => ExportAsync(source, archive, parsed, cancel));
                await cli.Out.WriteLineAsync(
                    parsed.GetValue(common.Json)
                        ? StorageJson.Serialize(new BackupOutput(target))
                        : Say.Get("Export_Done", target)
                );
                return ExitCode.Done;
            }
        );
        return command;

        async Task ExportAsync(string source, Stream archive, ParseResult parsed, CancellationToken cancel)
        {
            if (Directory.Exists(source))
            {
                await CaseArchive.PackAsync(CasePaths.Of(source), archive, cancel);
                return;
            }

            CaseId id = Guid.TryParseExact(source, "D", out Guid value)
                ? new CaseId(value)
                : throw new UsageException(Say.Get("Export_Neither", source));
            await using Workbench workbench = await data.OpenAsync(parsed, cli, cancel);
            await workbench.Cases.ExportAsync(id, archive, cancel);
        }
    }

    public static Command CreateImport(CliContext cli, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = Say.Get("Arg_ImportFile") };
        var folder = new Argument<string?>("FOLDER")
        {
            Description = Say.Get("Arg_ImportFolder"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var by = new Option<string?>("--by") { Description = Say.Get("Option_By"), HelpName = "NAME" };
        var data = new DataOption();
        var command = new Command("import", Say.Get("Cmd_Import")) { file, folder, by, data.Folder };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await using FileStream archive = File.OpenRead(parsed.GetRequiredValue(file));
                string place;
                if (parsed.GetValue(folder) is { } target)
                {
                    CasePaths paths = CasePaths.Of(target);
                    await CaseArchive.UnpackAsync(archive, paths, cancel);
                    place = paths.Folder;
                }
                else
                {
                    await using Workbench workbench = await Workbench.OpenAsync(
                        data.Of(parsed, cli),
                        cli.Clock,
                        cancel
                    );
                    string who = parsed.GetValue(by) ?? Environment.UserName;
                    place = (await workbench.Cases.ImportAsync(archive, who, cancel)).Id.ToString();
                }

                await cli.Out.WriteLineAsync(
                    parsed.GetValue(common.Json)
                        ? StorageJson.Serialize(new ImportOutput(place))
                        : Say.Get("Import_Done", place)
                );
                return ExitCode.Done;
            }
        );
        return command;
    }

    /// <summary>Writes a file beside its place and gives it its name when it is whole.</summary>
    private static async Task WholeAsync(string target, Func<Stream, Task> write)
    {
        string beside = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            await using (FileStream archive = File.Create(beside))
            {
                await write(archive);
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}

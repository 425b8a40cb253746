using System.CommandLine;
using Reprieve.Cli.Mapping;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Practices.Mapping;
using Reprieve.Practices.Reports;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve map FILE</c>: says once what the columns of a table are that nothing recognises.</summary>
internal static class MapCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = Say.Get("Arg_Table") };
        var kind = new Option<string?>("--as") { Description = Say.Get("Option_As"), HelpName = "KIND" };
        kind.AcceptOnlyFrom(() => MappableKinds.Codes);
        Option<string[]> columns = Pairs("--column", "Option_Column", "ship-by=\"Header\"");
        Option<string[]> set = Pairs("--set", "Option_Set", "type=a_to_z");
        Option<string[]> values = Pairs("--value", "Option_Value", "status:Word=granted");
        var folder = new Option<string?>("--case") { Description = Say.Get("Option_MapCase"), HelpName = "FOLDER" };
        var command = new Command("map", Say.Get("Cmd_Map")) { file, kind, columns, set, values, folder };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                throw new FileNotFoundException(Say.Get("File_Missing", path));
            }

            KnowledgeBase knowledge = common.LoadKnowledge(parsed);
            string home = CaseOf(path, parsed.GetValue(folder));
            TableLook look = Look(cli, path, TableFormats.Of(knowledge, home), parsed.GetValue(common.Quiet));
            string? asked = parsed.GetValue(kind);
            bool json = parsed.GetValue(common.Json);
            MappingDraft? draft =
                asked is not null ? MappingDraft.Of(look, asked)
                : cli.InIsTerminal && !json ? MappingInterview.Ask(cli, look)
                : null;
            draft?.Take(parsed.GetValue(columns) ?? [], parsed.GetValue(set) ?? [], parsed.GetValue(values) ?? []);
            return draft is null ? Suggest(cli, look, json) : Remember(cli, look, draft.Finished(), home, json);
        });
        return command;
    }

    /// <summary>Looks at the table; a large workbook takes its time.</summary>
    private static TableLook Look(CliContext cli, string path, TableFormats formats, bool quiet)
    {
        using var progress = new ProgressLine(cli, quiet);
        progress.Report(new ReviewProgress(Path.GetFileName(path), 0, 0, 0, ReviewStage.Looking));
        return TableMapper.Look(path, formats);
    }

    private static Option<string[]> Pairs(string name, string description, string example) =>
        new(name)
        {
            Description = Say.Get(description),
            HelpName = example,
            AllowMultipleArgumentsPerToken = false,
        };

    /// <summary>The folder whose <c>tables.yaml</c> it is: the one given, else the nearest above that has one, else the file's own.</summary>
    private static string CaseOf(string file, string? given)
    {
        if (given is not null)
        {
            return Directory.Exists(given)
                ? given
                : throw new DirectoryNotFoundException(Say.Get("Folder_Missing", given));
        }

        string own = Path.GetDirectoryName(Path.GetFullPath(file))!;
        for (string? folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, TableMappingFile.Name)))
            {
                return folder;
            }
        }

        return own;
    }

    private static int Suggest(CliContext cli, TableLook look, bool json)
    {
        if (json)
        {
            cli.Out.WriteLine(MapJson.Serialize(look, mapping: null, written: false));
        }
        else
        {
            MapView.Write(new Screen(cli.Out, cli.OutIsTerminal), look);
        }

        return ExitCode.NotPassed;
    }

    private static int Remember(CliContext cli, TableLook look, TableMapping mapping, string home, bool json)
    {
        bool written = TableMappingFile.Remember(home, mapping);
        if (json)
        {
            cli.Out.WriteLine(MapJson.Serialize(look, mapping, written));
        }
        else
        {
            MapView.Write(
                new Screen(cli.Out, cli.OutIsTerminal),
                mapping,
                Path.Combine(home, TableMappingFile.Name),
                written
            );
        }

        return ExitCode.Done;
    }
}

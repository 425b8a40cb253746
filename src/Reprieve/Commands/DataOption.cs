using System.CommandLine;
using Reprieve.Storage;

namespace Reprieve.Cli.Commands;

/// <summary>Where the workbench keeps its data: <c>--data DIR</c>, else <c>REPRIEVE_DATA</c>, else the user's data folder.</summary>
internal sealed class DataOption
{
    public Option<string?> Folder { get; } = new("--data") { Description = Say.Get("Option_Data"), HelpName = "DIR" };

    public WorkbenchOptions Of(ParseResult parsed, CliContext cli) =>
        new()
        {
            Folder = parsed.GetValue(Folder) ?? WorkbenchOptions.DefaultFolder(cli.Variable),
            PostgreSql = cli.Variable("REPRIEVE_POSTGRESQL") is { Length: > 0 } connection ? connection : null,
        };

    /// <summary>Opens a workbench that is there: a command that reads makes none.</summary>
    public Task<Workbench> OpenAsync(ParseResult parsed, CliContext cli, CancellationToken cancel)
    {
        WorkbenchOptions options = Of(parsed, cli);
        return Directory.Exists(options.Folder)
            ? Workbench.OpenAsync(options, cli.Clock, cancel)
            : throw new DirectoryNotFoundException(Say.Get("Data_Missing", options.Folder));
    }
}

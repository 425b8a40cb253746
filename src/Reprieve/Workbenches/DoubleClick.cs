namespace Reprieve.Cli.Workbenches;

/// <summary>The program started without arguments, as by a double click: the workbench opens in the browser.</summary>
internal static class DoubleClick
{
    private static readonly string[] Opening = ["serve", "--open"];

    public static async Task<int> RunAsync(CliContext cli, CancellationToken cancel = default)
    {
        UiLanguage.Settle([]);
        await cli.Out.WriteLineAsync(Say.Get("Start_Commands"));
        int code = await CommandLine.RunAsync(Opening, cli, cancel);
        if (code != ExitCode.Done && OperatingSystem.IsWindows() && cli.InIsTerminal)
        {
            // Windows closes the window of a double click at once: nobody could read what went wrong.
            await cli.Out.WriteLineAsync(Say.Get("Start_Fault"));
            using var reader = new StreamReader(cli.Input());
            await reader.ReadLineAsync(cancel);
        }

        return code;
    }
}

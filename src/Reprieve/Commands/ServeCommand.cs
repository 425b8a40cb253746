using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Reprieve.Cli.Workbenches;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve serve</c>: the workbench in a browser, on this machine only.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 7370;

    public static Command Create(CliContext cli, CommonOptions common)
    {
        var port = new Option<int>("--port")
        {
            Description = Say.Get("Option_Port"),
            DefaultValueFactory = _ => UsualPort,
        };
        var data = new DataOption();
        var demo = new Option<bool>("--demo") { Description = Say.Get("Option_Demo") };
        var open = new Option<bool>("--open") { Description = Say.Get("Option_Open") };
        var command = new Command("serve", Say.Get("Cmd_Serve")) { port, data.Folder, demo, open };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    cli,
                    new Served(
                        parsed.GetValue(port),
                        data.Of(parsed, cli),
                        parsed.GetValue(demo),
                        parsed.GetValue(open)
                    ),
                    new ServerOptions
                    {
                        Knowledge = common.LoadKnowledge(parsed),
                        Keys = common.NetworkKeys(cli, parsed),
                        StateFolder = "",
                    },
                    cancel
                )
        );
        return command;
    }

    private sealed record Served(int Port, WorkbenchOptions Data, bool Demo, bool Open);

    private static async Task<int> RunAsync(
        CliContext cli,
        Served asked,
        ServerOptions options,
        CancellationToken cancel
    )
    {
        using DemoFolder? demo = asked.Demo ? DemoFolder.Make() : null;
        WorkbenchOptions data = demo is null ? asked.Data : new WorkbenchOptions { Folder = demo.Path };
        await using Workbench workbench = await Workbench.OpenAsync(data, cli.Clock, cancel);
        options = options with { Port = asked.Port, StateFolder = Path.Combine(data.Folder, "server") };
        await using WorkbenchServer server = await WorkbenchServer.StartAsync(workbench, options, cli.Clock, cancel);
        await cli.Out.WriteLineAsync(Say.Get("Serve_Open", server.Address));
        await cli.Out.WriteLineAsync(Say.Get(asked.Demo ? "Serve_Demo" : "Serve_Stop", data.Folder));
        await cli.Out.FlushAsync(cancel);
        if (asked.Open)
        {
            OpenBrowser(server.Address);
        }

        try
        {
            if (demo is not null)
            {
                await server.TakeInAsync(DemoFolder.Samples(), cancel);
            }

            await server.WaitAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // To be stopped is how serving ends.
        }

        return ExitCode.Done;
    }

    /// <summary>Opens the address in the person's browser; where there is none, the printed line must do.</summary>
    private static void OpenBrowser(Uri address)
    {
        try
        {
            using Process? opened = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (Exception fault)
            when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // No browser here.
        }
    }
}

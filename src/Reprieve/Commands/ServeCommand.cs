using System.CommandLine;
using Reprieve.Cli.Workbenches;
using Reprieve.Server.Demo;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve serve</c>: the workbench in a browser, for this machine and where asked for others too.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 7370;

    public static Command Create(CliContext cli, CommonOptions common)
    {
        var port = new Option<int?>("--port") { Description = Say.Get("Option_Port", UsualPort) };
        var data = new DataOption();
        var demo = new Option<bool>("--demo") { Description = Say.Get("Option_Demo") };
        var open = new Option<bool>("--open") { Description = Say.Get("Option_Open") };
        var elsewhere = new PublicOptions();
        var command = new Command("serve", Say.Get("Cmd_Serve"))
        {
            port,
            data.Folder,
            demo,
            open,
            elsewhere.Address,
            elsewhere.Certificate,
            elsewhere.Key,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var stopping = new ClosedWindow(cancel);
                return await RunAsync(
                    cli,
                    new Served(
                        parsed.GetValue(port),
                        data.Of(parsed, cli),
                        parsed.GetValue(demo),
                        parsed.GetValue(open)
                    ),
                    new ServerOptions
                    {
                        Public = elsewhere.Of(parsed, cli),
                        Knowledge = common.LoadKnowledge(parsed),
                        KnowledgeFolder = parsed.GetValue(common.Knowledge),
                        Keys = common.NetworkKeys(cli, parsed),
                        IsOffline = parsed.GetValue(common.Offline),
                        StateFolder = "",
                        Mail = cli.Mailboxes,
                        Amazon = cli.Amazon,
                        Telemetry = Telemetry.Of(cli.Variable),
                    },
                    stopping.Token
                );
            }
        );
        return command;
    }

    /// <param name="Port">The port that was asked for; null takes the usual one, or a free one where that is taken.</param>
    private sealed record Served(int? Port, WorkbenchOptions Data, bool Demo, bool Open)
    {
        public string StateFolder => Path.Combine(Data.Folder, "server");
    }

    private static async Task<int> RunAsync(
        CliContext cli,
        Served asked,
        ServerOptions options,
        CancellationToken cancel
    )
    {
        using DemoFolder? demo = asked.Demo ? DemoFolder.Make() : null;
        using DemoRun? run = asked.Demo ? new DemoRun(DemoFolder.SamplesFolder, cli.Clock) : null;
        asked = demo is null ? asked : asked with { Data = new WorkbenchOptions { Folder = demo.Path } };
        Workbench opened;
        try
        {
            opened = await Workbench.OpenAsync(asked.Data, run?.Clock ?? cli.Clock, cancel);
        }
        catch (FolderTakenException)
        {
            if (await RunningWorkbench.FindAsync(asked.StateFolder, cli.Clock, cancel) is not { } running)
            {
                throw;
            }

            await LeadIntoAsync(running, asked, options.Public, cli);
            return ExitCode.Done;
        }

        await using Workbench workbench = opened;
        using DemoAccount? account = run is null ? null : new DemoAccount(run.Clock);
        if (account is not null)
        {
            await account.ConnectAsync(workbench, options.Knowledge, cancel);
            options = options with { Amazon = account.Edge };
        }

        return await ServeAsync(
            cli,
            workbench,
            asked,
            options with
            {
                StateFolder = asked.StateFolder,
                Demo = run,
            },
            cancel
        );
    }

    /// <summary>A second start on the same data ends in the workbench that runs.</summary>
    private static async Task LeadIntoAsync(Uri running, Served asked, PublicAddress? elsewhere, CliContext cli)
    {
        await cli.Out.WriteLineAsync(Say.Get("Serve_Runs", running.GetLeftPart(UriPartial.Authority)));
        if (elsewhere is not null)
        {
            await cli.Out.WriteLineAsync(Say.Get("Serve_NotPublic"));
        }

        await cli.Out.WriteLineAsync(Say.Get("Serve_Open", running));
        if (asked.Open)
        {
            Browser.Open(running);
        }
    }

    private static async Task<int> ServeAsync(
        CliContext cli,
        Workbench workbench,
        Served asked,
        ServerOptions options,
        CancellationToken cancel
    )
    {
        await using WorkbenchServer server = await StartAsync(
            workbench,
            asked.Port,
            options,
            options.Demo?.Clock ?? cli.Clock,
            cancel
        );
        await cli.Out.WriteLineAsync(Say.Get("Serve_Open", server.Address));
        if (options.Public is { } elsewhere)
        {
            string said = elsewhere.IsBehindProxy ? "Serve_Proxy" : "Serve_Public";
            string here = server.Root.GetLeftPart(UriPartial.Authority);
            await cli.Out.WriteLineAsync(Say.Get(said, elsewhere.Address, here));
        }

        await cli.Out.WriteLineAsync(Say.Get(asked.Demo ? "Serve_Demo" : "Serve_Stop", asked.Data.Folder));
        await cli.Out.FlushAsync(cancel);
        if (asked.Open)
        {
            Browser.Open(server.Address);
        }

        try
        {
            if (asked.Demo)
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

    private static async Task<WorkbenchServer> StartAsync(
        Workbench workbench,
        int? port,
        ServerOptions options,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        try
        {
            options = options with { Port = port ?? UsualPort };
            return await WorkbenchServer.StartAsync(workbench, options, clock, cancel);
        }
        catch (PortTakenException) when (port is null && options.Public is not { IsBehindProxy: true })
        {
            // Not where a proxy looks for it at the usual one.
            return await WorkbenchServer.StartAsync(workbench, options with { Port = 0 }, clock, cancel);
        }
    }
}

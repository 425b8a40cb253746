using System.CommandLine;
using System.Globalization;
using Reprieve.Cli.Output;
using Reprieve.Cli.Workbenches;
using Reprieve.Notices;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Cli.Commands;

/// <summary>
/// <c>reprieve watch</c>: watches the mailboxes of the workbench and its accounts at Amazon without its pages. What comes moves
/// cases as it does there.
/// </summary>
internal static class WatchCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var data = new DataOption();
        var once = new Option<bool>("--once") { Description = Say.Get("Option_Once") };
        var command = new Command("watch", Say.Get("Cmd_Watch")) { data.Folder, once };
        command.SetAction(
            async (parsed, cancel) =>
            {
                if (parsed.GetValue(common.Offline) || cli.Mailboxes.Watcher is null)
                {
                    throw new UsageException(Say.Get("Watch_Offline"));
                }

                using var stopping = new ClosedWindow(cancel);
                WorkbenchOptions where = data.Of(parsed, cli);
                await using Workbench workbench = await OpenAsync(data, parsed, cli, stopping.Token);
                if (
                    (await workbench.Mailboxes.WatchedAsync(stopping.Token)).Count == 0
                    && (await workbench.Connections.AllAsync(stopping.Token)).Count == 0
                    && (await workbench.Connections.ByHandAsync(stopping.Token)).Count == 0
                )
                {
                    throw new UsageException(Say.Get("Watch_None"));
                }

                var options = new ServerOptions
                {
                    Knowledge = common.LoadKnowledge(parsed),
                    KnowledgeFolder = parsed.GetValue(common.Knowledge),
                    Keys = common.NetworkKeys(cli, parsed),
                    StateFolder = Path.Combine(where.Folder, "server"),
                    Mail = cli.Mailboxes,
                    Amazon = cli.Amazon,
                };
                var told = new Telling(cli, parsed.GetValue(common.Json), parsed.GetValue(common.Quiet));
                return await RunAsync(cli, workbench, options, told, parsed.GetValue(once), stopping.Token);
            }
        );
        return command;
    }

    private static async Task<Workbench> OpenAsync(
        DataOption data,
        ParseResult parsed,
        CliContext cli,
        CancellationToken cancel
    )
    {
        try
        {
            return await data.OpenAsync(parsed, cli, cancel);
        }
        catch (FolderTakenException)
        {
            throw new UsageException(Say.Get("Watch_Runs", data.Of(parsed, cli).Folder));
        }
    }

    private static async Task<int> RunAsync(
        CliContext cli,
        Workbench workbench,
        ServerOptions options,
        Telling told,
        bool once,
        CancellationToken cancel
    )
    {
        await using WatchHost host = await WatchHost.StartAsync(workbench, options, cli.Clock, told, cancel);
        if (once)
        {
            return await host.OnceAsync(cancel) ? ExitCode.Done : ExitCode.NotPassed;
        }

        told.Begun();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cli.Clock, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // To be stopped is how watching ends.
        }

        return ExitCode.Done;
    }

    /// <summary>Prints what happens: a line for each mail, and one when it changes whether a mailbox can be looked into.</summary>
    private sealed class Telling(CliContext cli, bool json, bool quiet) : IProgress<WatchNews>
    {
        private readonly Lock _turn = new();
        private readonly Dictionary<string, string?> _said = [];

        public void Begun()
        {
            if (!json && !quiet)
            {
                Print(Say.Get("Watch_Begun"));
            }
        }

        public void Report(WatchNews value)
        {
            string? line = value switch
            {
                WatchNews.Mail { Arrival: { Message: { } message } arrival } => json
                    ? StorageJson.Serialize(WatchOutput.Of(arrival, message))
                    : MailLine(arrival, message),
                WatchNews.Look look when !json && !quiet => LookLine(
                    look.Mailbox,
                    look.Standing.Trouble?.Sentence,
                    "Watch_Good"
                ),
                WatchNews.Account look when !json && !quiet => LookLine(
                    look.Connection,
                    look.Trouble,
                    "Watch_Account_Good"
                ),
                WatchNews.Notifications look when !json && !quiet => LookLine(
                    Say.Get("Watch_Notifications", look.Connection),
                    look.Standing.Trouble,
                    "Watch_Notifications_Good"
                ),
                _ => null,
            };
            if (line is not null)
            {
                Print(line);
            }
        }

        private static string MailLine(Arrival arrival, ArrivedMessage message) =>
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"{arrival.At:yyyy-MM-dd HH:mm}Z  {Say.Get("Watch_" + arrival.State)}  {NoticeTexts.Name(message.Kind)}  {arrival.Case}"
                )
                .TrimEnd();

        /// <summary>Only what changed: a mailbox is looked into every few minutes.</summary>
        private string? LookLine(string name, string? trouble, string good)
        {
            lock (_turn)
            {
                if (_said.TryGetValue(name, out string? before) && before == trouble)
                {
                    return null;
                }

                _said[name] = trouble;
            }

            return name + ": " + (trouble ?? Say.Get(good));
        }

        private void Print(string line)
        {
            lock (_turn)
            {
                cli.Out.WriteLine(line);
                cli.Out.Flush();
            }
        }
    }
}

using System.CommandLine;
using Reprieve.Amazon;
using Reprieve.Cases;
using Reprieve.Cli.Output;
using Reprieve.Cli.Selling;

namespace Reprieve.Cli.Commands;

/// <summary>
/// <c>reprieve connect</c>: tries a connection to Amazon and says what is missing; with a folder it downloads what step 2 needs
/// into it, and goes on where an earlier run stopped.
/// </summary>
internal static class ConnectCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = Say.Get("Arg_PullFolder"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var options = new AccountOptions();
        var support = new Option<bool>("--support-cases") { Description = Say.Get("Option_SupportCases") };
        var command = new Command("connect", Say.Get("Cmd_Connect")) { folder, support };
        foreach (Option option in options.All)
        {
            command.Add(option);
        }

        command.SetAction(
            async (parsed, cancel) =>
            {
                if (parsed.GetValue(common.Offline) || cli.Amazon is not { } amazon)
                {
                    throw new UsageException(Say.Get("Account_Offline"));
                }

                AmazonEdge edge = amazon(common.LoadKnowledge(parsed), cli.Clock);
                AmazonAccount account = edge.Open(options.Connection(parsed, cli));
                string? sellerId = options.SellerId(parsed);
                bool json = parsed.GetValue(common.Json);
                ConnectionFinding finding = await ConnectionTest.RunAsync(account, sellerId, cancel);
                var view = new ConnectView(cli);
                if (!json)
                {
                    view.Show(finding);
                }

                PullResult? pulled = null;
                if (parsed.GetValue(folder) is { } given && finding.Stores.Count > 0)
                {
                    string to = Path.Combine(FolderArgument.Paths(given, parsed, common).Folder, CasePaths.AmazonName);
                    pulled = await PullAsync(
                        cli,
                        account,
                        to,
                        options.Stores(parsed),
                        new PullWish(sellerId, parsed.GetValue(support)),
                        parsed.GetValue(common.Quiet),
                        cancel
                    );
                    if (!json)
                    {
                        view.Show(pulled, given);
                    }
                }

                if (json)
                {
                    cli.Out.WriteLine(new ConnectOutput(finding.Stores, finding.Rights, pulled).Serialize());
                }

                return finding.Good && pulled?.Troubles.Count is null or 0 ? ExitCode.Done : ExitCode.NotPassed;
            }
        );
        return command;
    }

    private static async Task<PullResult> PullAsync(
        CliContext cli,
        AmazonAccount account,
        string folder,
        IReadOnlyList<string>? stores,
        PullWish wish,
        bool quiet,
        CancellationToken cancel
    )
    {
        using AccountPull pull = await AccountPull.OpenAsync(account, folder, stores, wish, cancel);
        using var line = new StatusLine(cli, quiet);
        return await pull.RunAsync(new Telling(line), cancel);
    }

    private sealed class Telling(StatusLine line) : IProgress<PullProgress>
    {
        public void Report(PullProgress value) =>
            line.Show(Say.Get("Pull_Progress", value.Done, value.All, value.Rows));
    }
}

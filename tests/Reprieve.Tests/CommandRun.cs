using Microsoft.Extensions.Time.Testing;
using Reprieve.Amazon;
using Reprieve.AmazonStandIn;
using Reprieve.Cli;
using Reprieve.MailFaults;
using Reprieve.Notices;
using Reprieve.Server.Mailing;

namespace Reprieve.Tests;

/// <summary>Runs the command in this process, with a clock that stands still and no terminal.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>The time at which most tests run: after all samples were made.</summary>
    public static readonly DateTimeOffset Now = new(2026, 10, 20, 17, 0, 0, TimeSpan.Zero);

    public static CommandRun Of(params string[] args) => At(Now, args);

    public static CommandRun At(DateTimeOffset now, params string[] args) => Run(now, args, CancellationToken.None);

    /// <summary>A run that may ask for keys of signatures; all others have no network.</summary>
    public static CommandRun Online(Func<IDkimKeys> network, params string[] args) =>
        Run(Now, args, CancellationToken.None, network);

    /// <summary>A run that may send mail to servers of this machine, with a password in the environment.</summary>
    public static CommandRun Mailing(DateTimeOffset now, params string[] args) =>
        Run(now, args, CancellationToken.None, mail: true);

    /// <summary>A run that may look into mailboxes.</summary>
    public static CommandRun Watching(MailEnds ends, IDkimKeys? keys, params string[] args) =>
        Run(Now, args, CancellationToken.None, keys is null ? null : () => keys, ends: ends);

    /// <summary>A run that may ask Amazon's stand-in, in simulated time.</summary>
    /// <param name="secrets">The client secret and the refresh token, in the environment; none where it is null.</param>
    public static CommandRun Selling(
        SimulatedTime time,
        HttpMessageHandler amazon,
        (string ClientSecret, string RefreshToken)? secrets,
        params string[] args
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var cli = new CliContext
        {
            Out = output,
            Error = error,
            Input = () => new MemoryStream(),
            WorkingDirectory = Path.GetTempPath(),
            Clock = time,
            ErrorIsTerminal = false,
            OutIsTerminal = false,
            Amazon = (knowledge, clock) => new AmazonEdge(AmazonEdge.NewHttp(amazon), knowledge, clock, new Random(1)),
            Variable = name =>
                name switch
                {
                    "REPRIEVE_AMAZON_CLIENT_SECRET" => secrets?.ClientSecret,
                    "REPRIEVE_AMAZON_REFRESH_TOKEN" => secrets?.RefreshToken,
                    _ => null,
                },
        };
        string[] spoken = args.Contains("--ui-language") ? args : [.. args, "--ui-language", "en"];
        int code = time.Run(() => CommandLine.RunAsync(spoken, cli, CancellationToken.None));
        return new CommandRun(code, output.ToString(), error.ToString());
    }

    /// <summary>A run that the user stops as soon as it begins.</summary>
    public static CommandRun Stopped(params string[] args) => Run(Now, args, new CancellationToken(canceled: true));

    private static CommandRun Run(
        DateTimeOffset now,
        string[] args,
        CancellationToken cancel,
        Func<IDkimKeys>? network = null,
        bool mail = false,
        MailEnds? ends = null
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var cli = new CliContext
        {
            Out = output,
            Error = error,
            Input = () => new MemoryStream(),
            WorkingDirectory = Path.GetTempPath(),
            Clock = new FakeTimeProvider(now),
            ErrorIsTerminal = false,
            OutIsTerminal = false,
            Network = network,
            Mail = mail ? SeedRun.Sender : null,
            Mailboxes = ends ?? MailEnds.None,
            Variable = name => mail && name == "REPRIEVE_MAIL_PASSWORD" ? "secret" : null,
        };
        string[] spoken = args.Contains("--ui-language") ? args : [.. args, "--ui-language", "en"];
        int code = CommandLine.RunAsync(spoken, cli, cancel).GetAwaiter().GetResult();
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}

using Reprieve.Amazon;
using Reprieve.Cli.Mailing;
using Reprieve.Cli.Network;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Notices;
using Reprieve.Server.Mailing;

namespace Reprieve.Cli;

/// <summary>What a run of the command reads, writes and takes the time from; tests give their own.</summary>
internal sealed record CliContext
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Standard input as bytes, for <c>-</c>.</summary>
    public required Func<Stream> Input { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The folder that shown paths are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether a person watches: progress is shown only then.</summary>
    public required bool ErrorIsTerminal { get; init; }

    public required bool OutIsTerminal { get; init; }

    /// <summary>Whether a person can be asked.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>The value of an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Where keys of signatures are asked for when the network may be touched; null when it never may.</summary>
    public Func<IDkimKeys>? Network { get; init; }

    /// <summary>Sends mails, told of refresh tokens that were renewed; null when the network may never be touched.</summary>
    public Func<TimeProvider, Action<MailSecret.OAuth>, MailSender>? Mail { get; init; }

    /// <summary>How the workbench, and who watches without it, reach mail servers.</summary>
    public MailEnds Mailboxes { get; init; } = MailEnds.None;

    /// <summary>How Amazon is asked; null when the network may never be touched.</summary>
    public Func<KnowledgeBase, TimeProvider, AmazonEdge>? Amazon { get; init; }

    /// <summary>Asks a person for something that must not be seen; null when nobody can be asked.</summary>
    public Func<string, string?>? Hidden { get; init; }

    public static CliContext OfProcess() =>
        new()
        {
            Out = Console.Out,
            Error = Console.Error,
            Input = Console.OpenStandardInput,
            Clock = TimeProvider.System,
            WorkingDirectory = Environment.CurrentDirectory,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            OutIsTerminal = !Console.IsOutputRedirected,
            InIsTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected,
            Variable = Environment.GetEnvironmentVariable,
            Network = () => new DnsDkimKeys(),
            Mailboxes = MailEnds.World,
            Mail = (clock, renewed) => new MailSender(clock) { Renewed = renewed },
            Amazon = (knowledge, clock) => new AmazonEdge(AmazonEdge.NewHttp(), knowledge, clock),
            Hidden = Console.IsInputRedirected ? null : HiddenLine.Ask,
        };
}

/// <summary>The exit codes of the contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Not passed or not finished.</summary>
    public const int NotPassed = 1;

    public const int WrongUsage = 2;

    /// <summary>One or more inputs could not be read, or an output could not be written.</summary>
    public const int Unreadable = 3;

    /// <summary>Stopped by the user, as shells have it (128 + SIGINT).</summary>
    public const int Stopped = 130;
}

using Microsoft.Extensions.DependencyInjection;
using Reprieve.Amazon;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.Demo;
using Reprieve.Server.Mailing;

namespace Reprieve.Server.Hosting;

/// <summary>What a workbench is started with.</summary>
public sealed record ServerOptions
{
    /// <summary>Port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The address for people elsewhere; null keeps the workbench to this machine.</summary>
    public PublicAddress? Public { get; init; }

    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>The folder that <see cref="Knowledge"/> was laid over with; the workbench's own entries stand over it.</summary>
    public string? KnowledgeFolder { get; init; }

    /// <summary>Folder for what the server itself keeps between starts: the session's secret, the keys of its forms.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Where signing keys are asked for on the network; null never asks.</summary>
    public IDkimKeys? Keys { get; init; }

    /// <summary>Whether no mail is sent, and neither a mail server nor Amazon asked.</summary>
    public bool IsOffline { get; init; }

    /// <summary>How mail servers are reached where they may be asked.</summary>
    public MailEnds Mail { get; init; } = MailEnds.World;

    /// <summary>How Amazon is asked where it may be; null never asks.</summary>
    public Func<KnowledgeBase, TimeProvider, AmazonEdge>? Amazon { get; init; }

    /// <summary>Where figures and traces are sent, see <see cref="Hosting.Telemetry.Of"/>; null sends none.</summary>
    public IReadOnlyDictionary<string, string?>? Telemetry { get; init; }

    /// <summary>What makes it a demo; null for a workbench that people work with.</summary>
    public DemoRun? Demo { get; init; }

    /// <summary>The largest file taken, in bytes.</summary>
    public long LargestFile { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>What is added to the server's services; the tests describe its routes so.</summary>
    internal Action<IServiceCollection>? More { get; init; }
}

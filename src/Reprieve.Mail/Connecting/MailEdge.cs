using System.Security.Cryptography.X509Certificates;

namespace Reprieve.Mail.Connecting;

/// <summary>How servers are reached: what a test must set otherwise than the world has it.</summary>
internal sealed record MailEdge
{
    /// <summary>A certificate that is trusted besides the system's; null for none.</summary>
    public X509Certificate2? AlsoTrusted { get; init; }

    /// <summary>Whether a server on this very machine may be spoken to without TLS, by its port.</summary>
    public Func<int, bool> PlainOnLoopback { get; init; } = _ => false;

    /// <summary>How long connecting and signing in may take.</summary>
    public TimeSpan ToConnect { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one command, or one block of the mail, may take.</summary>
    public TimeSpan ToAnswer { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the answer to the whole mail may take; RFC 5321 (4.5.3.2.6) grants ten minutes.</summary>
    public TimeSpan ToAccept { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Asks for access tokens.</summary>
    public HttpClient Http { get; init; } = SharedHttp;

    private static HttpClient SharedHttp { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(30),
        };
}

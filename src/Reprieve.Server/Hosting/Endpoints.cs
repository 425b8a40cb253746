using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Reprieve.Server.Hosting;

/// <summary>Where the workbench listens: always on this machine's loopback address, and with a certificate for everyone.</summary>
internal static class Endpoints
{
    /// <exception cref="PortTakenException">Both are to be on one port.</exception>
    public static void Check(ServerOptions options)
    {
        if (options.Public is { IsBehindProxy: false } open && open.Address.Port == options.Port)
        {
            throw new PortTakenException(Say.Get("port_twice", options.Port));
        }
    }

    public static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.Listen(IPAddress.Loopback, options.Port);
        if (options.Public is not { Certificate: { } own } open)
        {
            return;
        }

        // Offline: a chain is as its file has it. Otherwise the framework would ask the network for missing parts of it, and
        // for proof that it was not revoked.
        var shown = SslStreamCertificateContext.Create(own, open.Chain, offline: true);
        var tls = new TlsHandshakeCallbackOptions
        {
            OnConnection = _ =>
                ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = shown }),
        };
        kestrel.ListenAnyIP(open.Address.Port, listen => listen.UseHttps(tls));
    }

    /// <summary>Whether a start failed on a port: another program has it, or the system denies it.</summary>
    public static bool IsOfPort(Exception fault) =>
        fault
            is IOException { InnerException: AddressInUseException }
                or SocketException { SocketErrorCode: SocketError.AccessDenied };

    /// <summary>Says which port a start failed on.</summary>
    /// <param name="bound">How many addresses were listened on before: the loopback address comes first.</param>
    public static PortTakenException Explain(Exception fault, ServerOptions options, int bound)
    {
        bool isPublic = bound > 0 && options.Public is not null;
        string key =
            fault is SocketException ? "port_denied"
            : isPublic ? "port_taken_public"
            : options.Public is { IsBehindProxy: true } ? "port_taken_proxy"
            : "port_taken";
        return new(Say.Get(key, isPublic ? options.Public!.Address.Port : options.Port), fault);
    }
}

/// <summary>An asked port cannot be had; the message says in the screen's language which, and what to do.</summary>
public sealed class PortTakenException(string message, Exception? inner = null) : IOException(message, inner);

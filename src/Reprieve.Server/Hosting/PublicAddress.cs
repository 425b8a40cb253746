using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace Reprieve.Server.Hosting;

/// <summary>
/// The address by which people elsewhere reach the workbench; always https. With a certificate the program itself ends TLS
/// there; without one, a reverse proxy on this machine does, and hands requests on to the loopback port.
/// </summary>
/// <param name="Address">Scheme, host and port, nothing more.</param>
public sealed record PublicAddress(Uri Address)
{
    private const int UsualPort = 443;

    /// <summary>The certificate of the host, with its private key; null declares a proxy on this machine.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The certificates between <see cref="Certificate"/> and a root that browsers know.</summary>
    public X509Certificate2Collection Chain { get; init; } = [];

    /// <summary>Whether a proxy on this machine ends TLS.</summary>
    public bool IsBehindProxy => Certificate is null;

    /// <summary>The host as a request and a certificate name it: in ASCII, an IPv6 address without brackets.</summary>
    public string Host => Address.IdnHost;

    /// <summary>Reads an address as a person gives it.</summary>
    /// <param name="text">For example <c>https://desk.example.com</c>.</param>
    /// <param name="address">The address, where it is one.</param>
    /// <param name="fault">Otherwise a sentence that says what is wrong and what to do.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out PublicAddress? address,
        [NotNullWhen(false)] out string? fault
    )
    {
        Uri? uri = Uri.TryCreate(text, UriKind.Absolute, out Uri? read) ? read : null;
        string? key = uri is null ? "public_no_address" : Fault(uri);
        fault = key is null ? null : Say.Get(key, text);
        address = key is null ? new PublicAddress(new Uri(uri!.GetLeftPart(UriPartial.Authority))) : null;
        return address is not null;
    }

    /// <summary>Whether a request asks for this address, by the name and the port that it gives.</summary>
    internal bool IsAskedAs(HostString asked) =>
        (asked.Port ?? UsualPort) == Address.Port && IsHost(asked.Host.Trim('[', ']'));

    private bool IsHost(string asked) =>
        IPAddress.TryParse(Host, out IPAddress? own)
            ? IPAddress.TryParse(asked, out IPAddress? other) && own.Equals(other)
            : string.Equals(asked, Host, StringComparison.OrdinalIgnoreCase);

    private static string? Fault(Uri uri) =>
        uri switch
        {
            _ when uri.Scheme != Uri.UriSchemeHttps => "public_no_https",
            _ when !IsName(uri) => "public_no_host",
            _ when uri.UserInfo.Length > 0 || uri.PathAndQuery != "/" || uri.Fragment.Length > 0 => "public_more",
            { Port: 0 } => "public_no_port",
            _ when IsThisMachine(uri) => "public_loopback",
            _ => null,
        };

    private static bool IsName(Uri uri) =>
        uri.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
        && !uri.Host.EndsWith('.');

    /// <summary>To every browser these names are the machine it runs on; here they are the way in without signing in.</summary>
    private static bool IsThisMachine(Uri uri) =>
        uri.IsLoopback
        || uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (
            IPAddress.TryParse(uri.IdnHost, out IPAddress? address)
            && (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        );
}

using System.Net;
using System.Net.Sockets;

namespace Reprieve.Notices;

/// <summary>A web address as a browser takes it apart.</summary>
/// <param name="Host">Lower case, without port.</param>
/// <param name="User">What stands before an @ in front of the host; null when nothing does.</param>
/// <param name="Rest">Path, query and fragment.</param>
internal readonly record struct WebAddress(string Host, string? User, string Rest)
{
    /// <summary>Whether the host is a number and no name.</summary>
    public bool IsNumber => IsNumeric(Host);

    /// <summary>The address, with or without its scheme; null for anything else, and for one that was cut short.</summary>
    public static WebAddress? Read(string address)
    {
        ReadOnlySpan<char> rest = address.AsSpan().Trim();
        int scheme = rest.IndexOf("://");
        if (scheme > 0)
        {
            if (!rest[..scheme].StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            rest = rest[(scheme + 3)..];
        }
        else if (rest.StartsWith("//"))
        {
            rest = rest[2..];
        }
        else if (rest.IndexOfAny(' ', '@', ':') >= 0)
        {
            return null;
        }

        int end = rest.IndexOfAny("/?#\\ ");
        ReadOnlySpan<char> after = end < 0 ? [] : rest[end..];
        rest = end < 0 ? rest : rest[..end];
        int at = rest.LastIndexOf('@');
        string? user = at < 0 ? null : rest[..at].ToString();
        rest = rest[(at + 1)..];
        int bracket = rest.IndexOf(']');
        int port = rest[Math.Max(bracket, 0)..].IndexOf(':');
        rest = port < 0 ? rest : rest[..(Math.Max(bracket, 0) + port)];
        string host = rest.TrimEnd('.').ToString().ToLowerInvariant();
        bool real = scheme > 0 && IsNumeric(host) || IsName(host);
        return real ? new WebAddress(host, user, after.ToString()) : null;
    }

    /// <summary>A web address written within this one's path or query, for whoever is sent on; null when there is none.</summary>
    public WebAddress? Within()
    {
        string rest = Rest;
        for (int i = 0; i < 3 && rest.Contains('%', StringComparison.Ordinal); i++)
        {
            string decoded = Uri.UnescapeDataString(rest);
            if (decoded.Length == rest.Length)
            {
                break;
            }

            rest = decoded;
        }

        int start = rest.IndexOf("http://", StringComparison.OrdinalIgnoreCase);
        int secure = rest.IndexOf("https://", StringComparison.OrdinalIgnoreCase);
        start = start < 0 || (secure >= 0 && secure < start) ? secure : start;
        if (start < 0)
        {
            // "=//elsewhere.example" leads away too.
            int bare = rest.IndexOf("=//", StringComparison.Ordinal);
            start = bare < 0 ? -1 : bare + 1;
        }

        if (start < 0)
        {
            return null;
        }

        string inner = rest[start..];
        int end = inner.IndexOfAny(['&', '"', '\'', '<', '>', ' ']);
        return Read(end < 0 ? inner : inner[..end]);
    }

    /// <summary>A single letter after the last dot is a link cut short by whoever copied it, not a host.</summary>
    private static bool IsName(string host) =>
        host.Length is > 3 and < 254
        && host.LastIndexOf('.') is > 0 and int dot
        && host.Length - dot > 2
        && !IsNumeric(host);

    /// <summary>Dotted, plain, hexadecimal or in brackets: browsers take all of these for an address.</summary>
    private static bool IsNumeric(string host)
    {
        if (host.Length == 0 || !(host[0] == '[' || char.IsAsciiDigit(host[0])))
        {
            return false;
        }

        bool isAddress = IPAddress.TryParse(host, out IPAddress? address);
        return isAddress
            && (
                address!.AddressFamily == AddressFamily.InterNetworkV6
                || host.Contains('.', StringComparison.Ordinal)
                || host.Length >= 8
            );
    }
}

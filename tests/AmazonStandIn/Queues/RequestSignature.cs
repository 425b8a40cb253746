using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reprieve.AmazonStandIn;

/// <summary>A key of an invented AWS account.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="SessionToken">The token of a session; null for a lasting key.</param>
public sealed record StandInKey(string Secret, string? SessionToken = null);

/// <summary>Checks the signature of a request to AWS (Signature Version 4), as the services do.</summary>
internal static class RequestSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Why a request is refused; null when it is signed well for the service and region.</summary>
    public static QueueFault.Refused? Fault(
        HttpRequestMessage request,
        byte[] body,
        string region,
        IReadOnlyDictionary<string, StandInKey> keys
    )
    {
        string header = Value(request, "authorization") ?? "";
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return Refused("MissingAuthenticationToken", "Request is missing Authentication Token");
        }

        Dictionary<string, string> parts = header[Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1]);
        string[] scope = parts.GetValueOrDefault("Credential", "").Split('/');
        if (scope.Length != 5 || !keys.TryGetValue(scope[0], out StandInKey? key))
        {
            return Refused("InvalidClientTokenId", "The security token included in the request is invalid.");
        }

        if (scope[2] != region)
        {
            return Refused(
                "InvalidSignatureException",
                $"Credential should be scoped to a valid region, not '{scope[2]}'."
            );
        }

        if (Value(request, "x-amz-security-token") != key.SessionToken)
        {
            return Refused("ExpiredToken", "The security token included in the request is expired");
        }

        string[] signed = parts.GetValueOrDefault("SignedHeaders", "").Split(';');
        string expected = Of(request, body, scope, signed, key.Secret);
        return signed.Contains("host") && parts.GetValueOrDefault("Signature") == expected
            ? null
            : Refused(
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
            );
    }

    private static string Of(HttpRequestMessage request, byte[] body, string[] scope, string[] signed, string secret)
    {
        var canonical = new StringBuilder();
        canonical.Append(request.Method.Method).Append('\n');
        canonical.Append(request.RequestUri!.AbsolutePath).Append('\n');
        canonical.Append(request.RequestUri.Query.TrimStart('?')).Append('\n');
        foreach (string name in signed)
        {
            canonical.Append(CultureInfo.InvariantCulture, $"{name}:{Value(request, name)?.Trim()}\n");
        }

        canonical.Append('\n').AppendJoin(';', signed).Append('\n').Append(Hash(body));
        string within = string.Join('/', scope[1..]);
        string toSign =
            $"{Algorithm}\n{Value(request, "x-amz-date")}\n{within}\n{Hash(Encoding.UTF8.GetBytes(canonical.ToString()))}";
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string step in scope[1..])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? Value(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(',', values)
        : request.Content?.Headers.TryGetValues(name, out values) is true ? string.Join(',', values)
        : name == "host" ? request.RequestUri!.Authority
        : null;

    private static QueueFault.Refused Refused(string code, string message) => new(403, code, message);
}

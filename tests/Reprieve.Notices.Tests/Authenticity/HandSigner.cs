using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Reprieve.Notices.Tests;

/// <summary>
/// Signs a mail by hand after RFC 6376, relaxed in headers and body, with any tags one likes: an independent look at the
/// same rules, and the way to signatures that no library makes (l=, odd times).
/// </summary>
internal static class HandSigner
{
    private static readonly Regex Blanks = new("[ \t]+", RegexOptions.NonBacktracking);

    /// <summary>The mail with a signature on top; <paramref name="length"/> signs that many characters of the body only.</summary>
    public static byte[] Sign(
        SigningKey key,
        string mail,
        string tags = "",
        string signed = "from:to:subject",
        int? length = null
    )
    {
        mail = mail.ReplaceLineEndings("\r\n");
        int end = mail.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string body = Body(mail[(end + 4)..]);
        body = length is { } covered ? body[..covered] : body;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        string limit = length is null ? "" : $" l={length};";
        string signature =
            $"v=1; a=rsa-sha256; c=relaxed/relaxed; d={key.Domain}; s={key.Selector};{limit} {tags} h={signed}; bh={hash}; b=";
        string[] headers = mail[..end].Split("\r\n");
        var data = new StringBuilder();
        foreach (string name in signed.Split(':'))
        {
            string? header = Array.FindLast(headers, h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
            data.Append(header is null ? "" : Header(header) + "\r\n");
        }

        data.Append(Header("dkim-signature:" + signature));
        string value = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(data.ToString())));
        return Encoding.UTF8.GetBytes($"DKIM-Signature: {signature}{value}\r\n{mail}");
    }

    private static string Header(string header)
    {
        int colon = header.IndexOf(':', StringComparison.Ordinal);
        return $"{header[..colon].Trim().ToLowerInvariant()}:{Blanks.Replace(header[(colon + 1)..], " ").Trim()}";
    }

    private static string Body(string body)
    {
        IEnumerable<string> lines = body.Split("\r\n").Select(line => Blanks.Replace(line, " ").TrimEnd(' '));
        string joined = string.Join("\r\n", lines).TrimEnd('\r', '\n');
        return joined.Length == 0 ? "" : joined + "\r\n";
    }
}

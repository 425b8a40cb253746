using System.Globalization;

namespace Reprieve.Notices;

/// <summary>The tags of a signature or of a key record (RFC 6376, 3.2): name=value, separated by semicolons.</summary>
internal sealed class SignatureTags
{
    private static readonly string[] Needed = ["v", "a", "b", "bh", "d", "h", "s"];

    private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

    private SignatureTags() { }

    /// <summary>The signing domain, lower case; empty when there is none.</summary>
    public string Domain => this["d"]?.TrimEnd('.').ToLowerInvariant() ?? "";

    public string Selector => this["s"] ?? "";

    public bool IsSha1 => this["a"]?.EndsWith("sha1", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the From header is among the signed ones, without which a signature says nothing of the sender.</summary>
    public bool SignsFrom => Listed("h").Contains("from", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a signature has every tag it must have, and a name that can be asked for.</summary>
    public bool IsSignature =>
        Array.TrueForAll(Needed, tag => this[tag]?.Length > 0) && IsHostName(Domain) && IsHostName(Selector);

    /// <summary>Whether a reader of base64 can make something of the signature and the body's hash.</summary>
    public bool HasReadableHashes => IsBase64(this["b"]) && IsBase64(this["bh"]);

    /// <summary>The value without white space, or null when the tag is not there.</summary>
    public string? this[string tag] => _tags.GetValueOrDefault(tag);

    public static SignatureTags Read(string text)
    {
        var tags = new SignatureTags();
        foreach (Range range in text.AsSpan().Split(';'))
        {
            ReadOnlySpan<char> part = text.AsSpan()[range];
            int equals = part.IndexOf('=');
            if (equals > 0)
            {
                tags._tags.TryAdd(part[..equals].Trim().ToString(), WithoutSpaces(part[(equals + 1)..]));
            }
        }

        return tags;
    }

    /// <summary>The parts of a colon-separated list; none when the tag is not there.</summary>
    public string[] Listed(string tag) => this[tag]?.Split(':') ?? [];

    /// <summary>A time in seconds since 1970; null when the tag is not there or no time.</summary>
    public long? Seconds(string tag) =>
        long.TryParse(this[tag], NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? seconds : null;

    private static bool IsHostName(string name) =>
        name.Length is > 0 and < 190 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static bool IsBase64(string? value) =>
        value is not null && Convert.TryFromBase64String(value, new byte[value.Length], out _);

    private static string WithoutSpaces(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> trimmed = value.Trim();
        return trimmed.IndexOfAny(" \t\r\n") < 0
            ? trimmed.ToString()
            : string.Concat(trimmed.ToString().Where(c => !char.IsWhiteSpace(c)));
    }
}

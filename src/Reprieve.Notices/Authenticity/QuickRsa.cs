using System.Buffers;
using System.Security.Cryptography;
using MimeKit;

namespace Reprieve.Notices;

/// <summary>
/// The common signature (rsa-sha256 over the whole body) verified with the platform's RSA, which is many times faster than
/// MimeKit's. It says yes or "ask MimeKit", never no. What is verified is what is read: the headers that were taken apart,
/// and the bytes behind them.
/// </summary>
internal static class QuickRsa
{
    public static bool Verifies(MailTree mail, Header signature, SignatureTags tags, DkimKey key)
    {
        bool common = tags["v"] == "1" && tags["a"] == "rsa-sha256" && tags["l"] is null && tags["i"] is null;
        if (!common || key.Platform is not { } platform)
        {
            return false;
        }

        string[] ways = (tags["c"] ?? "simple/simple").ToLowerInvariant().Split('/');
        string bodyWay = ways.Length > 1 ? ways[1] : "simple";
        if (ways.Length > 2 || ways[0] is not ("relaxed" or "simple") || bodyWay is not ("relaxed" or "simple"))
        {
            return false;
        }

        return BodyHash(mail.Content, bodyWay == "relaxed") == tags["bh"]
            && Verifies(Signed(mail, signature, tags, ways[0] == "relaxed"), tags["b"]!, platform);
    }

    private static bool Verifies(ReadOnlySpan<byte> data, string value, PlatformKey key)
    {
        try
        {
            return key.Verifies(data, Convert.FromBase64String(value));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static string BodyHash(ReadOnlyMemory<byte> body, bool relaxed) =>
        Convert.ToBase64String(SHA256.HashData(CanonicalBody.Of(body.Span, relaxed)));

    /// <summary>The bytes that are signed: the named headers from the last upwards, then the signature itself without its value.</summary>
    private static ReadOnlySpan<byte> Signed(MailTree mail, Header signature, SignatureTags tags, bool relaxed)
    {
        var data = new ArrayBufferWriter<byte>(2048);
        Dictionary<string, int> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in tags.Listed("h"))
        {
            int nth = taken.GetValueOrDefault(name);
            taken[name] = nth + 1;
            if (FromBelow(mail.Headers, name, nth) is { } header)
            {
                Write(data, header.RawField, header.RawValue, relaxed);
                data.Write("\r\n"u8);
            }
        }

        Write(data, signature.RawField, WithoutValue(signature.RawValue), relaxed);
        return data.WrittenSpan;
    }

    private static Header? FromBelow(IReadOnlyList<Header> headers, string name, int nth)
    {
        for (int i = headers.Count - 1; i >= 0; i--)
        {
            if (headers[i].Field.Equals(name, StringComparison.OrdinalIgnoreCase) && nth-- == 0)
            {
                return headers[i];
            }
        }

        return null;
    }

    /// <summary>A header as it is signed, without the line break at its end.</summary>
    private static void Write(
        ArrayBufferWriter<byte> data,
        ReadOnlySpan<byte> field,
        ReadOnlySpan<byte> value,
        bool relaxed
    )
    {
        foreach (byte b in field)
        {
            data.Write([relaxed && b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b]);
        }

        data.Write(":"u8);
        if (relaxed)
        {
            CanonicalBody.Squeeze(data, value.Trim(" \t\r\n"u8), " \t\r\n"u8);
            return;
        }

        ReadOnlySpan<byte> whole =
            value.EndsWith("\r\n"u8) ? value[..^2]
            : value.EndsWith("\n"u8) ? value[..^1]
            : value;
        bool first = true;
        foreach (Range range in whole.Split((byte)'\n'))
        {
            data.Write(first ? [] : "\r\n"u8);
            first = false;
            ReadOnlySpan<byte> line = whole[range];
            data.Write(line.EndsWith("\r"u8) ? line[..^1] : line);
        }
    }

    /// <summary>The signature header with an empty b=, all else as it stands.</summary>
    private static byte[] WithoutValue(byte[] value)
    {
        int start = 0;
        while (start < value.Length)
        {
            int length = value.AsSpan(start).IndexOf((byte)';');
            int end = length < 0 ? value.Length : start + length;
            ReadOnlySpan<byte> tag = value.AsSpan(start, end - start);
            int equals = tag.IndexOf((byte)'=');
            if (equals > 0 && tag[..equals].Trim(" \t\r\n"u8).SequenceEqual("b"u8))
            {
                return [.. value.AsSpan(0, start + equals + 1), .. value.AsSpan(end)];
            }

            start = end + 1;
        }

        return value;
    }
}

using System.Text;

namespace Reprieve.Notices;

/// <summary>
/// Reads the encoded words of a header (RFC 2047) as mail programs write them rather than as they should: with spaces
/// inside, characters cut in two between words, charsets wrongly named. Linear in the header.
/// </summary>
internal static class EncodedWords
{
    public static string Decode(string header)
    {
        if (!header.Contains("=?", StringComparison.Ordinal))
        {
            return header;
        }

        var text = new StringBuilder(header.Length);
        List<byte> bytes = [];
        string charset = "";
        int at = 0;
        while (at < header.Length)
        {
            int open = header.IndexOf("=?", at, StringComparison.Ordinal);
            if (open < 0 || WordAt(header, open) is not { } word)
            {
                break;
            }

            ReadOnlySpan<char> between = header.AsSpan(at, open - at);
            bool continues = bytes.Count > 0 && between.IsWhiteSpace();
            if (!continues || !word.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(text, bytes, charset);
                text.Append(continues ? "" : between);
            }

            charset = word.Charset;
            bytes.AddRange(word.Bytes);
            at = word.End;
        }

        Flush(text, bytes, charset);
        return text.Append(header, at, header.Length - at).ToString();
    }

    private static void Flush(StringBuilder text, List<byte> bytes, string charset)
    {
        if (bytes.Count > 0)
        {
            text.Append(Charsets.Decode(bytes.ToArray(), charset));
            bytes.Clear();
        }
    }

    /// <summary>The word that opens at a place: =?charset?B?text?= or =?charset?Q?text?=; null when none does.</summary>
    private static (string Charset, byte[] Bytes, int End)? WordAt(string header, int open)
    {
        int form = header.IndexOf('?', open + 2);
        int start = form + 3;
        if (form < 0 || start > header.Length || header[start - 1] != '?')
        {
            return null;
        }

        int end = header.IndexOf("?=", start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        string charset = header[(open + 2)..form].Split('*')[0];
        ReadOnlySpan<char> payload = header.AsSpan(start, end - start);
        byte[]? bytes = header[form + 1] switch
        {
            'B' or 'b' => Base64(payload),
            'Q' or 'q' => Quoted(payload),
            _ => null,
        };
        return bytes is null ? null : (charset, bytes, end + 2);
    }

    private static byte[] Base64(ReadOnlySpan<char> payload)
    {
        var kept = new StringBuilder(payload.Length + 3);
        foreach (char c in payload)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
            {
                kept.Append(c);
            }
        }

        // A last letter that is alone holds no whole byte.
        kept.Length -= kept.Length % 4 == 1 ? 1 : 0;
        kept.Append('=', (4 - (kept.Length % 4)) % 4);
        return Convert.FromBase64String(kept.ToString());
    }

    private static byte[] Quoted(ReadOnlySpan<char> payload)
    {
        List<byte> bytes = new(payload.Length);
        for (int i = 0; i < payload.Length; i++)
        {
            bool hex =
                payload[i] == '='
                && i + 2 < payload.Length
                && char.IsAsciiHexDigit(payload[i + 1])
                && char.IsAsciiHexDigit(payload[i + 2]);
            if (hex)
            {
                bytes.Add(Convert.ToByte(payload.Slice(i + 1, 2).ToString(), 16));
                i += 2;
            }
            else if (payload[i] == '_')
            {
                bytes.Add((byte)' ');
            }
            else if (payload[i] < 0x80)
            {
                bytes.Add((byte)payload[i]);
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([payload[i]]));
            }
        }

        return [.. bytes];
    }
}

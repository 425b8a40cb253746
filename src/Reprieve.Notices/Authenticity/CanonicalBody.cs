using System.Buffers;

namespace Reprieve.Notices;

/// <summary>A mail's body as DKIM counts it (RFC 6376, 3.4.3 and 3.4.4).</summary>
internal static class CanonicalBody
{
    /// <summary>The bytes that are hashed.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> body, bool relaxed)
    {
        var written = new ArrayBufferWriter<byte>(body.Length + 256);
        int emptyLines = 0;
        foreach (Range range in body.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = body[range];
            line = line.EndsWith("\r"u8) ? line[..^1] : line;
            line = relaxed ? line.TrimEnd(" \t"u8) : line;
            if (line.IsEmpty)
            {
                emptyLines++;
                continue;
            }

            for (; emptyLines > 0; emptyLines--)
            {
                written.Write("\r\n"u8);
            }

            if (relaxed)
            {
                Squeeze(written, line, " \t"u8);
            }
            else
            {
                written.Write(line);
            }

            written.Write("\r\n"u8);
        }

        return written.WrittenCount == 0 && !relaxed ? "\r\n"u8 : written.WrittenSpan;
    }

    /// <summary>Writes with every run of blanks as one space; line breaks among the blanks vanish.</summary>
    public static void Squeeze(ArrayBufferWriter<byte> written, ReadOnlySpan<byte> text, ReadOnlySpan<byte> blanks)
    {
        while (!text.IsEmpty)
        {
            int next = text.IndexOfAny(blanks);
            written.Write(next < 0 ? text : text[..next]);
            if (next < 0)
            {
                return;
            }

            written.Write(" "u8);
            text = text[next..].TrimStart(blanks);
        }
    }
}

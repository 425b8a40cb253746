namespace Reprieve.Notices;

/// <summary>The length of a mail's body as DKIM counts it (RFC 6376, 3.4.3 and 3.4.4).</summary>
internal static class CanonicalBody
{
    public static long Length(ReadOnlySpan<byte> mail, bool relaxed)
    {
        long length = 0;
        long emptyLines = 0;
        foreach (Range range in Body(mail).Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = Body(mail)[range].TrimEnd((byte)'\r');
            long here = relaxed ? RelaxedLength(line) : line.Length;
            if (here == 0)
            {
                emptyLines++;
                continue;
            }

            length += (2 * emptyLines) + here + 2;
            emptyLines = 0;
        }

        return length == 0 && !relaxed ? 2 : length;
    }

    private static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> mail)
    {
        int windows = mail.IndexOf("\r\n\r\n"u8);
        int unix = mail.IndexOf("\n\n"u8);
        return windows >= 0 && (unix < 0 || windows < unix) ? mail[(windows + 4)..]
            : unix >= 0 ? mail[(unix + 2)..]
            : [];
    }

    /// <summary>Runs of blanks count one, blanks at the end none.</summary>
    private static long RelaxedLength(ReadOnlySpan<byte> line)
    {
        long length = 0;
        bool blank = false;
        foreach (byte b in line.TrimEnd(" \t"u8))
        {
            bool isBlank = b is (byte)' ' or (byte)'\t';
            length += isBlank && blank ? 0 : 1;
            blank = isBlank;
        }

        return length;
    }
}

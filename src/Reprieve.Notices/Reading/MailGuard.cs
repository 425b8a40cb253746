namespace Reprieve.Notices;

/// <summary>
/// Refuses mails that are built to exhaust a parser before it sees them: headers without end, parts without number.
/// One pass over the bytes; no honest mail comes near these limits.
/// </summary>
internal static class MailGuard
{
    private const int MaxHead = 1024 * 1024;
    private const int MaxHeaders = 5_000;
    private const int MaxParts = 2_000;
    private const int MaxPartHeader = 8 * 1024;

    public static bool Refuses(ReadOnlySpan<byte> mail)
    {
        // Most mails are too short to come to any limit.
        if (mail.Length <= MaxPartHeader && mail.Count((byte)'\n') < MaxParts)
        {
            return false;
        }

        int parts = 0;
        int headers = 0;
        bool head = true;
        int at = 0;
        while (at < mail.Length)
        {
            int step = mail[at..].IndexOf((byte)'\n');
            int end = step < 0 ? mail.Length : at + step;
            ReadOnlySpan<byte> line = mail[at..end];
            if (head)
            {
                head = line.TrimEnd((byte)'\r').Length > 0 || headers == 0;
                headers++;
                if (headers > MaxHeaders || end > MaxHead)
                {
                    return true;
                }
            }
            else if (line.StartsWith("--"u8))
            {
                parts++;
            }

            if (line.Length > 8 && (line[0] | 0x20) == 'c' && IsPartHeader(line) && Folded(mail, at) > MaxPartHeader)
            {
                return true;
            }

            at = end + 1;
        }

        return parts > MaxParts;
    }

    private static bool IsPartHeader(ReadOnlySpan<byte> line) =>
        StartsWith(line, "content-type"u8) || StartsWith(line, "content-disposition"u8);

    private static bool StartsWith(ReadOnlySpan<byte> line, ReadOnlySpan<byte> lower)
    {
        if (line.Length < lower.Length)
        {
            return false;
        }

        for (int i = 0; i < lower.Length; i++)
        {
            byte c = line[i];
            if ((c is >= (byte)'A' and <= (byte)'Z' ? (byte)(c | 0x20) : c) != lower[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The length of a header with its continuation lines, as far as it matters.</summary>
    private static int Folded(ReadOnlySpan<byte> mail, int from)
    {
        int at = from;
        while (at < mail.Length && at - from <= MaxPartHeader)
        {
            int step = mail[at..].IndexOf((byte)'\n');
            at = step < 0 ? mail.Length : at + step + 1;
            if (at >= mail.Length || mail[at] is not ((byte)' ' or (byte)'\t'))
            {
                break;
            }
        }

        return at - from;
    }
}

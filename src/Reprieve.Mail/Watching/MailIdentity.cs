using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Mail.Watching;

/// <summary>
/// Says of a mail's bytes which mail it is. Four fields of the header count (Message-ID, Date, From, Subject) and all that
/// follows the header: what servers on the way add (Received, flags of filters) differs from delivery to delivery. Line ends
/// and the folding of fields do not count, for mail programs that move mails change them.
/// </summary>
internal static class MailIdentity
{
    /// <summary>Bytes of an identity: half a SHA-256, far beyond chance.</summary>
    public const int Length = 16;

    private static readonly string[] Fields = ["message-id", "date", "from", "subject"];

    public static UInt128 Of(ReadOnlySpan<byte> mail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int body = BodyAt(mail);
        foreach (string field in FieldsOf(mail[..body]).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(field));
            hash.AppendData("\n"u8);
        }

        hash.AppendData("\n"u8);
        AppendLines(hash, mail[body..]);
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(whole);
    }

    /// <summary>As it is told to others.</summary>
    public static string Text(UInt128 identity) =>
        identity.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where the body begins: after the first empty line; at the end where there is none.</summary>
    private static int BodyAt(ReadOnlySpan<byte> mail)
    {
        int at = 0;
        while (at < mail.Length)
        {
            int end = mail[at..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return mail.Length;
            }

            bool empty = end == 0 || (end == 1 && mail[at] == '\r');
            at += end + 1;
            if (empty)
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>The fields that count, unfolded, each as <c>name:value</c> with single spaces.</summary>
    private static List<string> FieldsOf(ReadOnlySpan<byte> header)
    {
        var found = new List<string>();
        StringBuilder? field = null;
        foreach (Range range in header.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = header[range];
            if (line.Length > 0 && line[0] is (byte)' ' or (byte)'\t')
            {
                field?.Append(Encoding.Latin1.GetString(line));
                continue;
            }

            Close();
            int colon = line.IndexOf((byte)':');
            string name = colon > 0 ? Encoding.Latin1.GetString(line[..colon]).Trim().ToLowerInvariant() : "";
            field = Fields.Contains(name)
                ? new StringBuilder(name).Append(':').Append(Encoding.Latin1.GetString(line[(colon + 1)..]))
                : null;
        }

        Close();
        return found;

        void Close()
        {
            if (field is not null)
            {
                found.Add(
                    string.Join(' ', field.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                );
            }
        }
    }

    /// <summary>The body without carriage returns and without empty lines at its end.</summary>
    private static void AppendLines(IncrementalHash hash, ReadOnlySpan<byte> body)
    {
        body = body.TrimEnd("\r\n"u8);
        while (!body.IsEmpty)
        {
            int at = body.IndexOf((byte)'\r');
            hash.AppendData(at < 0 ? body : body[..at]);
            body = at < 0 ? [] : body[(at + 1)..];
        }
    }
}

using System.Security.Cryptography;

namespace Reprieve.Notices;

/// <summary>Reading no more than a limit.</summary>
internal static class Bounded
{
    /// <summary>All bytes of a stream, or null when there are more than <paramref name="limit"/>.</summary>
    public static byte[]? ReadAll(Stream stream, int limit)
    {
        long known = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (known > limit)
        {
            return null;
        }

        byte[] content = GC.AllocateUninitializedArray<byte>(known > 0 ? (int)known : 64 * 1024);
        int length = 0;
        int read;
        while ((read = stream.Read(content, length, content.Length - length)) > 0)
        {
            length += read;
            if (length < content.Length)
            {
                continue;
            }

            int next = stream.ReadByte();
            if (next < 0)
            {
                break;
            }

            if (length == limit)
            {
                return null;
            }

            Array.Resize(ref content, (int)Math.Min(limit, 2L * content.Length));
            content[length++] = (byte)next;
        }

        return length == content.Length ? content : content[..length];
    }

    /// <summary>SHA-256 as lower-case hex.</summary>
    public static string Sha256(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Reprieve.Storage.Secrets;

/// <summary>
/// The secret by which word groups are hashed, one for the workbench. It lies among the keys, outside backups: without it
/// nobody can try what a hash stands for.
/// </summary>
internal sealed class PrintSecret(string folder)
{
    /// <summary>So many hashes stand for one text; of a longer one the smallest, which are as good as any.</summary>
    public const int Most = 512;

    private readonly Lock _making = new();
    private byte[]? _secret;

    private string Place => Path.Combine(folder, "prints.secret");

    /// <summary>The keyed hashes of groups, ascending, each once.</summary>
    public ulong[] Of(IEnumerable<uint> groups)
    {
        byte[] secret = Secret();
        byte[] group = new byte[sizeof(uint)];
        byte[] code = new byte[HMACSHA256.HashSizeInBytes];
        SortedSet<ulong> hashes = [];
        foreach (uint one in groups)
        {
            BinaryPrimitives.WriteUInt32BigEndian(group, one);
            HMACSHA256.HashData(secret, group, code);
            hashes.Add(BinaryPrimitives.ReadUInt64BigEndian(code));
        }

        return [.. hashes];
    }

    private byte[] Secret()
    {
        lock (_making)
        {
            if (_secret is not null)
            {
                return _secret;
            }

            if (!File.Exists(Place))
            {
                Durable.Write(Place, RandomNumberGenerator.GetBytes(CaseKey.Length));
            }

            byte[] read = File.ReadAllBytes(Place);
            return _secret =
                read.Length == CaseKey.Length ? read : throw new StorageException(Say.Texts.Get("Key_Broken", Place));
        }
    }
}

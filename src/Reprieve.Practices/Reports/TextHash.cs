using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Reprieve.Practices.Reports;

/// <summary>
/// A quick hash of texts in 64 bits, for tables within one run. All it mixes with is chance, so that nobody can write a file
/// whose texts fall on one place; that two of a million texts share a hash is less likely than one in ten million.
/// </summary>
internal static class TextHash
{
    private static readonly ulong Seed = Chance();
    private static readonly ulong First = Chance();
    private static readonly ulong Second = Chance();

    public static ulong Of(ReadOnlySpan<byte> text) => Add(Seed, text);

    /// <summary>The hash of a number.</summary>
    public static ulong Of(ulong number) => Mix(Seed ^ number, First);

    /// <summary>The hash of what was hashed before and of a text after it.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return hash + Second;
        }

        ReadOnlySpan<byte> rest = text;
        hash ^= (ulong)rest.Length * Second;
        for (; rest.Length > 2 * sizeof(ulong); rest = rest[(2 * sizeof(ulong))..])
        {
            hash = Mix(
                hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest),
                First ^ BinaryPrimitives.ReadUInt64LittleEndian(rest[sizeof(ulong)..])
            );
        }

        // The last one to sixteen bytes, from both ends: where they are fewer some are taken twice.
        (ulong first, ulong last) = rest.Length switch
        {
            >= sizeof(ulong) => (
                BinaryPrimitives.ReadUInt64LittleEndian(rest),
                BinaryPrimitives.ReadUInt64LittleEndian(rest[^sizeof(ulong)..])
            ),
            >= sizeof(uint) => (
                BinaryPrimitives.ReadUInt32LittleEndian(rest),
                BinaryPrimitives.ReadUInt32LittleEndian(rest[^sizeof(uint)..])
            ),
            _ => (rest[0] | ((ulong)rest[rest.Length / 2] << 8), (ulong)rest[^1]),
        };
        return Mix(hash ^ first, First ^ last);
    }

    private static ulong Mix(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }

    private static ulong Chance() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
}

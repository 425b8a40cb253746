using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Reprieve.Practices.Reports;

/// <summary>
/// A quick hash of texts in 64 bits, for tables within one run. It begins with chance, so that nobody can write a file
/// whose texts all fall on one place.
/// </summary>
internal static class TextHash
{
    private const ulong First = 0xA0761D6478BD642F;
    private const ulong Second = 0xE7037ED1A0B428DB;

    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    public static ulong Of(ReadOnlySpan<char> text) => Add(Seed, text);

    /// <summary>The hash of a number.</summary>
    public static ulong Of(ulong number) => Mix(Seed ^ number, First);

    /// <summary>The hash of what was hashed before and of a text after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<byte> rest = MemoryMarshal.AsBytes(text);
        hash ^= (ulong)rest.Length * Second;
        while (rest.Length >= 2 * sizeof(ulong))
        {
            ulong first = BinaryPrimitives.ReadUInt64LittleEndian(rest);
            ulong second = BinaryPrimitives.ReadUInt64LittleEndian(rest[sizeof(ulong)..]);
            hash = Mix(hash ^ first, second ^ First);
            rest = rest[(2 * sizeof(ulong))..];
        }

        if (rest.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest), First);
            rest = rest[sizeof(ulong)..];
        }

        // Texts end on whole characters: the rest has none to three.
        ulong last = rest.Length switch
        {
            2 => BinaryPrimitives.ReadUInt16LittleEndian(rest),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(rest),
            6 => BinaryPrimitives.ReadUInt32LittleEndian(rest)
                | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(rest[4..]) << 32),
            _ => 0,
        };
        return Mix(hash ^ last, Second);
    }

    private static ulong Mix(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }
}

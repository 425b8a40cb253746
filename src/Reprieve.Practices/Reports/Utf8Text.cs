using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>What is asked of fields in UTF-8.</summary>
internal static class Utf8Text
{
    /// <summary>A field without white space at its ends. Nearly all have plain characters there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field) =>
        field.IsEmpty || (IsPlain(field[0]) && IsPlain(field[^1])) ? field : Trimmed(field);

    /// <summary>Whether a field is an ASCII word, in capitals or not.</summary>
    public static bool Is(ReadOnlySpan<byte> field, ReadOnlySpan<byte> word) =>
        field.Length == word.Length && Ascii.EqualsIgnoreCase(field, word);

    /// <summary>Whether a field begins with an ASCII word, in capitals or not.</summary>
    public static bool StartsWith(ReadOnlySpan<byte> field, ReadOnlySpan<byte> word) =>
        field.Length >= word.Length && Ascii.EqualsIgnoreCase(field[..word.Length], word);

    /// <summary>A field cut to so many bytes, between two characters.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> field, int most)
    {
        if (field.Length <= most)
        {
            return field;
        }

        while (most > 0 && (field[most] & 0xC0) == 0x80)
        {
            most--;
        }

        return field[..most];
    }

    private static bool IsPlain(byte c) => c is > (byte)' ' and < 0x7F;

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> field)
    {
        while (
            Rune.DecodeFromUtf8(field, out Rune first, out int length) is OperationStatus.Done
            && Rune.IsWhiteSpace(first)
        )
        {
            field = field[length..];
        }

        while (
            Rune.DecodeLastFromUtf8(field, out Rune last, out int length) is OperationStatus.Done
            && Rune.IsWhiteSpace(last)
        )
        {
            field = field[..^length];
        }

        return field;
    }
}

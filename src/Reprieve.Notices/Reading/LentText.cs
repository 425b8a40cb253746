using System.Buffers;
using System.Text.Unicode;

namespace Reprieve.Notices;

/// <summary>Decoded text that is read once and then given back: a page is far longer than the words on it.</summary>
internal readonly struct LentText : IDisposable
{
    /// <summary>Longer texts are rare, and their room is not kept for the next.</summary>
    private const int LongestLent = 1024 * 1024;

    private readonly char[]? _lent;

    private LentText(ReadOnlyMemory<char> text, char[]? lent) => (Text, _lent) = (text, lent);

    public ReadOnlyMemory<char> Text { get; }

    /// <summary>The same as <see cref="Charsets.Decode(ReadOnlySpan{byte}, string?)"/>, in room that is lent where the text is what it should be.</summary>
    public static LentText Decode(ReadOnlySpan<byte> content, string? charset)
    {
        if (content.Length <= LongestLent && Charsets.IsNamedUtf8(content, charset))
        {
            char[] room = ArrayPool<char>.Shared.Rent(content.Length);
            OperationStatus read = Utf8.ToUtf16(content, room, out _, out int length, replaceInvalidSequences: false);
            if (read == OperationStatus.Done)
            {
                return new LentText(room.AsMemory(0, length), room);
            }

            ArrayPool<char>.Shared.Return(room);
        }

        return new LentText(Charsets.Decode(content, charset).AsMemory(), null);
    }

    public void Dispose()
    {
        if (_lent is not null)
        {
            ArrayPool<char>.Shared.Return(_lent);
        }
    }
}

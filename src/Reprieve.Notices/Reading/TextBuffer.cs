using System.Buffers;

namespace Reprieve.Notices;

/// <summary>Text that grows in one piece, into which a whole run is written at once. Its first room is lent.</summary>
internal struct TextBuffer(int expected) : IDisposable
{
    private readonly char[]? _lent = expected > 0 ? ArrayPool<char>.Shared.Rent(expected) : null;
    private char[]? _grown;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Written => All[..Length];

    private readonly Span<char> All => _grown ?? _lent;

    /// <summary>Room behind what is written, at least so long; <see cref="Take"/> tells how much of it was used.</summary>
    public Span<char> Room(int length)
    {
        Span<char> all = All;
        return all.Length - Length < length ? Grow(length) : all[Length..];
    }

    public void Take(int length) => Length += length;

    public void Append(char c)
    {
        Room(1)[0] = c;
        Take(1);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Take(text.Length);
    }

    public void Clear() => Length = 0;

    public override readonly string ToString() => Written.ToString();

    public readonly void Dispose()
    {
        if (_lent is not null)
        {
            ArrayPool<char>.Shared.Return(_lent);
        }
    }

    private Span<char> Grow(int length)
    {
        var grown = new char[Math.Max(Length + length, 2 * All.Length)];
        Written.CopyTo(grown);
        _grown = grown;
        return grown.AsSpan(Length);
    }
}

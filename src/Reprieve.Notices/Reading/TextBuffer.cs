namespace Reprieve.Notices;

/// <summary>Text that grows in one piece, into which a whole run is written at once.</summary>
internal sealed class TextBuffer(int expected)
{
    private char[] _text = new char[Math.Max(16, expected)];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => _text.AsSpan(0, Length);

    /// <summary>Room behind what is written, at least so long; <see cref="Take"/> tells how much of it was used.</summary>
    public Span<char> Room(int length)
    {
        if (_text.Length - Length < length)
        {
            Array.Resize(ref _text, Math.Max(Length + length, 2 * _text.Length));
        }

        return _text.AsSpan(Length);
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

    public override string ToString() => Written.ToString();
}

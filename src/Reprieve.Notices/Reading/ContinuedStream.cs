namespace Reprieve.Notices;

/// <summary>The beginning of a stream that was looked at already, and the rest of it.</summary>
/// <param name="start">What was read.</param>
/// <param name="length">How much of it.</param>
/// <param name="rest">Where it goes on.</param>
/// <param name="leaveOpen">Whether whoever opened the rest closes it.</param>
public sealed class ContinuedStream(byte[] start, int length, Stream rest, bool leaveOpen = false) : ForwardStream
{
    private int _at;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_at == length)
        {
            return rest.Read(buffer);
        }

        int given = Math.Min(buffer.Length, length - _at);
        start.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _at == length ? rest.ReadAsync(buffer, cancellationToken) : new(Read(buffer.Span));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }
}

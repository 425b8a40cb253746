namespace Reprieve.Notices;

/// <summary>Ends with a fault where a stream gives more than a limit: the sizes an archive states may lie.</summary>
internal sealed class LimitedStream(Stream inner, long limit) : ForwardStream
{
    private long _left = limit;

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        _left -= read;
        return _left >= 0 ? read : throw new InvalidDataException();
    }
}

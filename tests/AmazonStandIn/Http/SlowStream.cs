namespace Reprieve.AmazonStandIn;

/// <summary>A body that lets the reader wait once, half-way.</summary>
internal sealed class SlowStream(byte[] body, TimeSpan wait, TimeProvider time) : Stream
{
    private int _at;
    private bool _waited;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_waited && _at >= body.Length / 2)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            _waited = true;
        }

        int end = _waited ? body.Length : body.Length / 2;
        int count = Math.Min(buffer.Length, end - _at);
        body.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A slow body can only be awaited.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

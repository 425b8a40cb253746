using System.Security.Cryptography;
using Reprieve.Notices;

namespace Reprieve.Practices.Reports;

/// <summary>A file read once from its beginning, whose SHA-256 is taken as it streams by.</summary>
/// <param name="hashed">Whether it is; a large file costs a fifth of its reading more.</param>
internal sealed class HashingStream(Stream inner, bool hashed) : ForwardStream
{
    private readonly IncrementalHash? _hash = hashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private ReadOnlyMemory<byte> _back;

    /// <summary>Bytes of the whole file; more than any has where that is not known before it is unpacked.</summary>
    public long Size => inner.CanSeek ? inner.Length : long.MaxValue;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    public override long Length => inner.Length;

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads what is left and returns the hash of the whole file, lower-case hex; null where none is taken.</summary>
    public string? Sha256()
    {
        if (_hash is null)
        {
            return null;
        }

        CopyTo(Null);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <summary>Gives bytes back that were read; they are read again before the rest.</summary>
    public void PutBack(ReadOnlyMemory<byte> bytes) => _back = bytes;

    public override int Read(Span<byte> buffer)
    {
        if (!_back.IsEmpty)
        {
            int again = Math.Min(buffer.Length, _back.Length);
            _back.Span[..again].CopyTo(buffer);
            _back = _back[again..];
            return again;
        }

        int read = inner.Read(buffer);
        _hash?.AppendData(buffer[..read]);
        BytesRead += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash?.Dispose();
        }

        base.Dispose(disposing);
    }
}

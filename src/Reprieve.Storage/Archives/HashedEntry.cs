using System.Security.Cryptography;
using Reprieve.Notices;

namespace Reprieve.Storage.Archives;

/// <summary>A content hashed as it is read; one that gives more than it said is refused.</summary>
internal sealed class HashedEntry(Stream source, long most) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        int read = source.Read(buffer);
        _read += read;
        if (_read > most)
        {
            throw new InvalidDataException("longer than it says");
        }

        _hash.AppendData(buffer[..read]);
        return read;
    }

    /// <summary>Hash of what was read, the rest included.</summary>
    public string Sha256()
    {
        Span<byte> block = stackalloc byte[4096];
        while (Read(block) > 0) { }

        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}

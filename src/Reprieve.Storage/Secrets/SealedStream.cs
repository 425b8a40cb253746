using System.Buffers.Binary;
using System.Security.Cryptography;
using Reprieve.Notices;

namespace Reprieve.Storage.Secrets;

/// <summary>
/// The form of an encrypted content: four letters, a random prefix, then chunks of 64 KB, each AES-256-GCM with its tag
/// behind it. The nonce is the prefix and the chunk's number; the associated data says whether it is the last, so that a
/// content cut short, lengthened or put in another order does not open.
/// </summary>
internal static class SealedStream
{
    public const int Chunk = 64 * 1024;
    public const int TagLength = 16;
    public const int PrefixLength = 8;
    public static readonly byte[] Mark = "RPB1"u8.ToArray();
    private static readonly byte[] More = [.. Mark, 0];
    private static readonly byte[] Last = [.. Mark, 1];

    /// <summary>Encrypts a stream to another; returns its length and SHA-256 in lower-case hex.</summary>
    public static async Task<(long Length, string Sha256)> WriteAsync(
        byte[] key,
        Stream plain,
        Stream target,
        CancellationToken cancel
    )
    {
        byte[] prefix = RandomNumberGenerator.GetBytes(PrefixLength);
        await target.WriteAsync(Mark, cancel);
        await target.WriteAsync(prefix, cancel);
        using var aes = new AesGcm(key, TagLength);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] now = new byte[Chunk];
        byte[] next = new byte[Chunk];
        byte[] coded = new byte[Chunk + TagLength];
        int length = await plain.ReadAtLeastAsync(now, Chunk, throwOnEndOfStream: false, cancel);
        long total = 0;
        for (uint number = 0; ; number = checked(number + 1))
        {
            int following =
                length < Chunk ? 0 : await plain.ReadAtLeastAsync(next, Chunk, throwOnEndOfStream: false, cancel);
            hash.AppendData(now, 0, length);
            total += length;
            aes.Encrypt(
                Nonce(prefix, number),
                now.AsSpan(0, length),
                coded.AsSpan(0, length),
                coded.AsSpan(length, TagLength),
                following == 0 ? Last : More
            );
            await target.WriteAsync(coded.AsMemory(0, length + TagLength), cancel);
            if (following == 0)
            {
                CryptographicOperations.ZeroMemory(now);
                CryptographicOperations.ZeroMemory(next);
                return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
            }

            (now, next) = (next, now);
            length = following;
        }
    }

    /// <summary>Decrypts a content while it is read; what was changed ends in an exception, and no byte of it is given.</summary>
    public static Stream Read(byte[] key, Stream source, string sha256) => new Reader(key, source, sha256);

    private static byte[] Nonce(byte[] prefix, uint number)
    {
        byte[] nonce = new byte[PrefixLength + 4];
        prefix.CopyTo(nonce, 0);
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(PrefixLength), number);
        return nonce;
    }

    private sealed class Reader(byte[] key, Stream source, string sha256) : ForwardStream
    {
        private readonly AesGcm _aes = new(key, TagLength);
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _prefix = new byte[PrefixLength];
        private readonly byte[] _plain = new byte[Chunk];
        private byte[] _now = new byte[Chunk + TagLength];
        private byte[] _next = new byte[Chunk + TagLength];
        private int _nextLength = -1;
        private int _at;
        private int _length;
        private uint _number;
        private bool _done;

        public override int Read(Span<byte> buffer)
        {
            if (buffer.Length == 0 || (_at == _length && !Fill()))
            {
                return 0;
            }

            int given = Math.Min(buffer.Length, _length - _at);
            _plain.AsSpan(_at, given).CopyTo(buffer);
            _at += given;
            return given;
        }

        private bool Fill()
        {
            if (_done)
            {
                return false;
            }

            if (_nextLength < 0)
            {
                Begin();
            }

            (_now, _next) = (_next, _now);
            int coded = _nextLength;
            _nextLength = coded < _now.Length ? 0 : source.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
            _done = _nextLength == 0;
            _at = 0;
            _length = coded - TagLength;
            if (_length < 0)
            {
                throw new CryptographicException("cut short");
            }

            _aes.Decrypt(
                Nonce(_prefix, _number++),
                _now.AsSpan(0, _length),
                _now.AsSpan(_length, TagLength),
                _plain.AsSpan(0, _length),
                _done ? Last : More
            );
            _hash.AppendData(_plain, 0, _length);
            if (_done && Convert.ToHexStringLower(_hash.GetHashAndReset()) != sha256)
            {
                throw new CryptographicException("another content");
            }

            return _length > 0;
        }

        private void Begin()
        {
            byte[] mark = new byte[Mark.Length];
            if (
                source.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length
                || !mark.AsSpan().SequenceEqual(Mark)
                || source.ReadAtLeast(_prefix, PrefixLength, throwOnEndOfStream: false) < PrefixLength
            )
            {
                throw new CryptographicException("no encrypted content");
            }

            _nextLength = source.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _aes.Dispose();
                _hash.Dispose();
                source.Dispose();
                CryptographicOperations.ZeroMemory(_plain);
            }

            base.Dispose(disposing);
        }
    }
}

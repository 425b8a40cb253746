using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Storage.Secrets;

/// <summary>The secrets of one case, each derived from its key for one purpose.</summary>
internal sealed class CaseKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _rows;
    private readonly byte[] _names;
    private readonly byte[] _codes;

    public CaseKey(ReadOnlySpan<byte> key)
    {
        _rows = Derived(key, "rows");
        Blobs = Derived(key, "blobs");
        _names = Derived(key, "names");
        _codes = Derived(key, "codes");
    }

    /// <summary>Encrypts contents of files.</summary>
    public byte[] Blobs { get; }

    /// <summary>Encrypts a value of a row; <paramref name="place"/> ties it to where it stands.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        byte[] value = new byte[NonceLength + plain.Length + TagLength];
        Span<byte> nonce = value.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_rows, TagLength);
        aes.Encrypt(nonce, plain, value.AsSpan(NonceLength, plain.Length), value.AsSpan(^TagLength..), Bytes(place));
        return value;
    }

    /// <summary>Decrypts a value of a row.</summary>
    /// <exception cref="CryptographicException">It was changed, or belongs to another place or key.</exception>
    public byte[] Open(ReadOnlySpan<byte> value, string place)
    {
        if (value.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("too short");
        }

        byte[] plain = new byte[value.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_rows, TagLength);
        aes.Decrypt(value[..NonceLength], value[NonceLength..^TagLength], value[^TagLength..], plain, Bytes(place));
        return plain;
    }

    /// <summary>A name that is the same for the same text within the case, and tells nothing of it.</summary>
    public string NameOf(string kind, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_names, Bytes($"{kind}:{text}")));

    /// <summary>The code over the fields of a row: each with its length before it, so that no two rows read alike.</summary>
    public byte[] Code(params ReadOnlySpan<object?> fields)
    {
        using var code = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _codes);
        Span<byte> length = stackalloc byte[4];
        foreach (object? field in fields)
        {
            byte[]? bytes = field switch
            {
                null => null,
                byte[] raw => raw,
                string text => Bytes(text),
                Guid id => id.ToByteArray(bigEndian: true),
                IFormattable number => Bytes(number.ToString(null, System.Globalization.CultureInfo.InvariantCulture)),
                _ => throw new ArgumentException("no field of a row", nameof(fields)),
            };
            BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
            code.AppendData(length);
            code.AppendData(bytes ?? []);
        }

        return code.GetHashAndReset();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Derived(ReadOnlySpan<byte> key, string purpose)
    {
        byte[] derived = new byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, derived, [], Encoding.ASCII.GetBytes("reprieve " + purpose));
        return derived;
    }
}

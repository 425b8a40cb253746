using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Storage.Secrets;

/// <summary>
/// What lies in the key file of a case. Either the 32 bytes of its key, where it belongs to no client, or the key encrypted
/// by that of its client: four letters, the id of the client, nonce, AES-256-GCM and its tag. Client and case are the
/// associated data, so that a file put in another's place does not open.
/// </summary>
internal static class WrappedKey
{
    private const int IdLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Length = MarkLength + IdLength + NonceLength + CaseKey.Length + TagLength;
    private const int MarkLength = 4;

    private static ReadOnlySpan<byte> Mark => "RPW1"u8;

    /// <summary>Encrypts the key of a case by the key of its client.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> by, Guid client, Guid id)
    {
        byte[] file = new byte[Length];
        Mark.CopyTo(file);
        client.TryWriteBytes(file.AsSpan(MarkLength), bigEndian: true, out _);
        Span<byte> nonce = file.AsSpan(MarkLength + IdLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> coded = file.AsSpan(MarkLength + IdLength + NonceLength);
        using AesGcm aes = Cipher(by);
        aes.Encrypt(nonce, key, coded[..CaseKey.Length], coded[CaseKey.Length..], Place(client, id));
        return file;
    }

    /// <summary>The key in a file of that form.</summary>
    /// <exception cref="CryptographicException">Another key encrypted it, it is another case's, or it was changed.</exception>
    public static byte[] Unwrap(ReadOnlySpan<byte> file, ReadOnlySpan<byte> by, Guid id)
    {
        byte[] key = new byte[CaseKey.Length];
        ReadOnlySpan<byte> nonce = file.Slice(MarkLength + IdLength, NonceLength);
        ReadOnlySpan<byte> coded = file[(MarkLength + IdLength + NonceLength)..];
        using AesGcm aes = Cipher(by);
        aes.Decrypt(nonce, coded[..CaseKey.Length], coded[CaseKey.Length..], key, Place(ClientOf(file)!.Value, id));
        return key;
    }

    /// <summary>Whose key encrypted a file; null for a key that lies there itself.</summary>
    /// <exception cref="CryptographicException">It is of neither form.</exception>
    public static Guid? ClientOf(ReadOnlySpan<byte> file) =>
        file.Length == CaseKey.Length ? null
        : file.Length == Length && file.StartsWith(Mark) ? new Guid(file.Slice(MarkLength, IdLength), bigEndian: true)
        : throw new CryptographicException("no key");

    private static AesGcm Cipher(ReadOnlySpan<byte> by)
    {
        Span<byte> derived = stackalloc byte[CaseKey.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, by, derived, [], "reprieve wrap"u8);
        var aes = new AesGcm(derived, TagLength);
        CryptographicOperations.ZeroMemory(derived);
        return aes;
    }

    private static byte[] Place(Guid client, Guid id) => Encoding.ASCII.GetBytes($"RPW1 {client:D} {id:D}");
}

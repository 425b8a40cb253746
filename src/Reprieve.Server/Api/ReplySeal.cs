using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Server.Api;

/// <summary>
/// Seals a kept answer with the token that asked: it may hold a link that is shown once, or words of a case, and whoever has
/// the database without the token is not to read it.
/// </summary>
internal static class ReplySeal
{
    private const int TagBytes = 16;
    private const int NonceBytes = 12;
    private const int KeyBytes = 32;

    public static byte[] Seal(string token, byte[] answer)
    {
        byte[] sealed_ = new byte[NonceBytes + TagBytes + answer.Length];
        RandomNumberGenerator.Fill(sealed_.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(KeyOf(token), TagBytes);
        cipher.Encrypt(
            sealed_.AsSpan(0, NonceBytes),
            answer,
            sealed_.AsSpan(NonceBytes + TagBytes),
            sealed_.AsSpan(NonceBytes, TagBytes)
        );
        return sealed_;
    }

    /// <exception cref="CryptographicException">It was sealed with another token, or changed since.</exception>
    public static byte[] Open(string token, byte[] kept)
    {
        byte[] answer = new byte[kept.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(KeyOf(token), TagBytes);
        cipher.Decrypt(
            kept.AsSpan(0, NonceBytes),
            kept.AsSpan(NonceBytes + TagBytes),
            kept.AsSpan(NonceBytes, TagBytes),
            answer
        );
        return answer;
    }

    private static byte[] KeyOf(string token) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(token),
            KeyBytes,
            info: "reprieve kept answer"u8.ToArray()
        );
}

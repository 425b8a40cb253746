using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;

namespace Reprieve.Notices;

/// <summary>An RSA key in the platform's hands, made ready once for the many mails that are signed with it.</summary>
internal sealed class PlatformKey(RsaKeyParameters key)
{
    private readonly Lock _inUse = new();
    private RSA? _rsa;

    /// <summary>Whether the signature (SHA-256, PKCS #1) is of these bytes.</summary>
    /// <exception cref="CryptographicException">The platform does not take the key.</exception>
    public bool Verifies(ReadOnlySpan<byte> data, byte[] signature)
    {
        lock (_inUse)
        {
            _rsa ??= RSA.Create(
                new RSAParameters
                {
                    Modulus = key.Modulus.ToByteArrayUnsigned(),
                    Exponent = key.Exponent.ToByteArrayUnsigned(),
                }
            );
            return _rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }
}

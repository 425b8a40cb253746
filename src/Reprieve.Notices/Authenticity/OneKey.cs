using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Reprieve.Notices;

/// <summary>Gives MimeKit a key that was already found.</summary>
internal sealed class OneKey(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
{
    public AsymmetricKeyParameter LocatePublicKey(
        string methods,
        string domain,
        string selector,
        CancellationToken cancellationToken = default
    ) => key;

    public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
        string methods,
        string domain,
        string selector,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(key);
}

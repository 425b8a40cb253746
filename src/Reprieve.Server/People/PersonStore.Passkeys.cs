using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>Where the framework's sign-in finds passkeys.</summary>
internal sealed partial class PersonStore : IUserPasskeyStore<SignedPerson>
{
    /// <summary>How a passkey is named in the store and in paths.</summary>
    public static string IdOf(byte[] credential) => Convert.ToHexStringLower(credential);

    public async Task AddOrUpdatePasskeyAsync(
        SignedPerson user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    )
    {
        string id = IdOf(passkey.CredentialId);
        if (await passkeys.FindAsync(id, cancellationToken) is { } known && known.Person != user.Person.Id)
        {
            throw new InvalidOperationException("The passkey is somebody else's.");
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(Body.Of(passkey));
        await passkeys.SaveAsync(
            new Passkey(id, user.Person.Id, passkey.Name ?? "", passkey.CreatedAt, body),
            cancellationToken
        );
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(
        SignedPerson user,
        CancellationToken cancellationToken
    ) => [.. (await passkeys.OfAsync(user.Person.Id, cancellationToken)).Select(InfoOf)];

    public async Task<SignedPerson?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(IdOf(credentialId), cancellationToken) is { } found
        && shelf.Find(found.Person) is { } person
            ? Held(person)
            : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(
        SignedPerson user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        await passkeys.FindAsync(IdOf(credentialId), cancellationToken) is { } found && found.Person == user.Person.Id
            ? InfoOf(found)
            : null;

    public Task RemovePasskeyAsync(SignedPerson user, byte[] credentialId, CancellationToken cancellationToken) =>
        passkeys.RemoveAsync(user.Person.Id, IdOf(credentialId), cancellationToken);

    private static UserPasskeyInfo InfoOf(Passkey passkey)
    {
        Body body = JsonSerializer.Deserialize<Body>(passkey.Body)!;
        return new UserPasskeyInfo(
            Convert.FromHexString(passkey.Id),
            body.PublicKey,
            passkey.Created,
            body.SignCount,
            body.Transports,
            body.IsUserVerified,
            body.IsBackupEligible,
            body.IsBackedUp,
            body.AttestationObject,
            body.ClientDataJson
        )
        {
            Name = passkey.Name,
        };
    }

    private sealed record Body(
        byte[] PublicKey,
        uint SignCount,
        string[]? Transports,
        bool IsUserVerified,
        bool IsBackupEligible,
        bool IsBackedUp,
        byte[] AttestationObject,
        byte[] ClientDataJson
    )
    {
        public static Body Of(UserPasskeyInfo passkey) =>
            new(
                passkey.PublicKey,
                passkey.SignCount,
                passkey.Transports,
                passkey.IsUserVerified,
                passkey.IsBackupEligible,
                passkey.IsBackedUp,
                passkey.AttestationObject,
                passkey.ClientDataJson
            );
    }
}

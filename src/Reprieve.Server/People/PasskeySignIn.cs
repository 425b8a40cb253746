using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>Signs people in with a passkey, and takes new ones in.</summary>
internal sealed class PasskeySignIn(SignIn signIn, SignInManager<SignedPerson> manager, PasskeyBook book)
{
    private const int LongestName = 80;
    private const int LongestCredential = 20_000;

    /// <summary>What the browser asks its passkeys with, as JSON; the question is remembered in a cookie.</summary>
    public Task<string> AskAsync() => manager.MakePasskeyRequestOptionsAsync(null);

    /// <summary>What the browser makes a new passkey with, as JSON.</summary>
    public Task<string> OfferAsync(Person person) =>
        manager.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = person.Id.ToString(),
                Name = person.Email,
                DisplayName = person.Name,
            }
        );

    /// <summary>Signs in with what a passkey answered.</summary>
    /// <returns>Why not; null when the person is in.</returns>
    public async Task<string?> EnterAsync(HttpContext http, string credential)
    {
        PasskeyAssertionResult<SignedPerson>? result = await TriedAsync(
            credential,
            manager.PerformPasskeyAssertionAsync
        );
        if (result is not { Succeeded: true, User: { } user, Passkey: { } passkey })
        {
            return Say.Get("passkey_wrong");
        }

        // How often it was used is kept, so that a copy is noticed.
        await manager.UserManager.AddOrUpdatePasskeyAsync(user, passkey);
        await signIn.EnterAsync(http, user.Person);
        return null;
    }

    /// <summary>Keeps a new passkey.</summary>
    /// <returns>Why not; null when it is kept.</returns>
    public async Task<string?> KeepAsync(Person person, string name, string credential)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return Say.Get("person_name_wrong", LongestName);
        }

        PasskeyAttestationResult? result = await TriedAsync(credential, manager.PerformPasskeyAttestationAsync);
        if (result is not { Succeeded: true, Passkey: { } passkey } || result.UserEntity?.Id != person.Id.ToString())
        {
            return Say.Get("passkey_not_kept");
        }

        passkey.Name = name;
        await manager.UserManager.AddOrUpdatePasskeyAsync(new SignedPerson(person), passkey);
        await signIn.NoteAsync(person, "passkey_added");
        return null;
    }

    public async Task RemoveAsync(Person person, string id)
    {
        await book.RemoveAsync(person.Id, id);
        await signIn.NoteAsync(person, "passkey_removed");
    }

    /// <summary>The framework throws where no question was asked, or it is too old.</summary>
    private static async Task<T?> TriedAsync<T>(string credential, Func<string, Task<T>> perform)
        where T : class
    {
        if (credential.Length is 0 or > LongestCredential)
        {
            return null;
        }

        try
        {
            return await perform(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

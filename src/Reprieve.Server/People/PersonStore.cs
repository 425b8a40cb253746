using Microsoft.AspNetCore.Identity;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>A person in the hands of the framework's sign-in, which changes what it holds and then says that it did.</summary>
internal sealed class SignedPerson(Person person)
{
    public Person Person { get; set; } = person;

    /// <summary>As it was when it was read.</summary>
    public Person Read { get; } = person;
}

/// <summary>Where the framework's sign-in finds people, their password and how often it was wrong.</summary>
internal sealed partial class PersonStore(PeopleShelf shelf, PasskeyBook passkeys)
    : IUserPasswordStore<SignedPerson>,
        IUserSecurityStampStore<SignedPerson>,
        IUserLockoutStore<SignedPerson>
{
    public Task<SignedPerson?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Guid.TryParse(userId, out Guid id) && shelf.Find(id) is { } person ? Held(person) : null);

    public Task<SignedPerson?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(shelf.ByEmail(normalizedUserName) is { } person ? Held(person) : null);

    public Task<string> GetUserIdAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.Id.ToString());

    public Task<string?> GetUserNameAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Person.Email);

    public Task<string?> GetNormalizedUserNameAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Person.Email.ToUpperInvariant());

    public Task<string?> GetPasswordHashAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.PasswordHash);

    public Task<bool> HasPasswordAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.PasswordHash is not null);

    public Task SetPasswordHashAsync(SignedPerson user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(user, user.Person with { PasswordHash = passwordHash });

    public Task<string?> GetSecurityStampAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Person.SecurityStamp);

    public Task SetSecurityStampAsync(SignedPerson user, string stamp, CancellationToken cancellationToken) =>
        Set(user, user.Person with { SecurityStamp = stamp });

    public Task<int> GetAccessFailedCountAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.Failures);

    public Task<int> IncrementAccessFailedCountAsync(SignedPerson user, CancellationToken cancellationToken)
    {
        user.Person = user.Person with { Failures = user.Person.Failures + 1 };
        return Task.FromResult(user.Person.Failures);
    }

    public Task ResetAccessFailedCountAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Set(user, user.Person with { Failures = 0 });

    public Task<bool> GetLockoutEnabledAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(SignedPerson user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.LockedUntil);

    public Task SetLockoutEndDateAsync(
        SignedPerson user,
        DateTimeOffset? lockoutEnd,
        CancellationToken cancellationToken
    ) => Set(user, user.Person with { LockedUntil = lockoutEnd });

    /// <summary>
    /// Keeps what the sign-in changes; names and invitations are not its to change. A password that was changed meanwhile
    /// stays: what was read before it is not written over it.
    /// </summary>
    public async Task<IdentityResult> UpdateAsync(SignedPerson user, CancellationToken cancellationToken)
    {
        await shelf.SaveAsync(
            user.Person.Id,
            now =>
                now.SecurityStamp != user.Read.SecurityStamp
                    ? now
                    : now with
                    {
                        PasswordHash = user.Person.PasswordHash,
                        SecurityStamp = user.Person.SecurityStamp,
                        Failures = user.Person.Failures,
                        LockedUntil = user.Person.LockedUntil,
                    }
        );
        return IdentityResult.Success;
    }

    public Task<IdentityResult> CreateAsync(SignedPerson user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People come by invitation.");

    public Task<IdentityResult> DeleteAsync(SignedPerson user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are removed by their page.");

    public Task SetUserNameAsync(SignedPerson user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The address one signs in with stays.");

    /// <summary>The framework keeps a second spelling of the name; ours are compared without regard to case.</summary>
    public Task SetNormalizedUserNameAsync(
        SignedPerson user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public Task SetLockoutEnabledAsync(SignedPerson user, bool enabled, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public void Dispose() { }

    private static SignedPerson Held(Person person) => new(person);

    private static Task Set(SignedPerson user, Person changed)
    {
        user.Person = changed;
        return Task.CompletedTask;
    }
}

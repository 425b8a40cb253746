using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>Signs people in with their password.</summary>
internal sealed class SignIn(
    PeopleShelf shelf,
    SignInManager<SignedPerson> manager,
    IPasswordHasher<SignedPerson> hasher,
    SignInTurn turn
)
{
    /// <summary>How long a browser stays signed in that is not used.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromDays(14);

    /// <summary>How long nobody may sign in by an address after <see cref="WrongPasswords"/>.</summary>
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(10);

    /// <summary>So many wrong passwords one after another lock an account.</summary>
    public const int WrongPasswords = 5;

    private const int ShortestPassword = 12;
    private const int LongestPassword = 200;

    private static readonly string[] Entrances =
    [
        "/sign-in",
        "/welcome",
        "/sign-in/passkey",
        "/sign-in/passkey/options",
    ];

    /// <summary>For a name that nobody has: looking takes as long as for one that somebody has.</summary>
    private static readonly SignedPerson Nobody = new(
        new Person
        {
            Id = Guid.Empty,
            Name = "",
            Email = "",
        }
    );

    /// <summary>
    /// Signs in with address and password; an unknown address, a wrong password and a locked account are answered the same.
    /// </summary>
    /// <returns>Why not; null when the person is in.</returns>
    public Task<string?> WithPasswordAsync(HttpContext http, string email, string password) =>
        turn.TakeAsync(async () =>
        {
            SignedPerson? person = shelf.ByEmail(email) is { } known ? new SignedPerson(known) : null;
            if (person?.Person.PasswordHash is null || password.Length > LongestPassword)
            {
                hasher.HashPassword(Nobody, password.Length > LongestPassword ? "" : password);
                await shelf.Book.NoteAsync("–", "sign_in_unknown", "–");
                return Say.Get("sign_in_wrong", LockLasts.TotalMinutes);
            }

            SignInResult result = await manager.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true);
            if (!result.Succeeded)
            {
                await shelf.Book.NoteAsync(
                    person.Person.Name,
                    result.IsLockedOut ? "sign_in_locked" : "sign_in_failed",
                    person.Person.Name
                );
                return Say.Get("sign_in_wrong", LockLasts.TotalMinutes);
            }

            await EnterAsync(http, person.Person);
            return null;
        });

    /// <summary>Whether a password is the person's, to confirm what is being done; wrong ones count as when signing in.</summary>
    public Task<bool> IsPasswordAsync(Person person, string password) =>
        turn.TakeAsync(async () =>
        {
            bool isRight =
                password.Length <= LongestPassword
                && shelf.Find(person.Id) is { } now
                && (await manager.CheckPasswordSignInAsync(new SignedPerson(now), password, true)).Succeeded;
            if (!isRight)
            {
                await NoteAsync(person, "sign_in_failed");
            }

            return isRight;
        });

    /// <summary>
    /// Whoever comes to sign in comes as nobody: the framework would go on with the session that the browser brings, whose
    /// key somebody else may know.
    /// </summary>
    public static Task ComeAsNobodyAsync(HttpContext http, SessionSecret secret, RequestDelegate next)
    {
        if (Array.Exists(Entrances, one => http.Request.Path == one))
        {
            string mine = CookieOf(secret) + "=";
            http.Request.Headers.Cookie = string.Join(
                "; ",
                http.Request.Headers.Cookie.SelectMany(header =>
                        (header ?? "").Split(';', StringSplitOptions.TrimEntries)
                    )
                    .Where(cookie => !cookie.StartsWith(mine, StringComparison.Ordinal))
            );
        }

        return next(http);
    }

    /// <summary>The browser is the person's from here on.</summary>
    public async Task EnterAsync(HttpContext http, Person person)
    {
        var claims = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()),
                new Claim(Tickets.SessionClaim, Guid.CreateVersion7().ToString()),
            ],
            IdentityConstants.ApplicationScheme
        );
        await http.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(claims));
        await shelf.Book.NoteAsync(person.Name, "signed_in", person.Name);
    }

    /// <summary>Notes what a person did to the own account.</summary>
    public Task NoteAsync(Person person, string what) => shelf.Book.NoteAsync(person.Name, what, person.Name);

    public static Task LeaveAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    public string HashOf(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Why a password is not taken; null when it is. Length counts, not signs and figures (NIST SP 800-63B).</summary>
    public static string? FaultOf(string password, string again, string name, string email) =>
        password.Length is < ShortestPassword or > LongestPassword ? Say.Get("password_short", ShortestPassword)
        : password.Distinct().Count() < ShortestPassword / 2 ? Say.Get("password_plain")
        : IsIn(name, password) || IsIn(email.Split('@')[0], password) ? Say.Get("password_name")
        : password != again ? Say.Get("password_other")
        : null;

    /// <summary>The cookie of a session.</summary>
    public static string CookieOf(SessionSecret secret) => "reprieve-person-" + secret.Name;

    private static bool IsIn(string name, string password) =>
        name.Length >= 4 && password.Contains(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Passwords are looked at one after another: it is slow on purpose, and who guesses waits.</summary>
internal sealed class SignInTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<T> TakeAsync<T>(Func<Task<T>> look)
    {
        await _turn.WaitAsync();
        try
        {
            return await look();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}

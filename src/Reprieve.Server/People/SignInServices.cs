using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.People;

/// <summary>What the framework needs in order to sign people in, and how strict it is.</summary>
internal static class SignInServices
{
    private static readonly TimeSpan PasskeyLasts = TimeSpan.FromMinutes(5);

    public static void Add(IServiceCollection services, SessionSecret secret)
    {
        services
            .AddIdentityCore<SignedPerson>(identity =>
            {
                identity.User.AllowedUserNameCharacters = "";
                identity.Lockout.MaxFailedAccessAttempts = SignIn.WrongPasswords;
                identity.Lockout.DefaultLockoutTimeSpan = SignIn.LockLasts;
            })
            .AddSignInManager();
        services.AddScoped<IUserStore<SignedPerson>, PersonStore>();
        services.AddSingleton<PeopleShelf>();
        services.AddSingleton<SignInTurn>();
        services.AddScoped<SignIn>();
        services.AddScoped<PasskeySignIn>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(IsHere(asked));
        });
        services.AddSingleton<ITicketStore, Tickets>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 210_000);
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                cookie =>
                {
                    cookie.Cookie.Name = SignIn.CookieOf(secret);
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    // By a span, not by a day: what the browser's own clock says does not matter.
                    cookie.Cookie.MaxAge = SignIn.SessionLasts;
                    cookie.ExpireTimeSpan = SignIn.SessionLasts;
                    cookie.SlidingExpiration = true;
                }
            )
            // What a passkey was asked is remembered here until it answers.
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                cookie =>
                {
                    cookie.Cookie.Name = "reprieve-passkey-" + secret.Name;
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Strict;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = PasskeyLasts;
                }
            );
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<ITicketStore>((cookie, tickets) => cookie.SessionStore = tickets);
    }

    /// <summary>
    /// Whether a passkey was asked from a page of ours. The host of a request is one of ours; the framework would look at
    /// the Origin header, which our pages' referrer policy empties.
    /// </summary>
    private static bool IsHere(PasskeyOriginValidationContext asked) =>
        !asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}";
}

using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>
/// Sessions lie in the store and the cookie holds only a key: so they can be listed, and one that is ended is ended at once.
/// </summary>
internal sealed class Tickets(SessionBook book, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    /// <summary>The claim that names the session.</summary>
    public const string SessionClaim = "session";

    private readonly IDataProtector _protector = protection.CreateProtector("reprieve.sessions");

    /// <summary>The session that a request belongs to; null when nobody is signed in by it.</summary>
    public static Guid? SessionOf(HttpContext http) =>
        Guid.TryParse(http.User.FindFirstValue(SessionClaim), out Guid session) ? session : null;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, "");

    public Task<string> StoreAsync(
        AuthenticationTicket ticket,
        HttpContext httpContext,
        CancellationToken cancellationToken
    ) => StoreAsync(ticket, httpContext.Request.Headers.UserAgent.ToString());

    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        book.RenewAsync(key, End(ticket), Sealed(ticket));

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        try
        {
            return await book.TicketAsync(key) is { } kept
                ? TicketSerializer.Default.Deserialize(_protector.Unprotect(kept))
                : null;
        }
        catch (CryptographicException)
        {
            // The keys of this folder were renewed or lost: whoever it was signs in again.
            return null;
        }
    }

    public Task RemoveAsync(string key) => book.EndAsync(key);

    private async Task<string> StoreAsync(AuthenticationTicket ticket, string browser)
    {
        string key = SessionSecret.Random();
        await book.BeginAsync(
            key,
            Guid.Parse(ticket.Principal.FindFirstValue(SessionClaim)!, CultureInfo.InvariantCulture),
            Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture),
            browser,
            End(ticket),
            Sealed(ticket)
        );
        return key;
    }

    private DateTimeOffset End(AuthenticationTicket ticket) =>
        ticket.Properties.ExpiresUtc ?? clock.GetUtcNow() + SignIn.SessionLasts;

    private byte[] Sealed(AuthenticationTicket ticket) =>
        _protector.Protect(TicketSerializer.Default.Serialize(ticket));
}

using Microsoft.AspNetCore.Http;
using Reprieve.Server.Hosting;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>
/// Tells whose place a program takes by its token. A browser's cookies count for nothing here, so that no page of another
/// site can ask in a person's name.
/// </summary>
internal sealed class ApiGate(TokenBook tokens, PeopleShelf people)
{
    private const string Scheme = "Bearer ";
    private const int LongestHeader = 200;

    /// <summary>Whose place the request takes; null when it brings no token that holds.</summary>
    public async Task<Caller?> CallerOfAsync(HttpContext http)
    {
        if (
            TextOf(http) is not { Length: > 0 } text
            || await tokens.FindAsync(text, TokenUse.Programs, http.RequestAborted) is not { } token
            || CallerOf(token, Safety.IsPublic(http)) is not { } caller
        )
        {
            return null;
        }

        http.Features.Set(token);
        return caller;
    }

    /// <summary>The text of the token that a request brings; empty when it brings none.</summary>
    public static string TextOf(HttpContext http)
    {
        string header = http.Request.Headers.Authorization.ToString();
        return header.Length <= LongestHeader && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : "";
    }

    /// <summary>The token that the request was let in by.</summary>
    public static ApiToken? TokenOf(HttpContext http) => http.Features.Get<ApiToken>();

    /// <summary>Whose place a token takes as things stand now; null for nobody's.</summary>
    public Caller? CallerOf(ApiToken token, bool isPublic)
    {
        if (token.Person is not { } id)
        {
            // The one on this machine has no account that could be reached from elsewhere.
            return isPublic ? null : Caller.Machine;
        }

        return people.Find(id) is { } person ? new Caller(person, people.GrantsOf(id)).Within(token.Client) : null;
    }

    /// <summary>Says that a token is wanted.</summary>
    public static Task CloseAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiAnswers.Problem(StatusCodes.Status401Unauthorized, Say.Get("api_token_wanted")).ExecuteAsync(http);
    }
}

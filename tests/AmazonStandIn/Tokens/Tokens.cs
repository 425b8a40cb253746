using System.Globalization;
using System.Text.Json;

namespace Reprieve.AmazonStandIn;

/// <summary>Login with Amazon: applications, and the access tokens they were given.</summary>
internal sealed class Tokens
{
    public const string NotificationScope = "sellingpartnerapi::notifications";
    private static readonly string[] Scopes = [NotificationScope, "sellingpartnerapi::client_credential:rotation"];

    private readonly Dictionary<string, string> _apps = [];
    private readonly Dictionary<string, AccessToken> _given = [];

    public void AddApp(string clientId, string clientSecret) => _apps[clientId] = clientSecret;

    public AccessToken? Find(string token) => _given.GetValueOrDefault(token);

    /// <summary>Answers a token request. It always claims an hour; <paramref name="real"/> is what holds.</summary>
    public Answer Grant(Incoming request, IEnumerable<SellerAccount> accounts, DateTimeOffset now, TimeSpan real)
    {
        if (request.Method != "POST" || Form(request) is not { } form)
        {
            return Error(400, "invalid_request", "The request is missing a required parameter or is malformed.");
        }

        if (
            !form.TryGetValue("client_id", out string? client) || !form.TryGetValue("client_secret", out string? secret)
        )
        {
            return Error(
                400,
                "invalid_request",
                "The request is missing a required parameter : client_id or client_secret"
            );
        }

        if (_apps.GetValueOrDefault(client) != secret)
        {
            return Error(401, "invalid_client", "Client authentication failed");
        }

        switch (form.GetValueOrDefault("grant_type"))
        {
            case "refresh_token":
                string? refresh = form.GetValueOrDefault("refresh_token");
                return accounts.FirstOrDefault(a => a.Authorises(client, refresh)) is { } account
                    ? Give(new AccessToken(client, account, null, now + real), refresh)
                    : Error(400, "invalid_grant", "The request has an invalid grant parameter : refresh_token");
            case "client_credentials":
                return form.GetValueOrDefault("scope") is { } scope && Scopes.Contains(scope)
                    ? Give(new AccessToken(client, null, scope, now + real), null)
                    : Error(400, "invalid_scope", "The request has an invalid scope");
            default:
                return Error(400, "unsupported_grant_type", "The authorization grant type is not supported");
        }
    }

    private Answer Give(AccessToken token, string? refresh)
    {
        string text = "Atza|stand-in-" + (_given.Count + 1).ToString("D8", CultureInfo.InvariantCulture);
        _given[text] = token;
        return Answer
            .Json(
                200,
                new
                {
                    access_token = text,
                    refresh_token = refresh,
                    scope = token.Scope,
                    token_type = "bearer",
                    expires_in = 3600,
                }
            )
            .With(("Cache-Control", "no-store"));
    }

    private static Answer Error(int status, string error, string description) =>
        Answer.Json(status, new { error, error_description = description });

    /// <summary>The fields of a form or of a JSON object; null where the body is neither.</summary>
    private static Dictionary<string, string>? Form(Incoming request)
    {
        try
        {
            return request.ContentType?.Split(';')[0].Trim() switch
            {
                "application/json" => JsonSerializer.Deserialize<Dictionary<string, string>>(request.Body),
                "application/x-www-form-urlencoded" => request
                    .Body.Split('&')
                    .Select(pair => pair.Split('=', 2))
                    .ToDictionary(h => Unescape(h[0]), h => h.Length == 2 ? Unescape(h[1]) : ""),
                _ => null,
            };
        }
        catch (Exception ex) when (ex is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

/// <summary>What an access token stands for: an account, or, with a scope, the application itself.</summary>
internal sealed record AccessToken(string ClientId, SellerAccount? Account, string? Scope, DateTimeOffset Expires);

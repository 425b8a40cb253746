using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Mail;

/// <summary>An access token.</summary>
/// <param name="Value">The token.</param>
/// <param name="NewRefreshToken">A refresh token that takes the place of the old one; null when that stays.</param>
internal sealed record AccessToken(string Value, string? NewRefreshToken)
{
    public override string ToString() => nameof(AccessToken);
}

/// <summary>Has an access token made for a refresh token.</summary>
internal sealed class OAuthTokens(HttpClient http)
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Asks the provider's endpoint.</summary>
    /// <exception cref="MailException">It refused, with its words, or could not be asked.</exception>
    public async Task<AccessToken> RefreshAsync(MailOAuth provider, MailSecret.OAuth secret, CancellationToken cancel)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = secret.ClientId,
            ["refresh_token"] = secret.RefreshToken,
        };
        if (secret.ClientSecret is { Length: > 0 } own)
        {
            form["client_secret"] = own;
        }

        if (provider.Scope is { Length: > 0 } scope)
        {
            form["scope"] = scope;
        }

        string host = provider.TokenEndpoint.Host;
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint) { Content = content };
            using HttpResponseMessage reply = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancel
            );
            await reply.Content.LoadIntoBufferAsync(MostBytes, cancel);
            return Read(await reply.Content.ReadAsStringAsync(cancel), reply.IsSuccessStatusCode, host);
        }
        catch (HttpRequestException fault)
        {
            throw new MailException(Say.Texts.Get("Token_Unreachable", host, fault.Message), fault);
        }
    }

    private static AccessToken Read(string reply, bool granted, string host)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(reply);
            string? token = Text(json, "access_token");
            if (granted && token is not null)
            {
                return new AccessToken(token, Text(json, "refresh_token"));
            }

            string words = Text(json, "error_description") ?? Text(json, "error") ?? "-";
            throw new MailException(
                Say.Texts.Get(Text(json, "error") == "invalid_grant" ? "Token_Withdrawn" : "Token_Refused", host, words)
            );
        }
        catch (JsonException fault)
        {
            throw new MailException(Say.Texts.Get("Token_Refused", host, fault.Message), fault);
        }
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.ValueKind is JsonValueKind.Object
        && json.RootElement.TryGetProperty(name, out JsonElement value)
        && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}

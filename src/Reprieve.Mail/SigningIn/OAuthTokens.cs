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

/// <summary>Has tokens made at a provider's endpoint.</summary>
internal sealed class OAuthTokens(HttpClient http)
{
    private const int MostBytes = 64 * 1024;

    /// <summary>For a refresh token.</summary>
    /// <exception cref="MailException">It was refused, or nobody could be asked; in words.</exception>
    public Task<AccessToken> RefreshAsync(MailOAuth provider, MailSecret.OAuth secret, CancellationToken cancel)
    {
        Dictionary<string, string> form = Form("refresh_token", secret.ClientId, secret.ClientSecret);
        form["refresh_token"] = secret.RefreshToken;
        if (provider.Scope is { Length: > 0 } scope)
        {
            form["scope"] = scope;
        }

        string host = provider.TokenEndpoint.Host;
        return AskAsync(
            provider.TokenEndpoint,
            form,
            (error, words) => OAuthRefusal.OfToken(provider, host, error, words),
            cancel
        );
    }

    /// <summary>For the code that a sign-in brought.</summary>
    /// <exception cref="MailException">It was refused, or nobody could be asked; in words.</exception>
    public Task<AccessToken> ExchangeAsync(OAuthRequest request, string code, CancellationToken cancel)
    {
        Dictionary<string, string> form = Form("authorization_code", request.ClientId, request.ClientSecret);
        form["code"] = code;
        form["redirect_uri"] = request.Redirect.ToString();
        form["code_verifier"] = request.Verifier;
        Uri endpoint = request.OAuth.TokenEndpoint;
        return AskAsync(
            endpoint,
            form,
            (error, words) => OAuthRefusal.OfCode(request, endpoint.Host, error, words),
            cancel
        );
    }

    private static Dictionary<string, string> Form(string grant, string clientId, string? clientSecret)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = grant,
            ["client_id"] = clientId,
        };
        if (clientSecret is { Length: > 0 })
        {
            form["client_secret"] = clientSecret;
        }

        return form;
    }

    private async Task<AccessToken> AskAsync(
        Uri endpoint,
        Dictionary<string, string> form,
        Func<string, string, string> refused,
        CancellationToken cancel
    )
    {
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
            using HttpResponseMessage reply = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancel
            );
            await reply.Content.LoadIntoBufferAsync(MostBytes, cancel);
            string text = await reply.Content.ReadAsStringAsync(cancel);
            return Read(text, reply, endpoint.Host, refused);
        }
        catch (HttpRequestException fault)
        {
            throw new MailException(Say.Texts.Get("Token_Unreachable", endpoint.Host, fault.Message), fault);
        }
        catch (OperationCanceledException fault) when (!cancel.IsCancellationRequested)
        {
            throw ForNow(Say.Texts.Get("Token_Slow", endpoint.Host), fault);
        }
    }

    private static AccessToken Read(
        string text,
        HttpResponseMessage reply,
        string host,
        Func<string, string, string> refused
    )
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            string? token = Text(json, "access_token");
            if (reply.IsSuccessStatusCode && token is not null)
            {
                return new AccessToken(token, Text(json, "refresh_token"));
            }

            string error = Text(json, "error") ?? "";
            string sentence = refused(error, Text(json, "error_description") ?? (error.Length > 0 ? error : "-"));
            throw (int)reply.StatusCode >= 500 ? ForNow(sentence, null) : new MailException(sentence);
        }
        catch (JsonException fault)
        {
            // A page instead of an answer: a fault over there, or a network that wants a sign-in of its own first.
            throw ForNow(Say.Texts.Get("Token_No_Answer", host, (int)reply.StatusCode), fault);
        }
    }

    /// <summary>A fault that time may mend; see <see cref="Connecting.MailFault"/>.</summary>
    private static MailException ForNow(string sentence, Exception? fault) =>
        new(sentence, new HttpRequestException(sentence, fault));

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.ValueKind is JsonValueKind.Object
        && json.RootElement.TryGetProperty(name, out JsonElement value)
        && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}

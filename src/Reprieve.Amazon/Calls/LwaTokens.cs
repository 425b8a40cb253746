using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Calls;

/// <summary>
/// Access tokens of Login with Amazon: each is asked for once, however many callers want it, and kept until shortly before it
/// expires.
/// </summary>
internal sealed class LwaTokens(HttpClient http, AmazonConnection connection, AmazonRegion region, TimeProvider time)
{
    /// <summary>Of the account itself, as opposed to a scope.</summary>
    private const string OfAccount = "";

    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan EarlyBy = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Token, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<string>> _asked = new(StringComparer.Ordinal);

    /// <summary>A token that is good for a while.</summary>
    /// <param name="scope">What it is for; null for the account.</param>
    /// <param name="cancel">Ends the wait of this caller alone.</param>
    /// <exception cref="AmazonException">Login with Amazon refused, in words.</exception>
    /// <exception cref="HttpRequestException">It could not be asked.</exception>
    public Task<string> GetAsync(string? scope, CancellationToken cancel)
    {
        string key = scope ?? OfAccount;
        Task<string> asked;
        lock (_lock)
        {
            if (
                _tokens.TryGetValue(key, out (string Token, DateTimeOffset Until) kept)
                && time.GetUtcNow() < kept.Until
            )
            {
                return Task.FromResult(kept.Token);
            }

            if (!_asked.TryGetValue(key, out Task<string>? going) || going.IsCompleted)
            {
                // Not the token of whoever came first: the others wait for the same answer.
                going = AskAsync(key);
                _asked[key] = going;
            }

            asked = going;
        }

        return asked.WaitAsync(cancel);
    }

    /// <summary>Forgets a token that Amazon did not take.</summary>
    public void Forget(string? scope, string token)
    {
        lock (_lock)
        {
            string key = scope ?? OfAccount;
            if (_tokens.TryGetValue(key, out (string Token, DateTimeOffset) kept) && kept.Token == token)
            {
                _tokens.Remove(key);
            }
        }
    }

    private async Task<string> AskAsync(string key)
    {
        using var limit = new CancellationTokenSource(AmazonEdge.AnswerWithin, time);
        using var content = new FormUrlEncodedContent(Form(key));
        using var request = new HttpRequestMessage(HttpMethod.Post, region.TokenEndpoint) { Content = content };
        using HttpResponseMessage reply = await http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            limit.Token
        );
        byte[] body = await BoundedBody.ReadAsync(reply.Content, MostBytes, limit.Token);
        (string token, int seconds) = Read(body, (int)reply.StatusCode, region.Applications.In(UserTexts.Language));
        lock (_lock)
        {
            _tokens[key] = (token, time.GetUtcNow() + TimeSpan.FromSeconds(seconds) - EarlyBy);
        }

        return token;
    }

    private Dictionary<string, string> Form(string key)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = connection.ClientId,
            ["client_secret"] = connection.ClientSecret,
        };
        if (key == OfAccount)
        {
            form["grant_type"] = "refresh_token";
            form["refresh_token"] = connection.RefreshToken;
        }
        else
        {
            form["grant_type"] = "client_credentials";
            form["scope"] = key;
        }

        return form;
    }

    private static (string Token, int Seconds) Read(byte[] body, int status, string menu)
    {
        LwaAnswer? answer = null;
        try
        {
            answer = JsonSerializer.Deserialize(body, AmazonJson.Default.LwaAnswer);
        }
        catch (JsonException)
        {
            // A page instead of an answer; the status alone speaks.
        }

        if (status == 200 && answer is { AccessToken: { Length: > 0 } token })
        {
            return (token, answer.ExpiresIn is > 0 and <= 86_400 ? answer.ExpiresIn.Value : 3600);
        }

        if (status is >= 500 or 429 || answer?.Error is null)
        {
            throw new HttpRequestException(Say.Texts.Get("Lwa_No_Answer", status));
        }

        throw new AmazonException(
            answer.Error switch
            {
                "invalid_grant" => Say.Texts.Get("Lwa_Grant", menu),
                "invalid_client" or "unauthorized_client" => Say.Texts.Get("Lwa_Client", menu),
                "invalid_scope" => Say.Texts.Get("Lwa_Scope", menu),
                _ => Say.Texts.Get("Lwa_Refused", Cut.Of(answer.ErrorDescription ?? answer.Error)),
            }
        );
    }
}

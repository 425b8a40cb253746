using Reprieve.Mail.Connecting;

namespace Reprieve.Mail;

/// <summary>Brings a sign-in that was begun to its end.</summary>
public sealed class OAuthSignIn
{
    private readonly OAuthTokens _tokens;

    /// <summary>With the providers of the world.</summary>
    public OAuthSignIn()
        : this(new MailEdge().Http) { }

    internal OAuthSignIn(HttpClient http) => _tokens = new OAuthTokens(http);

    /// <summary>Has the refresh token given that an answer grants.</summary>
    /// <exception cref="MailException">The answer is another request's, nothing was granted, or the provider could not be asked; in words.</exception>
    public async Task<MailSecret.OAuth> FinishAsync(OAuthRequest request, OAuthAnswer answer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.State != request.State)
        {
            throw new MailException(Say.Texts.Get("OAuth_State"));
        }

        string host = request.OAuth.AuthorizationEndpoint!.Host;
        if (answer.Code is not { } code)
        {
            throw new MailException(
                OAuthRefusal.OfPage(request.OAuth, host, answer.Error ?? "", answer.Words ?? answer.Error ?? "-")
            );
        }

        string token =
            (await _tokens.ExchangeAsync(request, code, cancel)).NewRefreshToken
            ?? throw new MailException(Say.Texts.Get("OAuth_No_Refresh", host));
        return new MailSecret.OAuth(request.ClientId, request.ClientSecret, token);
    }
}

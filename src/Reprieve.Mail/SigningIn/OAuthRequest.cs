using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Reprieve.Knowledge;

namespace Reprieve.Mail;

/// <summary>
/// A sign-in at a provider that was begun: the authorization code flow (RFC 6749, 4.1) for a client of the owner's own, as
/// RFC 8252 has it for installed programs, with PKCE (RFC 7636). Good for one answer.
/// </summary>
public sealed class OAuthRequest
{
    /// <summary>The path of every address to come back to, so that one entry in the client serves page and command.</summary>
    public const string Path = "/mailboxes/signed-in";

    /// <summary>32 bytes make the 43 signs that RFC 7636 (4.1) wants at least.</summary>
    private const int RandomBytes = 32;

    private readonly string _address;

    private OAuthRequest(MailOAuth provider, string clientId, string? clientSecret, string address, Uri redirect)
    {
        (OAuth, ClientId, ClientSecret, _address, Redirect) = (provider, clientId, clientSecret, address, redirect);
    }

    /// <summary>What the answer has to bring back.</summary>
    public string State { get; } = Random();

    /// <summary>Where the answer comes to.</summary>
    public Uri Redirect { get; }

    /// <summary>The provider's page where the owner signs in.</summary>
    public Uri Page => new UriBuilder(OAuth.AuthorizationEndpoint!) { Query = Query() }.Uri;

    internal MailOAuth OAuth { get; }

    internal string ClientId { get; }

    internal string? ClientSecret { get; }

    internal string Verifier { get; } = Random();

    /// <summary>Begins a sign-in.</summary>
    /// <param name="provider">Of the mailbox.</param>
    /// <param name="clientId">The owner's own client there.</param>
    /// <param name="clientSecret">Its secret; null for one that has none.</param>
    /// <param name="address">The mailbox, so that the provider proposes it.</param>
    /// <param name="redirect">Where the answer comes to: <see cref="Loopback"/>, or an https address.</param>
    /// <exception cref="MailException">The provider has no such page.</exception>
    public static OAuthRequest Begin(
        MailProvider provider,
        string clientId,
        string? clientSecret,
        string address,
        Uri redirect
    )
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider.OAuth is { AuthorizationEndpoint: not null } oauth
            ? new OAuthRequest(oauth, clientId, clientSecret, address, redirect)
            : throw new MailException(Say.Texts.Get("No_OAuth", provider.Name.In(UserTexts.Language)));
    }

    /// <summary>Where an answer comes to on this machine, named as the provider lets it be registered.</summary>
    public static Uri Loopback(MailProvider provider, int port)
    {
        ArgumentNullException.ThrowIfNull(provider);
        string machine = provider.OAuth?.ThisMachine ?? "127.0.0.1";
        return new UriBuilder(Uri.UriSchemeHttp, machine, port, Path).Uri;
    }

    /// <summary>The name of its type alone.</summary>
    public override string ToString() => nameof(OAuthRequest);

    private string Query()
    {
        var asked = new Dictionary<string, string>(OAuth.Parameters, StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = ClientId,
            ["redirect_uri"] = Redirect.ToString(),
            ["state"] = State,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
            ["login_hint"] = _address,
        };
        if (OAuth.Scope is { Length: > 0 } scope)
        {
            asked["scope"] = scope;
        }

        return string.Join('&', asked.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}

using System.Net;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Reprieve.Knowledge;

namespace Reprieve.Mail.Connecting;

/// <summary>Opens connections to an account's servers: encrypted, signed in, and for IMAP introduced.</summary>
/// <param name="account">The account.</param>
/// <param name="edge">How servers are reached.</param>
/// <param name="clock">The time that certificates are judged by in words.</param>
/// <param name="renewed">Told of a refresh token that takes the place of the old one; null for nobody.</param>
internal sealed class Connections(
    MailAccount account,
    MailEdge edge,
    TimeProvider clock,
    Action<MailSecret.OAuth>? renewed
)
{
    private MailSecret _secret = account.Secret;
    private string? _token;

    /// <summary>Connects and signs in; the client is the caller's to close, also after a fault.</summary>
    /// <exception cref="ConnectionException">It failed; in words.</exception>
    public Task OpenAsync(SmtpClient client, CancellationToken cancel) => OpenAsync(client, account.SmtpServer, cancel);

    /// <summary>Connects, signs in and says who asks, where the provider wants to know.</summary>
    /// <exception cref="ConnectionException">It failed; in words.</exception>
    public Task OpenAsync(ImapClient client, MailServer server, CancellationToken cancel) =>
        OpenAsync((MailService)client, server, cancel);

    private async Task OpenAsync(MailService client, MailServer server, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(edge.ToConnect);
        var certificates = new Certificates(server.Host, edge.AlsoTrusted, clock);
        client.ServerCertificateValidationCallback = certificates.Judge;
        // Lists of revoked certificates are often out of reach; mail programs do without.
        client.CheckCertificateRevocation = false;
        try
        {
            await client.ConnectAsync(server.Host, server.Port, Tls(server), patience.Token);
            await SignInAsync(client, patience.Token);
            if (client is ImapClient imap && account.Provider.WantsId && imap.Capabilities.HasFlag(ImapCapabilities.Id))
            {
                await imap.IdentifyAsync(Introduction(), patience.Token);
            }

            (client.ProtocolLogger as LastWords)?.Stop();
        }
        catch (AuthenticationException fault)
            when (client.ProtocolLogger is LastWords { Refusal: { Length: > 0 } words })
        {
            var said = new AuthenticationException(words, fault);
            throw new ConnectionException(MailFault.Of(said, server, account, certificates.Fault), said);
        }
        catch (Exception fault) when (MailFault.IsOne(fault))
        {
            throw new ConnectionException(MailFault.Of(fault, server, account, certificates.Fault), fault);
        }
    }

    private SecureSocketOptions Tls(MailServer server) =>
        edge.PlainOnLoopback(server.Port)
        && IPAddress.TryParse(server.Host, out IPAddress? address)
        && IPAddress.IsLoopback(address)
            ? SecureSocketOptions.None
        : server.Tls is MailTls.Implicit ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    private async Task SignInAsync(MailService client, CancellationToken cancel)
    {
        if (_secret is MailSecret.Password password)
        {
            // One way only: tried in one after the other, a wrong password would count several times, and wait each time.
            var credential = new NetworkCredential(account.SignsInAs, password.Value);
            await (
                client.AuthenticationMechanisms.Contains("PLAIN")
                    ? client.AuthenticateAsync(new SaslMechanismPlain(credential), cancel)
                    : client.AuthenticateAsync(credential, cancel)
            );
            return;
        }

        _token ??= await TokenAsync((MailSecret.OAuth)_secret, cancel);
        SaslMechanism mechanism = client.AuthenticationMechanisms.Contains("OAUTHBEARER")
            ? new SaslMechanismOAuthBearer(account.SignsInAs, _token)
            : new SaslMechanismOAuth2(account.SignsInAs, _token);
        await client.AuthenticateAsync(mechanism, cancel);
    }

    private async Task<string> TokenAsync(MailSecret.OAuth secret, CancellationToken cancel)
    {
        MailOAuth endpoint =
            account.Provider.OAuth
            ?? throw new MailException(Say.Texts.Get("No_OAuth", account.Provider.Name.In(UserTexts.Language)));
        AccessToken token = await new OAuthTokens(edge.Http).RefreshAsync(endpoint, secret, cancel);
        if (token.NewRefreshToken is { } next && next != secret.RefreshToken)
        {
            MailSecret.OAuth now = secret with { RefreshToken = next };
            _secret = now;
            renewed?.Invoke(now);
        }

        return token.Value;
    }

    private static ImapImplementation Introduction() =>
        new()
        {
            Name = "Reprieve",
            Vendor = "Reprieve",
            Version = typeof(Connections).Assembly.GetName().Version?.ToString(3) ?? "1.0.0",
        };
}

/// <summary>A server could not be reached or let nobody in.</summary>
internal sealed class ConnectionException(MailFault fault, Exception cause) : Exception(fault.Sentence, cause)
{
    public MailFault Fault { get; } = fault;
}

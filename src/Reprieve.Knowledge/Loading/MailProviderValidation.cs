namespace Reprieve.Knowledge.Loading;

/// <summary>What must hold of a mail provider, so that a wrong entry cannot lead to a second sending.</summary>
internal static class MailProviderValidation
{
    public static IEnumerable<(string Path, string Message)> Check(MailProvider provider)
    {
        foreach ((string path, MailServer? server) in new[] { ("$.smtp", provider.Smtp), ("$.imap", provider.Imap) })
        {
            if (server is not null && (string.IsNullOrWhiteSpace(server.Host) || server.Port is < 1 or > 65535))
            {
                yield return (path, "a server needs a host and a port from 1 to 65535");
            }
        }

        if (provider.SignIn.Count == 0)
        {
            yield return ("$.signIn", "signIn is empty; say password, app_code or oauth");
        }

        if (provider.SignIn.Contains(MailSignIn.Oauth) && provider.OAuth is null)
        {
            yield return ("$.signIn", "oauth needs oAuth: tokenEndpoint");
        }

        foreach ((string path, string message) in OfOAuth(provider.OAuth))
        {
            yield return (path, message);
        }

        // Only where the provider itself stores each mail does an absent one mean that it was not taken.
        if (provider.SentWithinMinutes is not null && provider.SentCopy is not SentCopy.Provider)
        {
            yield return ("$.sentWithinMinutes", "sentWithinMinutes goes with sentCopy: provider only");
        }

        if (provider.SentWithinMinutes is < 1)
        {
            yield return ("$.sentWithinMinutes", "sentWithinMinutes must be at least 1");
        }

        if (provider.MessageMegabytes is <= 0)
        {
            yield return ("$.messageMegabytes", "messageMegabytes must be more than 0");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfOAuth(MailOAuth? oauth)
    {
        if (oauth is null)
        {
            yield break;
        }

        if (!IsHttps(oauth.TokenEndpoint))
        {
            yield return ("$.oAuth", "tokenEndpoint must be an https address");
        }

        if (oauth.AuthorizationEndpoint is { } page && !IsHttps(page))
        {
            yield return ("$.oAuth", "authorizationEndpoint must be an https address");
        }

        // The code that comes back opens the mailbox: it must not leave this machine.
        if (oauth.ThisMachine is not ("127.0.0.1" or "localhost"))
        {
            yield return ("$.oAuth", "thisMachine must be 127.0.0.1 or localhost");
        }
    }

    private static bool IsHttps(Uri address) => address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps;
}

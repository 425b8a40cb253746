using System.CommandLine;
using Reprieve.Cli.Commands;
using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Cli.Mailing;

/// <summary>The options that say which mailbox an answer goes from. Secrets are never arguments: other users could read them.</summary>
internal sealed class MailboxOptions
{
    private const string PasswordVariable = "REPRIEVE_MAIL_PASSWORD";
    private const string ClientSecretVariable = "REPRIEVE_MAIL_CLIENT_SECRET";

    private readonly Option<string?> _from = Text("--from", "Option_From", "ADDRESS");
    private readonly Option<string?> _name = Text("--name", "Option_FromName", "NAME");
    private readonly Option<string?> _user = Text("--user", "Option_MailUser", "NAME");
    private readonly Option<string?> _password = Text("--password-file", "Option_PasswordFile", "FILE");
    private readonly Option<string?> _client = Text("--oauth-client", "Option_OAuthClient", "ID");
    private readonly Option<string?> _token = Text("--oauth-token-file", "Option_OAuthToken", "FILE");
    private readonly Option<string?> _provider = Text("--provider", "Option_MailProvider", "CODE");
    private readonly Option<string?> _smtp = Text("--smtp", "Option_Smtp", "HOST:PORT");
    private readonly Option<string?> _imap = Text("--imap", "Option_Imap", "HOST:PORT");

    public IEnumerable<Option> All => [_from, _name, _user, _password, _client, _token, _provider, _smtp, _imap];

    /// <summary>The options that a connection takes.</summary>
    public IEnumerable<Option> OfConnection => [_from, _client, _token, _provider];

    /// <summary>Whether a mailbox is named.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_from) is not null;

    /// <summary>The mailbox; its secret comes from a file, an environment variable, or is asked for.</summary>
    /// <exception cref="UsageException">An option does not make sense, or the secret is not there.</exception>
    /// <exception cref="MailException">The address is none.</exception>
    public MailAccount Account(ParseResult parsed, CliContext cli, KnowledgeBase knowledge)
    {
        string address = Address(parsed);
        return new MailAccount
        {
            Provider = Provider(parsed, address, knowledge),
            Address = address,
            DisplayName = parsed.GetValue(_name) ?? "",
            UserName = parsed.GetValue(_user),
            Secret = Secret(parsed, cli, address),
            Smtp = Server(parsed.GetValue(_smtp)),
            Imap = Server(parsed.GetValue(_imap)),
        };
    }

    /// <summary>What a mailbox is connected with.</summary>
    /// <exception cref="UsageException">Something is missing, or the run has no network.</exception>
    /// <exception cref="MailException">The address is none.</exception>
    public MailboxConnection Connection(
        ParseResult parsed,
        CliContext cli,
        CommonOptions common,
        KnowledgeBase knowledge
    )
    {
        if (parsed.GetValue(common.Offline) || cli.Mail is null)
        {
            throw new UsageException(Say.Get("Mail_Offline"));
        }

        string address = Address(parsed);
        return new MailboxConnection(
            Provider(parsed, address, knowledge),
            address,
            parsed.GetValue(_client) ?? throw new UsageException(Say.Get("Connect_NoClient")),
            cli.Variable(ClientSecretVariable),
            Path.GetFullPath(
                parsed.GetValue(_token) ?? throw new UsageException(Say.Get("Connect_NoFile")),
                cli.WorkingDirectory
            )
        );
    }

    /// <summary>Sends and looks with the network of the run, and keeps a refresh token that takes the place of the old one.</summary>
    /// <exception cref="UsageException">The run has no network.</exception>
    public MailSender Sender(ParseResult parsed, CliContext cli, CommonOptions common)
    {
        if (parsed.GetValue(common.Offline) || cli.Mail is not { } mail)
        {
            throw new UsageException(Say.Get("Mail_Offline"));
        }

        return mail(
            cli.Clock,
            renewed =>
            {
                if (parsed.GetValue(_token) is { } file)
                {
                    SecretFile.Replace(Path.GetFullPath(file, cli.WorkingDirectory), renewed.RefreshToken);
                }
            }
        );
    }

    private string Address(ParseResult parsed) =>
        parsed.GetValue(_from) ?? throw new UsageException(Say.Get("Mail_NoFrom"));

    private MailProvider Provider(ParseResult parsed, string address, KnowledgeBase knowledge)
    {
        string? code = parsed.GetValue(_provider);
        return code is null || knowledge.MailProviders.Any(one => one.Code == code)
            ? MailAccount.ProviderOf(address, code, knowledge)
            : throw new UsageException(
                Say.Get("Mail_NoProvider", code, string.Join(", ", knowledge.MailProviders.Select(one => one.Code)))
            );
    }

    private MailSecret Secret(ParseResult parsed, CliContext cli, string address)
    {
        if (parsed.GetValue(_client) is { } client)
        {
            string file = parsed.GetValue(_token) ?? throw new UsageException(Say.Get("Mail_NoToken"));
            return new MailSecret.OAuth(
                client,
                cli.Variable(ClientSecretVariable),
                SecretFile.Read(Path.GetFullPath(file, cli.WorkingDirectory))
            );
        }

        string? password = parsed.GetValue(_password) is { } kept
            ? SecretFile.Read(Path.GetFullPath(kept, cli.WorkingDirectory))
            : cli.Variable(PasswordVariable) ?? cli.Hidden?.Invoke(Say.Get("Mail_AskPassword", address));
        return string.IsNullOrEmpty(password)
            ? throw new UsageException(Say.Get("Mail_NoPassword", PasswordVariable))
            : new MailSecret.Password(password);
    }

    private static MailServer? Server(string? text)
    {
        try
        {
            return text is null ? null : MailAccount.ServerOf(text);
        }
        catch (MailException fault)
        {
            throw new UsageException(fault.Message);
        }
    }

    private static Option<string?> Text(string name, string description, string value) =>
        new(name) { Description = Say.Get(description), HelpName = value };
}

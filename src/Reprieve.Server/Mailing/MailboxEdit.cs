using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>What somebody says of a mailbox; an empty secret keeps the one that is known.</summary>
public sealed record MailboxEdit(
    string Address,
    string? Name = null,
    string? User = null,
    string? Password = null,
    string? OauthClient = null,
    string? OauthSecret = null,
    string? OauthToken = null,
    string? Smtp = null,
    string? Imap = null,
    string? Provider = null
)
{
    private const int LongestField = 4_000;

    /// <summary>The mailbox as it is kept.</summary>
    /// <param name="known">The one of that address that is known; null for a new one.</param>
    /// <exception cref="MailException">An address, a server or the secret is none.</exception>
    public Mailbox Of(Guid? client, Mailbox? known, KnowledgeBase knowledge, TimeProvider clock)
    {
        if (Fields.Any(field => field?.Length > LongestField))
        {
            throw new MailException(Say.Get("mailbox_too_long"));
        }

        bool oauth = Given(OauthClient) is not null;
        var mailbox = new Mailbox
        {
            Id = known?.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            Client = client,
            Address = Address.Trim(),
            DisplayName = Given(Name) ?? "",
            UserName = Given(User),
            Password = oauth ? null : Given(Password) ?? known?.Password,
            ClientId = Given(OauthClient),
            ClientSecret = oauth ? Given(OauthSecret) ?? SecretOf(known) : null,
            RefreshToken = oauth ? Given(OauthToken) ?? known?.RefreshToken : null,
            Smtp = Given(Smtp) is { } smtp ? MailAccount.ServerOf(smtp) : null,
            Imap = Given(Imap) is { } imap ? MailAccount.ServerOf(imap) : null,
            Provider = Given(Provider) ?? known?.Provider,
        };
        if (mailbox.Provider is { } code && knowledge.MailProviders.All(one => one.Code != code))
        {
            throw new MailException(Say.Get("mailbox_no_provider", code));
        }

        MailProvider provider = mailbox.Account(knowledge).Provider;
        return (mailbox.Password ?? mailbox.RefreshToken) is null
                ? throw new MailException(Say.Get("mailbox_no_secret"))
            : mailbox.Smtp is null && provider.Smtp is null ? throw new MailException(Say.Get("mailbox_no_smtp"))
            : mailbox;
    }

    /// <summary>What may be shown again.</summary>
    public MailboxEdit WithoutSecrets() => this with { Password = null, OauthSecret = null, OauthToken = null };

    private IEnumerable<string?> Fields =>
        [Address, Name, User, Password, OauthClient, OauthSecret, OauthToken, Smtp, Imap, Provider];

    /// <summary>The secret that is known, unless it is another client's.</summary>
    private string? SecretOf(Mailbox? known) => known?.ClientId == Given(OauthClient) ? known?.ClientSecret : null;

    /// <summary>What was typed; null for nothing.</summary>
    internal static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>What somebody says of a mailbox; an empty secret keeps the one that is known.</summary>
/// <param name="Watch">Whether it is watched; null keeps what was said before.</param>
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
    bool? Watch = null,
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

        string? oauth = Given(OauthClient) ?? (Given(Password) is null ? known?.ClientId : null);
        // What is known belongs to the client that it was granted to.
        Mailbox? same = known?.ClientId == oauth ? known : null;
        var mailbox = new Mailbox
        {
            Id = known?.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            Client = client,
            Address = Address.Trim(),
            DisplayName = Given(Name) ?? "",
            UserName = Given(User),
            Password = oauth is not null ? null : Given(Password) ?? known?.Password,
            ClientId = oauth,
            ClientSecret = oauth is not null ? Given(OauthSecret) ?? same?.ClientSecret : null,
            RefreshToken = oauth is not null ? Given(OauthToken) ?? same?.RefreshToken : null,
            Smtp = Given(Smtp) is { } smtp ? MailAccount.ServerOf(smtp) : null,
            Imap = Given(Imap) is { } imap ? MailAccount.ServerOf(imap) : null,
            Provider = Given(Provider) ?? known?.Provider,
            Watch = Watch ?? known?.Watch ?? false,
        };
        if (mailbox.Provider is { } code && knowledge.MailProviders.All(one => one.Code != code))
        {
            throw new MailException(Say.Get("mailbox_no_provider", code));
        }

        MailProvider provider = mailbox.Account(knowledge).Provider;
        return (mailbox.Password ?? mailbox.RefreshToken) is null
                ? throw new MailException(Say.Get("mailbox_no_secret"))
            : mailbox is { Watch: true, Imap: null } && provider.Imap is null
                ? throw new MailException(Say.Get("mailbox_no_imap"))
            : mailbox.Smtp is null && provider.Smtp is null ? throw new MailException(Say.Get("mailbox_no_smtp"))
            : mailbox;
    }

    /// <summary>What may be shown again.</summary>
    public MailboxEdit WithoutSecrets() => this with { Password = null, OauthSecret = null, OauthToken = null };

    private IEnumerable<string?> Fields =>
        [Address, Name, User, Password, OauthClient, OauthSecret, OauthToken, Smtp, Imap, Provider];

    /// <summary>What was typed; null for nothing.</summary>
    internal static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

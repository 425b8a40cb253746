using System.Text.Json.Serialization;
using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Storage;

/// <summary>A mailbox that answers of a client go from, and where it is watched come to. No form of it is ever printed.</summary>
public sealed record Mailbox
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is; null for whoever works without clients.</summary>
    public required Guid? Client { get; init; }

    /// <summary>Its address.</summary>
    public required string Address { get; init; }

    /// <summary>The name beside the address; empty for none.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>What is signed in with; the address when null.</summary>
    public string? UserName { get; init; }

    /// <summary>The password, or the code that the provider makes for programs; null with OAuth.</summary>
    public string? Password { get; init; }

    /// <summary>Id of the owner's OAuth client; null with a password.</summary>
    public string? ClientId { get; init; }

    /// <summary>Secret of that client; null for a client that has none.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The refresh token; null with a password.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The server that takes mail, where it is not the provider's.</summary>
    public MailServer? Smtp { get; init; }

    /// <summary>The server that shows the mailbox, where it is not the provider's.</summary>
    public MailServer? Imap { get; init; }

    /// <summary>Code of the provider that the owner named; null to go by the address.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether it is watched for mails from and about Amazon.</summary>
    public bool Watch { get; init; }

    /// <summary>Whether it is signed in to by OAuth.</summary>
    [JsonIgnore]
    public bool IsOAuth => ClientId is not null;

    /// <summary>The mailbox as mails are sent from it.</summary>
    /// <exception cref="MailException">The address is none.</exception>
    public MailAccount Account(KnowledgeBase knowledge) =>
        new()
        {
            Provider = MailAccount.ProviderOf(Address, Provider, knowledge),
            Address = Address,
            DisplayName = DisplayName,
            UserName = UserName,
            Secret = ClientId is { } id
                ? new MailSecret.OAuth(id, ClientSecret, RefreshToken ?? "")
                : new MailSecret.Password(Password ?? ""),
            Smtp = Smtp,
            Imap = Imap,
        };

    /// <summary>Its id alone.</summary>
    public override string ToString() => $"{nameof(Mailbox)} {Id}";
}

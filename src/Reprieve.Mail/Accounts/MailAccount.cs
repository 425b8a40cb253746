using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Mail;

/// <summary>A mailbox that appeals are sent from.</summary>
public sealed record MailAccount
{
    private const string Generic = "generic";

    /// <summary>What is known of its provider.</summary>
    public required MailProvider Provider { get; init; }

    /// <summary>Its address.</summary>
    public required string Address { get; init; }

    /// <summary>The name beside the address; empty for none.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>What is signed in with; the address when null.</summary>
    public string? UserName { get; init; }

    /// <summary>What opens it.</summary>
    public required MailSecret Secret { get; init; }

    /// <summary>The server that takes mail, where it is another than the provider's.</summary>
    public MailServer? Smtp { get; init; }

    /// <summary>The server that shows the mailbox, where it is another than the provider's.</summary>
    public MailServer? Imap { get; init; }

    /// <summary>Who stores the Sent copy, where the owner knows better; null for what the provider's entry says.</summary>
    public SentCopy? SentCopy { get; init; }

    internal string SignsInAs => string.IsNullOrWhiteSpace(UserName) ? Address : UserName;

    internal MailServer? ImapServer => Imap ?? Provider.Imap;

    internal SentCopy StoredBy => SentCopy ?? Provider.SentCopy;

    /// <summary>
    /// How long after sending an absent copy means that nothing was taken; null where absence means nothing: the provider does
    /// not store by itself, or it is not known.
    /// </summary>
    internal TimeSpan? AbsenceTells =>
        StoredBy is Knowledge.SentCopy.Provider && Provider.SentWithinMinutes is { } minutes
            ? TimeSpan.FromMinutes(minutes)
            : null;

    /// <summary>The provider of an address by its domain; the entry for any other provider when none has it.</summary>
    /// <exception cref="MailException">The address is none.</exception>
    public static MailProvider ProviderOf(string address, KnowledgeBase knowledge)
    {
        string domain = Composing.Addresses.Read(address).Domain;
        return knowledge.MailProviders.FirstOrDefault(provider =>
                provider.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase)
            ) ?? knowledge.MailProviders.First(provider => provider.Code == Generic);
    }

    /// <summary>The provider that the owner named, else that of the address: a company's own domain does not tell.</summary>
    /// <param name="code">Of the provider; null or unknown to go by the address.</param>
    /// <exception cref="MailException">The address is none.</exception>
    public static MailProvider ProviderOf(string address, string? code, KnowledgeBase knowledge)
    {
        MailProvider byAddress = ProviderOf(address, knowledge);
        return knowledge.MailProviders.FirstOrDefault(provider => provider.Code == code) ?? byAddress;
    }

    /// <summary>
    /// A server as people write it, <c>HOST:PORT</c>. Ports on which mail servers begin in plain (25, 587, 143) want STARTTLS; on
    /// all others TLS comes first.
    /// </summary>
    /// <exception cref="MailException">It is none.</exception>
    public static MailServer ServerOf(string text)
    {
        int at = text.LastIndexOf(':');
        return
            at > 0
            && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is > 0 and <= 65_535
            && Uri.CheckHostName(text[..at]) != UriHostNameType.Unknown
            ? new MailServer(text[..at], port, port is 25 or 587 or 143 ? MailTls.StartTls : MailTls.Implicit)
            : throw new MailException(Say.Texts.Get("Bad_Server", text));
    }

    /// <summary>The server that takes mail.</summary>
    /// <exception cref="MailException">None is known.</exception>
    internal MailServer SmtpServer =>
        Smtp ?? Provider.Smtp ?? throw new MailException(Say.Texts.Get("No_Smtp", Address));
}

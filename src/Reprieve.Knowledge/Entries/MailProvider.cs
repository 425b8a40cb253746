using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>How a mailbox is reached at one provider (<c>knowledge/mail-providers</c>).</summary>
public sealed record MailProvider : KnowledgeEntry
{
    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Domains of addresses that are surely there, lower case; empty where addresses have the owner's domain.</summary>
    public IReadOnlyList<string> Domains
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The server that takes mail; null where the owner has to say.</summary>
    public MailServer? Smtp { get; init; }

    /// <summary>The server that shows the mailbox; null where the owner has to say.</summary>
    public MailServer? Imap { get; init; }

    /// <summary>Ways to sign in that it takes, the best first.</summary>
    public required IReadOnlyList<MailSignIn> SignIn { get; init; }

    /// <summary>Who puts a copy of a mail that was sent into the Sent folder.</summary>
    public SentCopy SentCopy { get; init; }

    /// <summary>
    /// Minutes after which a mail that was taken stands in the Sent folder for certain; null where that is not known, and
    /// then nothing may be concluded from its absence.
    /// </summary>
    public int? SentWithinMinutes { get; init; }

    /// <summary>What the Sent folder is called where the server does not mark it.</summary>
    public IReadOnlyList<string> SentFolders
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether the server wants to be told, by IMAP's ID command, which program it speaks with.</summary>
    public bool WantsId { get; init; }

    /// <summary>Megabytes (of 1,000,000 bytes) that a whole mail may have, as encoded; null where that is not known.</summary>
    public double? MessageMegabytes { get; init; }

    /// <summary>Where an access token is had; null where it knows no OAuth.</summary>
    public MailOAuth? OAuth { get; init; }

    /// <summary>Steps to a password for programs; empty where there is none.</summary>
    public IReadOnlyList<LocalizedText> AppCodeSteps
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What its servers say when a password for programs is needed, in part, any case.</summary>
    public IReadOnlyList<string> SaysAppCodeNeeded
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What its servers say when access by programs is switched off, in part, any case.</summary>
    public IReadOnlyList<string> SaysSwitchedOff
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A server of a provider.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Tls">How the connection is encrypted.</param>
public sealed record MailServer(string Host, int Port, MailTls Tls);

/// <summary>How a provider grants access to a mailbox by OAuth 2 (RFC 6749).</summary>
/// <param name="TokenEndpoint">Where tokens are had; an https address.</param>
/// <param name="Scope">What is asked for; null to leave it as it was granted.</param>
public sealed record MailOAuth(Uri TokenEndpoint, string? Scope)
{
    /// <summary>The page where the owner signs in and grants access; null where a refresh token has to be got elsewhere.</summary>
    public Uri? AuthorizationEndpoint { get; init; }

    /// <summary>What that page must be asked besides, so that there is a refresh token.</summary>
    public IReadOnlyDictionary<string, string> Parameters
    {
        get;
        init => field = value ?? field;
    } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How an address to come back to names this machine: 127.0.0.1 (RFC 8252, 8.3), or localhost.</summary>
    public string ThisMachine
    {
        get;
        init => field = value ?? field;
    } = "127.0.0.1";

    /// <summary>Steps to a client of one's own; <c>{redirect}</c> stands for the address to come back to.</summary>
    public IReadOnlyList<LocalizedText> ClientSteps
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What this provider's refusals mean.</summary>
    public IReadOnlyList<MailOAuthFault> Faults
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>What a refusal of a provider means.</summary>
/// <param name="Says">Its code or words, in part, any case; one of them is enough.</param>
/// <param name="Means">What it means and what to do.</param>
public sealed record MailOAuthFault(IReadOnlyList<string> Says, LocalizedText Means);

/// <summary>How a connection is encrypted; there is no way without.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MailTls>))]
public enum MailTls
{
    /// <summary>From the first byte.</summary>
    Implicit,

    /// <summary>By STARTTLS, which must be there.</summary>
    StartTls,
}

/// <summary>A way to sign in to a mailbox.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MailSignIn>))]
public enum MailSignIn
{
    /// <summary>The password of the mailbox.</summary>
    Password,

    /// <summary>A password that the provider makes for programs.</summary>
    AppCode,

    /// <summary>OAuth 2 with a refresh token.</summary>
    Oauth,
}

/// <summary>Who puts a copy of a mail that was sent into the Sent folder.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SentCopy>))]
public enum SentCopy
{
    /// <summary>Not known: it is looked for before one is put there, and its absence says nothing.</summary>
    Unknown,

    /// <summary>The provider, for every mail that it takes.</summary>
    Provider,

    /// <summary>The program that sends.</summary>
    Sender,
}

using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>Domains that say something about a mail's origin, and kinds of files that do (<c>knowledge/senders</c>).</summary>
public sealed record SenderList : KnowledgeEntry
{
    /// <summary>What the list is for.</summary>
    public SenderPurpose Purpose { get; init; }

    /// <summary>Domains, lower case; each stands for all below it.</summary>
    public IReadOnlyList<string> Domains
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>File name extensions without dot, lower case (for attachments).</summary>
    public IReadOnlyList<string> Extensions
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>What a list of <c>knowledge/senders</c> is for.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SenderPurpose>))]
public enum SenderPurpose
{
    /// <summary>Amazon's own mail comes from there, and links of it lead there.</summary>
    Mail,

    /// <summary>Links in Amazon's mail lead there; no mail comes from there.</summary>
    Links,

    /// <summary>Envelope senders (Return-Path) of Amazon's mail besides its mail domains.</summary>
    Bounces,

    /// <summary>Names that, before a mail domain of Amazon's, mark messages between buyers and sellers.</summary>
    BuyerMessages,

    /// <summary>Hosts that only lead on; the address within theirs counts.</summary>
    ClickCounters,

    /// <summary>Hosts with Amazon in their name where anybody can put pages.</summary>
    OpenHosts,

    /// <summary>Services that hide where a link leads.</summary>
    Shorteners,

    /// <summary>Mail providers whose seal on a forwarded mail is believed.</summary>
    Forwarders,

    /// <summary>Kinds of files that a notice never has attached.</summary>
    Attachments,
}

using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Which domains are Amazon's, as knowledge/senders lists them, and which only look so.</summary>
internal sealed class AmazonDomains
{
    private readonly HashSet<string> _mail;
    private readonly HashSet<string> _links;
    private readonly HashSet<string> _bounces;
    private readonly HashSet<string> _messages;
    private readonly HashSet<string> _counters;
    private readonly HashSet<string> _open;
    private readonly HashSet<string> _shorteners;
    private readonly HashSet<string> _forwarders;
    private readonly HashSet<string> _files;

    public AmazonDomains(NoticeBook book)
    {
        _mail = Of(SenderPurpose.Mail);
        _links = [.. _mail, .. Of(SenderPurpose.Links)];
        _bounces = [.. _mail, .. Of(SenderPurpose.Bounces)];
        _messages = Of(SenderPurpose.BuyerMessages);
        _counters = Of(SenderPurpose.ClickCounters);
        _open = Of(SenderPurpose.OpenHosts);
        _shorteners = Of(SenderPurpose.Shorteners);
        _forwarders = Of(SenderPurpose.Forwarders);
        _files = [.. book.Senders.SelectMany(list => list.Extensions)];

        HashSet<string> Of(SenderPurpose purpose) =>
            [.. book.Senders.Where(list => list.Purpose == purpose).SelectMany(list => list.Domains)];
    }

    /// <summary>The listed organisational domain that a mail domain is or belongs to, or null.</summary>
    public string? OfMail(string domain) => Find(_mail, domain);

    /// <summary>Whether a link's host belongs to Amazon.</summary>
    public bool IsLink(string host) => Find(_links, host) is not null;

    /// <summary>Whether bounces of Amazon's mail go there.</summary>
    public bool IsBounce(string domain) => Find(_bounces, domain) is not null;

    /// <summary>Whether a server is one of those that send Amazon's mail.</summary>
    public bool IsAmazonServer(string host) => IsBounce(host) || IsOpen(host);

    /// <summary>Whether a mail domain is that of messages between buyers and sellers.</summary>
    public bool IsBuyerMessage(string domain) =>
        OfMail(domain) is { } amazon
        && domain.Length > amazon.Length
        && _messages.Contains(domain[..^(amazon.Length + 1)]);

    /// <summary>Whether a host only leads on to the address within its own.</summary>
    public bool IsCounter(string host) => Find(_counters, host) is not null;

    /// <summary>Whether anybody can put pages there, although its name may speak of Amazon.</summary>
    public bool IsOpen(string host) => Find(_open, host) is not null;

    public bool IsShortener(string host) => Find(_shorteners, host) is not null;

    public bool IsForwarder(string domain) => Find(_forwarders, domain) is not null;

    /// <summary>Whether a notice never has such a file attached.</summary>
    public bool IsDangerous(string extension) => _files.Contains(extension);

    /// <summary>Whether a foreign domain makes itself look like Amazon's.</summary>
    public bool LooksAlike(string domain) =>
        !IsBounce(domain) && !IsLink(domain) && !IsCounter(domain) && !IsOpen(domain) && LookAlike.Is(domain);

    /// <summary>The shortest listed domain that a host is or lies below.</summary>
    private static string? Find(HashSet<string> domains, string host)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = domains.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> name = host.TrimEnd('.').ToLowerInvariant();
        string? found = null;
        while (true)
        {
            found = lookup.TryGetValue(name, out string? listed) ? listed : found;
            int dot = name.IndexOf('.');
            if (dot < 0)
            {
                return found;
            }

            name = name[(dot + 1)..];
        }
    }
}

using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Which domains are Amazon's, as knowledge/senders lists them, and which only look so.</summary>
internal sealed class AmazonDomains
{
    /// <summary>Entry of knowledge/senders with domains that links in Amazon's mail also lead to, but that send none.</summary>
    private const string LinksOnly = "links";

    private const string Name = "amazon";

    private readonly List<string> _mail;
    private readonly List<string> _links;

    public AmazonDomains(KnowledgeBase knowledge)
    {
        _mail = [.. knowledge.Senders.Where(s => s.Code != LinksOnly).SelectMany(s => s.Domains)];
        _links = [.. knowledge.Senders.SelectMany(s => s.Domains)];
    }

    /// <summary>The listed organisational domain that a mail domain is or belongs to, or null.</summary>
    public string? OfMail(string domain) => Find(_mail, domain);

    /// <summary>Whether a link's host belongs to Amazon.</summary>
    public bool IsLink(string host) => Find(_links, host) is not null;

    /// <summary>Whether a foreign domain makes itself look like Amazon's: its name in it, or letters that look like it.</summary>
    public bool LooksAlike(string domain)
    {
        if (IsLink(domain))
        {
            return false;
        }

        string plain = Plain(domain);
        return plain.Contains(Name, StringComparison.Ordinal) || plain.Contains("arnazon", StringComparison.Ordinal);
    }

    private static string? Find(List<string> domains, string domain)
    {
        string host = domain.TrimEnd('.').ToLowerInvariant();
        string? shortest = null;
        foreach (string listed in domains)
        {
            bool belongs =
                host.EndsWith(listed, StringComparison.Ordinal)
                && (host.Length == listed.Length || host[host.Length - listed.Length - 1] == '.');
            shortest = belongs && (shortest is null || listed.Length < shortest.Length) ? listed : shortest;
        }

        return shortest;
    }

    /// <summary>The domain with digits and foreign letters replaced by the letters they are taken for.</summary>
    private static string Plain(string domain)
    {
        string shown = domain;
        if (domain.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                shown = new System.Globalization.IdnMapping().GetUnicode(domain);
            }
            catch (ArgumentException)
            {
                // Not a valid international name: it is looked at as it stands.
            }
        }

        Span<char> plain = shown.Length <= 255 ? stackalloc char[shown.Length] : new char[shown.Length];
        for (int i = 0; i < shown.Length; i++)
        {
            plain[i] = char.ToLowerInvariant(shown[i]) switch
            {
                '0' or 'о' or 'ο' or 'ö' or 'ó' => 'o',
                'а' or 'α' or 'á' or 'à' or 'ä' or 'ạ' or '4' => 'a',
                'м' => 'm',
                'п' or 'ո' or 'ń' => 'n',
                'ź' or 'ż' or '2' => 'z',
                char other => other,
            };
        }

        return plain.ToString();
    }
}

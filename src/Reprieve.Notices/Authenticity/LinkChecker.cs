namespace Reprieve.Notices;

/// <summary>What the links say.</summary>
internal enum LinkFinding
{
    Nothing,

    /// <summary>Some lead to places that are not Amazon's, as genuine mails have too.</summary>
    Elsewhere,

    /// <summary>A host that makes itself look like Amazon's, or a text that shows another address than it leads to.</summary>
    Deceiving,
}

/// <summary>Checks where the links lead: each host once.</summary>
internal static class LinkChecker
{
    public static LinkFinding Check(Reading reading, AmazonDomains amazon, List<AuthenticityCheck> checks)
    {
        HashSet<string> elsewhere = new(StringComparer.OrdinalIgnoreCase);
        bool any = false;
        foreach (Link link in reading.Message.Links.Concat(InText(reading)))
        {
            if (Host(link.Target) is not { } host)
            {
                continue;
            }

            any = true;
            bool isAmazon = amazon.IsLink(host);
            bool lies = !isAmazon && Host(link.Shown) is { } shown && amazon.IsLink(shown);
            if (lies || amazon.LooksAlike(host))
            {
                checks.Add(new("links", "fail", Say.Texts.Get(lies ? "Links_Lying" : "Links_LookAlike", host)));
                return LinkFinding.Deceiving;
            }

            if (!isAmazon)
            {
                elsewhere.Add(host);
            }
        }

        if (!any)
        {
            return LinkFinding.Nothing;
        }

        string detail =
            elsewhere.Count == 0
                ? Say.Texts.Get("Links_Amazon")
                : Say.Texts.Get("Links_Elsewhere", string.Join(", ", elsewhere.Take(5)));
        checks.Add(new("links", elsewhere.Count == 0 ? "pass" : "warn", detail));
        return elsewhere.Count == 0 ? LinkFinding.Nothing : LinkFinding.Elsewhere;
    }

    private static IEnumerable<Link> InText(Reading reading)
    {
        foreach (Sentence sentence in reading.Body.Sentences.Where(s => !s.IsHistory))
        {
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                if (reading.Body.Tokens[i].Is(TokenMarks.Link))
                {
                    string link = reading.Body.Slice(reading.Body.Tokens[i]).ToString();
                    yield return new Link(link, link);
                }
            }
        }
    }

    /// <summary>The host of a web address, with or without its scheme; null for anything else.</summary>
    private static string? Host(string address)
    {
        ReadOnlySpan<char> rest = address.AsSpan().Trim();
        int scheme = rest.IndexOf("://");
        if (scheme > 0)
        {
            if (!rest[..scheme].StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            rest = rest[(scheme + 3)..];
        }
        else if (rest.IndexOfAny(' ', '@', ':') >= 0)
        {
            return null;
        }

        int end = rest.IndexOfAny("/?#\\ ");
        rest = end < 0 ? rest : rest[..end];
        int user = rest.LastIndexOf('@');
        rest = user < 0 ? rest : rest[(user + 1)..];
        int port = rest.IndexOf(':');
        rest = port < 0 ? rest : rest[..port];

        // A single letter after the last dot is a link cut short by whoever copied it, not a host.
        return rest.Length is > 3 and < 254 && rest.LastIndexOf('.') is > 0 and int dot && rest.Length - dot > 2
            ? rest.ToString().ToLowerInvariant()
            : null;
    }
}

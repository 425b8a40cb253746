namespace Reprieve.Notices;

/// <summary>What the links say.</summary>
internal enum LinkFinding
{
    Nothing,

    /// <summary>Some lead to places that are not Amazon's, as genuine mails have too.</summary>
    Elsewhere,

    /// <summary>Some hide where they lead.</summary>
    Hidden,

    /// <summary>A host that makes itself look like Amazon's, or a text that shows another address than it leads to.</summary>
    Deceiving,
}

/// <summary>Checks where the links lead: each address once.</summary>
internal sealed class LinkChecker(AmazonDomains amazon)
{
    private const int MaxHops = 4;
    private const int Shown = 5;

    public LinkFinding Check(Reading reading, List<AuthenticityCheck> checks)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string>? elsewhere = null;
        HashSet<string>? hidden = null;
        foreach (Link link in reading.Message.Links.Concat(InText(reading)))
        {
            bool isNew = seen.Add(link.Target) | seen.Add(link.Shown);
            if (!isNew || WebAddress.Read(link.Target) is not { } address)
            {
                continue;
            }

            WebAddress target = End(address);
            if (Deceives(link, address, target) is { } how)
            {
                checks.Add(new("links", "fail", Say.Texts.Get(how, target.Host)));
                return LinkFinding.Deceiving;
            }

            if (amazon.IsShortener(target.Host))
            {
                (hidden ??= new(StringComparer.OrdinalIgnoreCase)).Add(target.Host);
            }
            else if (!amazon.IsLink(target.Host))
            {
                (elsewhere ??= new(StringComparer.OrdinalIgnoreCase)).Add(target.Host);
            }
        }

        return seen.Count == 0 ? LinkFinding.Nothing : Harmless(hidden, elsewhere, checks);
    }

    private static LinkFinding Harmless(
        HashSet<string>? hidden,
        HashSet<string>? elsewhere,
        List<AuthenticityCheck> checks
    )
    {
        string key =
            hidden is not null ? "Links_Hidden"
            : elsewhere is not null ? "Links_Elsewhere"
            : "Links_Amazon";
        HashSet<string>? hosts = hidden ?? elsewhere;
        string named = hosts is null ? "" : string.Join(", ", hosts.Take(Shown));
        checks.Add(new("links", hosts is null ? "pass" : "warn", Say.Texts.Get(key, named)));
        return hidden is not null ? LinkFinding.Hidden
            : elsewhere is not null ? LinkFinding.Elsewhere
            : LinkFinding.Nothing;
    }

    /// <summary>How a link deceives, as a key of Texts; null when it does not.</summary>
    private string? Deceives(Link link, WebAddress address, WebAddress target)
    {
        if (amazon.IsLink(target.Host) && target.User is null && address.User is null)
        {
            return null;
        }

        bool posesInFront =
            (address.User ?? target.User) is { } user && (WebAddress.Read(user) is not null || AmazonName.Is(user));
        bool showsAmazon =
            WebAddress.Read(link.Shown) is { User: null } shown
            && shown.Host != address.Host
            && amazon.IsLink(shown.Host);
        return posesInFront ? "Links_UserTrick"
            : showsAmazon ? "Links_Lying"
            : amazon.LooksAlike(target.Host) ? "Links_LookAlike"
            : target.IsNumber ? "Links_Number"
            : null;
    }

    /// <summary>Where an address leads in the end: Amazon's own pages and its click counter send people on.</summary>
    private WebAddress End(WebAddress address)
    {
        WebAddress end = address;
        for (int i = 0; i < MaxHops; i++)
        {
            bool leadsOn = amazon.IsLink(end.Host) || amazon.IsCounter(end.Host);
            if (!leadsOn || end.Within() is not { } within)
            {
                return end;
            }

            end = within;
        }

        return end;
    }

    private static IEnumerable<Link> InText(Reading reading)
    {
        foreach (Sentence sentence in reading.Body.Sentences)
        {
            if (sentence.IsHistory || !sentence.HasToken(TokenMarks.Link))
            {
                continue;
            }

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
}

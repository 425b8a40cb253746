using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Finds the way to answer that the mail names.</summary>
internal static class RouteFinder
{
    /// <summary>How the mailboxes begin that Amazon keeps for money alone.</summary>
    private static readonly string[] FundsMailboxes = ["payments", "disbursement"];

    public static StatedRoute Find(Reading reading)
    {
        (StatedRoute Route, int Rank)? best = null;
        foreach ((StatedRoute route, Sentence sentence) in Candidates(reading))
        {
            int rank =
                IsAboutFunds(route, sentence) ? 0
                : IsStranger(route) ? Math.Min(1, Rank(sentence))
                : Rank(sentence);
            if (rank > 0 && (best is null || rank > best.Value.Rank))
            {
                best = (route, rank);
            }
        }

        return best?.Route ?? new StatedRoute(RouteChannel.Unknown, null, null);
    }

    /// <summary>The section on sending decides before the one on what to send, and that before the rest.</summary>
    private static int Rank(Sentence sentence) =>
        sentence.IsHistory || sentence.IsBoilerplate || sentence.IsHeading ? 0
        : sentence.Part.IsSubject ? 1
        : sentence.Role switch
        {
            SectionRoles.Send => 5,
            SectionRoles.Request => 4,
            SectionRoles.Opening => 3,
            SectionRoles.Error => 2,
            SectionRoles.Help or SectionRoles.Funds or SectionRoles.Consequences => 0,
            _ => 1,
        };

    /// <summary>A mailbox that is not Amazon's: of an owner of rights, mostly.</summary>
    private static bool IsStranger(StatedRoute route) =>
        route.Address is { } address && !address.Contains("amazon", StringComparison.Ordinal);

    /// <summary>The mailbox for questions about the balance is no way to appeal.</summary>
    private static bool IsAboutFunds(StatedRoute route, Sentence sentence)
    {
        if (route.Channel != RouteChannel.Email)
        {
            return false;
        }

        if (Array.Exists(FundsMailboxes, name => route.Address!.StartsWith(name, StringComparison.Ordinal)))
        {
            return true;
        }

        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            if (hit.Field == CueField.Target && hit.Code == Deed.Funds)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence sends the seller to a mailbox that Amazon keeps for money.</summary>
    public static bool NamesFundsMailbox(Sentence sentence)
    {
        if (AddressIn(sentence) is not { } mailbox)
        {
            return false;
        }

        ReadOnlySpan<char> address = sentence.Part.Slice(mailbox);
        foreach (string name in FundsMailboxes)
        {
            if (address.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(StatedRoute Route, Sentence Sentence)> Candidates(Reading reading)
    {
        foreach (CueHit hit in reading.Hits(CueField.Route))
        {
            if (!hit.Pattern.Means(out RouteChannel channel) || RequestPlaces.IsDenied(hit))
            {
                continue;
            }

            if (channel != RouteChannel.Email)
            {
                yield return (new StatedRoute(channel, null, hit.Sentence.Part.Evidence(hit)), hit.Sentence);
            }
            else if (AddressIn(hit.Sentence) is { } mailbox)
            {
                yield return (Mailbox(hit.Sentence.Part, mailbox), hit.Sentence);
            }
        }

        foreach (Sentence sentence in reading.Body.Sentences)
        {
            if (sentence.Has(CueField.Request) && !IsForOthers(sentence) && AsksAmazon(reading, sentence) is { } asked)
            {
                yield return (Mailbox(reading.Body, asked), sentence);
            }

            for (int i = sentence.First; i < sentence.Last && sentence.HasToken(TokenMarks.Link); i++)
            {
                Token token = reading.Body.Tokens[i];
                if (
                    token.Is(TokenMarks.Link) && ChannelOf(reading.Body.Slice(token), reading.Body.Index) is { } channel
                )
                {
                    yield return (new StatedRoute(channel, null, reading.Body.Evidence(i, i + 1)), sentence);
                }
            }
        }
    }

    /// <summary>"Please provide one of these to notice-dispute@…": a request with a mailbox of Amazon's names the way.</summary>
    private static Token? AsksAmazon(Reading reading, Sentence sentence) =>
        AddressIn(sentence) is { } mailbox
        && reading.Body.Slice(mailbox).Contains("@amazon.", StringComparison.OrdinalIgnoreCase)
            ? mailbox
            : null;

    /// <summary>Where the owner of a right sends a retraction, no seller answers.</summary>
    private static bool IsForOthers(Sentence sentence)
    {
        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            if (hit.Field == CueField.Ask && hit.Code == "retraction")
            {
                return true;
            }
        }

        return false;
    }

    private static StatedRoute Mailbox(NoticeText part, Token mailbox)
    {
        var evidence = new Evidence(
            part.Slice(mailbox).ToString(),
            mailbox.Start,
            mailbox.Length,
            part.IsSubject ? "subject" : null
        );
        return new StatedRoute(RouteChannel.Email, evidence.Quote.ToLowerInvariant(), evidence);
    }

    private static Token? AddressIn(Sentence sentence)
    {
        if (!sentence.HasToken(TokenMarks.Address))
        {
            return null;
        }

        foreach (Token token in sentence.Words)
        {
            if (token.Is(TokenMarks.Address))
            {
                return token;
            }
        }

        return null;
    }

    private static RouteChannel? ChannelOf(ReadOnlySpan<char> link, CueIndex index)
    {
        foreach (KnownLink known in index.Links)
        {
            if (known.ChannelOf(link) is { } channel)
            {
                return channel;
            }
        }

        return null;
    }
}

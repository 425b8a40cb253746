using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Finds the way to answer that the mail names.</summary>
internal static class RouteFinder
{
    public static StatedRoute Find(Reading reading)
    {
        (StatedRoute Route, int Rank)? best = null;
        foreach ((StatedRoute route, Sentence sentence) in Candidates(reading))
        {
            int rank = Rank(sentence);
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

    private static IEnumerable<(StatedRoute Route, Sentence Sentence)> Candidates(Reading reading)
    {
        foreach (CueHit hit in reading.Hits(CueField.Route))
        {
            if (!Snake.TryParse(hit.Code, out RouteChannel channel))
            {
                continue;
            }

            Token? address = channel == RouteChannel.Email ? AddressIn(hit.Sentence) : null;
            NoticeText part = hit.Sentence.Part;
            if (channel != RouteChannel.Email)
            {
                yield return (new StatedRoute(channel, null, part.Evidence(hit)), hit.Sentence);
            }
            else if (address is { } mailbox)
            {
                string? place = part.IsSubject ? "subject" : null;
                var evidence = new Evidence(part.Slice(mailbox).ToString(), mailbox.Start, mailbox.Length, place);
                yield return (new StatedRoute(channel, evidence.Quote.ToLowerInvariant(), evidence), hit.Sentence);
            }
        }

        foreach (Sentence sentence in reading.Body.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last; i++)
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

    private static Token? AddressIn(Sentence sentence)
    {
        foreach (Token token in sentence.Part.Tokens.AsSpan(sentence.First, sentence.Count))
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
        foreach (CueLine known in index.Links)
        {
            if (
                link.Contains(known.Say, StringComparison.OrdinalIgnoreCase)
                && Snake.TryParse(known.Code, out RouteChannel channel)
            )
            {
                return channel;
            }
        }

        return null;
    }
}

using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>What an answer to an appeal decides, as the mail's wordings say.</summary>
/// <param name="Entry">The knowledge entry.</param>
/// <param name="Weight">How strongly the wordings speak, from 0 to 1.</param>
internal sealed record ReplyReading(BookReply Entry, double Weight);

/// <summary>Finds out whether the mail answers an appeal, and how.</summary>
internal static class ReplyReader
{
    private const double Least = 0.5;

    /// <summary>From here on a wording says a denial by itself.</summary>
    private const double Plain = 0.7;

    public static ReplyReading? Read(Reading reading, NoticeBook book)
    {
        Dictionary<string, double> weights = [];
        HashSet<CuePattern> heard = [];
        foreach (CueHit hit in reading.Hits(CueField.Reply))
        {
            bool said = hit.Sentence.Role is not (SectionRoles.Error or SectionRoles.Help or SectionRoles.Consequences);
            if (!said || hit.Sentence.IsQuestion || !heard.Add(hit.Pattern))
            {
                continue;
            }

            double before = weights.GetValueOrDefault(hit.Code);
            weights[hit.Code] = 1 - ((1 - before) * (1 - Math.Min(hit.Pattern.Weight, 0.98)));
        }

        AddDeeds(reading, book, weights);
        if (weights.Count == 0)
        {
            return null;
        }

        List<ReplyReading> readings =
        [
            .. book
                .Replies.Where(r => weights.GetValueOrDefault(r.Code) >= Least)
                .Select(r => new ReplyReading(r, weights[r.Code])),
        ];
        ReplyReading? best = readings.MaxBy(r => r.Weight);
        if (best?.Entry.Decision == Decision.MoreInformation && !Asks(reading))
        {
            // Where nothing is asked, "could not be verified" gives the ground of a denial.
            best = readings.Find(r => r.Entry.Decision == Decision.Denied && r.Weight >= Plain) ?? best;
        }

        if (best?.Entry.Decision == Decision.Reinstated)
        {
            // "Reactivated, with the exception of …": what is held back makes the news only half good.
            best = readings.Find(r => r.Entry.Decision == Decision.PartiallyReinstated && r.Weight >= Plain) ?? best;
        }
        else if (best?.Entry.Decision == Decision.Denied)
        {
            // Words that close the door only sharpen a denial; beside a request for more they do not make one.
            best = readings.Find(r => r.Entry.Decision == Decision.DeniedFinal) ?? best;
        }
        else if (best?.Entry.Decision == Decision.DeniedFinal)
        {
            // "We may not answer further e-mails" closes also a mail that answers no appeal.
            bool answered = book.Replies.Any(r => r.Decision == Decision.Denied && weights.ContainsKey(r.Code));
            bool first = !answered && reading.Tells(Deed.Removed, Deed.Account);
            best = readings.Find(r => r.Entry.Decision == Decision.MoreInformation) ?? (first ? null : best);
        }

        return best;
    }

    private static bool Asks(Reading reading)
    {
        foreach (CueHit hit in reading.Hits(CueField.Ask))
        {
            if (RequestPlaces.MayAsk(hit.Sentence) && RequestPlaces.IsAsked(hit) && !RequestPlaces.IsDenied(hit))
            {
                return true;
            }
        }

        foreach (CueHit hit in reading.Hits(CueField.Section))
        {
            if (RequestPlaces.MayAsk(hit.Sentence))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Has been reactivated" and "will not be reinstated" are decisions in whatever words.</summary>
    private static void AddDeeds(Reading reading, NoticeBook book, Dictionary<string, double> weights)
    {
        if (reading.Tells(Deed.Restored, Deed.Account) || reading.Tells(Deed.Restored, Deed.Listing))
        {
            Strengthen(Decision.Reinstated, 0.9);
        }

        if (reading.Tells(Deed.Restored, Deed.Offers))
        {
            Strengthen(Decision.PartiallyReinstated, 0.8);
        }

        if (reading.Refuses(Deed.Restored, Deed.Account))
        {
            Strengthen(Decision.Denied, 0.7);
        }

        // "We are not able to reactivate it" decides too, unless it goes on to ask for what is missing.
        bool notRestoring =
            reading.Refuses(Deed.Restoring, Deed.Account)
            || reading.Refuses(Deed.Restoring, Deed.Listing)
            || reading.Refuses(Deed.Restored, Deed.Listing);
        if (notRestoring)
        {
            Strengthen(Decision.Denied, 0.55);
        }

        void Strengthen(Decision decision, double weight)
        {
            if (book.Replies.FirstOrDefault(r => r.Decision == decision) is { } entry)
            {
                weights[entry.Code] = 1 - ((1 - weights.GetValueOrDefault(entry.Code)) * (1 - weight));
            }
        }
    }
}

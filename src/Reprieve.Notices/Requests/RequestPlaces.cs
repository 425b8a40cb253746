using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Where in a mail its requests stand.</summary>
internal static class RequestPlaces
{
    private const int StartOfSentence = 4;
    private const int NegationReach = 8;

    /// <summary>Asked for by a verb, not by the name of a paper: "take down what you cannot document".</summary>
    private const string Cleanup = "listing_cleanup";

    /// <summary>Whether a sentence may ask something of the seller: not history, not an explanation, not the "in error?" section.</summary>
    public static bool MayAsk(Sentence sentence) =>
        sentence is { IsHistory: false, IsBoilerplate: false, IsHeading: false }
        && sentence.Role
            is not (SectionRoles.Error or SectionRoles.Consequences or SectionRoles.Funds or SectionRoles.Help)
        && (sentence.Role != SectionRoles.Why || AsksAmongReasons(sentence));

    /// <summary>
    /// Whether a thing named in a sentence is asked for: the section is one of requests, or the sentence or the list
    /// it belongs to has a word that asks, or it begins with the thing as a list item does.
    /// </summary>
    public static bool IsAsked(CueHit thing)
    {
        Sentence sentence = thing.Sentence;
        if (
            sentence.Role is SectionRoles.Request or SectionRoles.Send
            || thing.First - sentence.First < StartOfSentence
        )
        {
            return true;
        }

        return sentence.IsRequested || sentence.Has(CueField.Request);
    }

    /// <summary>"You do not need to send a plan", "no invoices are needed": what the clause takes back is not asked.</summary>
    public static bool IsDenied(CueHit thing)
    {
        Sentence sentence = thing.Sentence;
        if (thing.Code == Cleanup && IsThreatened(thing))
        {
            return true;
        }

        if (!sentence.Has(CueField.Negation))
        {
            return false;
        }

        NoticeText part = sentence.Part;
        bool conditional = false;
        foreach (CueHit hit in part.Hits(sentence))
        {
            bool before = hit.Last <= thing.First && part.Clause(hit.Last - 1) == part.Clause(thing.First);
            conditional |= before && hit.Field == CueField.Condition;
            if (hit.Field != CueField.Negation || conditional)
            {
                continue;
            }

            if (before && thing.First - hit.Last <= NegationReach && !InRelativeClause(part, hit.Last, thing.First))
            {
                return true;
            }

            // "A plan is not needed", and "the invoice does not show", which finds fault with what was sent.
            if (thing.Code == Cleanup)
            {
                continue;
            }

            int after = hit.First - thing.Last;
            bool must = after == 1 && IsRequestAt(part, sentence, thing.Last);
            if ((after == 1 && !must) || (after is 0 or 2 && IsRequestAt(part, sentence, hit.Last)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"We may have to remove the listing": what Amazon may do itself it does not ask for.</summary>
    private static bool IsThreatened(CueHit thing)
    {
        foreach (CueHit hit in thing.Sentence.Part.Hits(thing.Sentence))
        {
            if (hit.Field == CueField.Action && hit.Code == Deed.Removing && hit.Overlaps(thing))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"A judgment that shows that nothing was infringed": what stands before 的 only describes the thing.</summary>
    private static bool InRelativeClause(NoticeText part, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (part.Tokens[i].Is(TokenMarks.Cjk) && part.Text[part.Tokens[i].Start] == '的')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRequestAt(NoticeText part, Sentence sentence, int token)
    {
        foreach (CueHit hit in part.Hits(sentence))
        {
            if (hit.Field == CueField.Request && hit.First == token)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Please modify your product" asks also where reasons are given, and so does the list below it.</summary>
    private static bool AsksAmongReasons(Sentence sentence)
    {
        for (int i = sentence.Number; i >= 0; i--)
        {
            Sentence above = sentence.Part.Sentences[i];
            if (IsRequest(above))
            {
                return true;
            }

            if (!above.IsListItem)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a sentence is a request as a whole: it begins with a word that asks or, in a script without spaces, a
    /// clause of it does (为加快审核，请…) or it ends with one (…してください).
    /// </summary>
    private static bool IsRequest(Sentence sentence)
    {
        Token[] tokens = sentence.Part.Tokens;
        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            bool asks =
                hit.First - sentence.First <= 1
                || tokens[hit.First].Is(TokenMarks.NewClause)
                || (tokens[hit.First].Is(TokenMarks.Cjk) && hit.Last == sentence.Last);
            if (hit.Field == CueField.Request && asks)
            {
                return true;
            }
        }

        return false;
    }
}

using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Tells what a limit is for: the answer, the funds, the stock, Amazon's own review.</summary>
internal static class DeadlinePurpose
{
    /// <summary>What a limit is for: of the wordings in its sentence, none of a later clause unless the limit opens the sentence.</summary>
    public static string Of(Sentence sentence, int first, int last)
    {
        NoticeText part = sentence.Part;
        bool opens = first - sentence.First <= 1 || !sentence.Has(CueField.Request);
        string? purpose = null;
        double best = 0;
        foreach (CueHit hit in part.Hits(sentence))
        {
            bool later = hit.First >= last && part.Clause(hit.First) > part.Clause(last - 1);
            if (hit.Field == CueField.DeadlineFor && hit.Pattern.Weight > best && (opens || !later))
            {
                best = hit.Pattern.Weight;
                purpose = hit.Code;
            }
        }

        bool funds =
            sentence.Role == SectionRoles.Funds || (purpose is null && RouteFinder.NamesFundsMailbox(sentence));
        return purpose ?? (funds ? "funds" : OfAbove(sentence) ?? "response");
    }

    /// <summary>"Your funds will be held. This can take 90 days": where nothing is asked the sentence above tells.</summary>
    private static string? OfAbove(Sentence sentence)
    {
        bool goesOn =
            sentence.Number > 0
            && sentence.Has(CueField.Possibility)
            && !sentence.Has(CueField.Request)
            && !sentence.Has(CueField.Action)
            && !sentence.Has(CueField.Condition)
            && !sentence.Part.Tokens[sentence.First].Is(TokenMarks.NewLine);
        if (!goesOn)
        {
            return null;
        }

        Sentence above = sentence.Part.Sentences[sentence.Number - 1];
        foreach (CueHit hit in above.Part.Hits(above))
        {
            bool waits = hit.Code is "funds" or "inventory" or "review";
            if (waits && hit.Field == CueField.DeadlineFor && above.Paragraph == sentence.Paragraph)
            {
                return hit.Code;
            }
        }

        return null;
    }
}

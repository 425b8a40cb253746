using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Finds what was done to what, sentence by sentence, and whether it is fact, plan, possibility or denial.</summary>
internal static class DeedFinder
{
    /// <summary>How many words may lie between a deed and its object.</summary>
    private const int Reach = 9;

    /// <summary>Characters of a script without spaces that count as one word.</summary>
    private const double CjkPerWord = 2;

    /// <summary>So many tokens are more words than that in every script.</summary>
    private const int FarthestTokens = 2 * (Reach + 1);

    /// <summary>More wordings of one field in a sentence than any writer needs.</summary>
    private const int MaxHits = 40;

    /// <summary>How much further off, in words, the object of the next clause is.</summary>
    private const double NextClause = 4;

    private static readonly string[] Ands = ["and", "und", "et", "och"];

    private const int ModalReach = 8;
    private const int NegationReach = 4;

    /// <summary>The deeds of a mail, of its body first.</summary>
    public static Deed[] Find(NoticeText body, NoticeText? subject)
    {
        List<Deed> deeds = [];
        Add(body, deeds);
        if (subject is not null)
        {
            Add(subject, deeds);
        }

        return [.. deeds];
    }

    private static void Add(NoticeText text, List<Deed> deeds)
    {
        CueHit? named = null;
        foreach (Sentence sentence in text.Sentences)
        {
            if (sentence.IsHistory || !(sentence.Has(CueField.Action) || sentence.Has(CueField.Target)))
            {
                continue;
            }

            if (sentence.Has(CueField.Action))
            {
                List<CueHit> objects = Widest(text.Hits(sentence), CueField.Target);
                foreach (CueHit action in Widest(text.Hits(sentence), CueField.Action))
                {
                    CueHit? target = Nearest(text, action, objects);
                    Modality modality = Judge(text, action, target);
                    deeds.Add(new Deed(action.Code, Meant(target, objects, named)?.Code ?? "", modality, action));
                }
            }

            named = FirstNamed(text, sentence) ?? named;
        }
    }

    /// <summary>The object that a sentence names first, in its longest words.</summary>
    private static CueHit? FirstNamed(NoticeText text, Sentence sentence)
    {
        CueHit? first = null;
        foreach (CueHit hit in text.Hits(sentence))
        {
            if (hit.Field == CueField.Target && hit.Code != Deed.Pronoun)
            {
                first = first is null || (hit.First == first.First && hit.Last > first.Last) ? hit : first;
            }
        }

        return first;
    }

    /// <summary>What "it" stands for: what the sentence named before it, else what was named before the sentence.</summary>
    private static CueHit? Meant(CueHit? target, List<CueHit> objects, CueHit? named) =>
        target?.Code != Deed.Pronoun
            ? target
            : objects.FindLast(o => o.Code != Deed.Pronoun && o.Last <= target.First) ?? named;

    /// <summary>Hits of a field that no longer hit of it contains; one that bridges a gap contains only its own code.</summary>
    public static List<CueHit> Widest(ReadOnlySpan<CueHit> hits, CueField field)
    {
        List<CueHit> ofField = [];
        foreach (CueHit hit in hits)
        {
            if (hit.Field == field && ofField.Count < MaxHits)
            {
                ofField.Add(hit);
            }
        }

        return ofField.Count < 2 ? ofField : Outermost(ofField);
    }

    private static List<CueHit> Outermost(List<CueHit> hits) =>
        hits.Exists(hit => IsSwallowed(hit, hits)) ? hits.FindAll(hit => !IsSwallowed(hit, hits)) : hits;

    private static bool IsSwallowed(CueHit hit, List<CueHit> hits)
    {
        foreach (CueHit other in hits)
        {
            if (Swallows(other, hit))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Swallows(CueHit longer, CueHit hit) =>
        longer.Length > hit.Length
        && longer.First <= hit.First
        && longer.Last >= hit.Last
        && (longer.Pattern.Parts.Length == 1 || longer.Code == hit.Code);

    private static CueHit? Nearest(NoticeText text, CueHit action, List<CueHit> objects)
    {
        CueHit? nearest = null;
        double best = Reach + 0.5;
        foreach (CueHit candidate in objects)
        {
            if (candidate.First - action.Last >= FarthestTokens || action.First - candidate.Last >= FarthestTokens)
            {
                continue;
            }

            double distance =
                candidate.Overlaps(action) ? 0
                : candidate.First >= action.Last
                    ? After(Words(text, action.Last, candidate.First))
                        + (IsJoined(text, action.Last, candidate) ? NextClause : 0)
                : Words(text, candidate.Last, action.First) + 0.4;
            if (distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>"Deactivated and your listings …": an object not right after the deed is often the next clause's.</summary>
    private static double After(double words) => words > 0 ? (1.5 * words) + 1 : 0;

    /// <summary>
    /// "Your account has been deactivated and your listings …", "… removed, your listings canceled": what follows an
    /// "and" or a comma has a deed of its own.
    /// </summary>
    private static bool IsJoined(NoticeText text, int at, CueHit next)
    {
        if (text.Tokens[next.First].Is(TokenMarks.NewClause))
        {
            return true;
        }

        ReadOnlySpan<char> word = text.Slice(text.Tokens[at]);
        foreach (string and in Ands)
        {
            if (word.Equals(and, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static double Words(NoticeText text, int first, int last)
    {
        double words = 0;
        for (int i = first; i < last; i++)
        {
            words += text.Tokens[i].Is(TokenMarks.Cjk) ? 1 / CjkPerWord : 1;
            words += text.Tokens[i].Is(TokenMarks.NewClause) ? 2 : 0;
        }

        return words;
    }

    private static Modality Judge(NoticeText text, CueHit action, CueHit? target)
    {
        if (action.Sentence.IsQuestion)
        {
            return Modality.Asked;
        }

        bool possible = false;
        bool conditional = false;
        bool planned = false;
        bool denied = false;
        foreach (CueHit hit in HasModal(action.Sentence) ? text.Hits(action.Sentence) : [])
        {
            CueField field = hit.Field;
            if (
                field is not (CueField.Possibility or CueField.Condition or CueField.Future or CueField.Negation)
                || hit.Overlaps(action)
                || hit.Last > action.First
                || (target is not null && hit.Overlaps(target))
                || ClauseBetween(text, hit.Last, action.First)
            )
            {
                continue;
            }

            double distance = Words(text, hit.Last, action.First);
            possible |= field == CueField.Possibility && distance <= ModalReach;
            conditional |= field == CueField.Condition;
            planned |= field == CueField.Future && distance <= ModalReach;
            denied |= field == CueField.Negation && distance <= NegationReach;
        }

        return conditional ? Modality.Conditional
            : denied && !(possible && action.Code is Deed.Restoring or Deed.Restored) ? Modality.Denied
            : possible ? Modality.Possible
            : planned ? Modality.Planned
            : IsDone(text, action) ? Modality.Fact
            : Modality.Conditional;
    }

    private static bool HasModal(Sentence sentence) =>
        sentence.Has(CueField.Possibility)
        || sentence.Has(CueField.Condition)
        || sentence.Has(CueField.Future)
        || sentence.Has(CueField.Negation);

    /// <summary>Whether the verb says that it was done, in languages where a word beside it must say so.</summary>
    private static bool IsDone(NoticeText text, CueHit action)
    {
        if (action.Code is Deed.Reviewed or Deed.Endangered || !action.Pattern.NeedsDone)
        {
            return true;
        }

        foreach (CueHit hit in text.Hits(action.Sentence))
        {
            bool near = hit.First <= action.Last + 1 && hit.Last >= action.First - 3;
            if (hit.Field == CueField.Done && near)
            {
                return true;
            }
        }

        return false;
    }

    private static bool ClauseBetween(NoticeText text, int first, int action) =>
        text.Clause(action) > text.Clause(first - 1);
}

using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Finds the reasons a mail states, primary first. A wording counts fully where reasons are given (the opening, the
/// "why" section, a sentence that says because), less in the list of what to send, hardly in what might follow, and
/// not at all in boilerplate, history and the "in error?" section.
/// </summary>
internal static class ReasonFinder
{
    private const double Least = 0.4;
    private const double LeastSecond = 0.55;
    private const double SecondOfFirst = 0.6;

    /// <summary>The share of its own weight that the more exact reason must have for the general one to go.</summary>
    private const double GivesWayFrom = 0.7;
    private const double Again = 0.3;

    /// <summary>How much the name of a paper says of the reason where the paper is asked for.</summary>
    private const double Asked = 0.5;
    private const int MaxEvidence = 5;
    private const double SubjectFactor = 0.8;

    public static IReadOnlyList<StatedReason> Find(Reading reading, NoticeBook book)
    {
        Dictionary<string, Found> found = [];
        foreach (NoticeText part in reading.Parts)
        {
            foreach (Sentence sentence in part.Sentences)
            {
                double factor = Factor(sentence) * (part.IsSubject ? SubjectFactor : 1);
                if (factor > 0 && sentence.Has(CueField.Reason))
                {
                    Add(part, sentence, factor, found, book);
                }
            }
        }

        return Rank(found, book);
    }

    private static double Factor(Sentence sentence)
    {
        if (sentence.IsHistory || sentence.IsBoilerplate)
        {
            return 0;
        }

        double place = sentence.Role switch
        {
            SectionRoles.Opening or SectionRoles.Why => 1,
            SectionRoles.Request => 0.6,
            SectionRoles.Send => 0.25,
            SectionRoles.Consequences => 0.15,
            SectionRoles.Help => 0.2,
            SectionRoles.Error or SectionRoles.Funds => 0,
            _ => 0.6,
        };
        // What is asked for is no reason, unless a request for causes names it.
        bool asked = sentence is { IsRequested: true, Role: not SectionRoles.Request };
        return (sentence.IsHeading || (asked && !sentence.Has(CueField.Section))) ? place * 0.5 : place;
    }

    private static void Add(
        NoticeText part,
        Sentence sentence,
        double factor,
        Dictionary<string, Found> found,
        NoticeBook book
    )
    {
        List<CueHit> hits = DeedFinder.Widest(part.Hits(sentence), CueField.Reason);
        bool request = sentence.Has(CueField.Section) && RequestPlaces.MayAsk(sentence);
        List<CueHit> buyer = request ? DeedFinder.Widest(part.Hits(sentence), CueField.BuyerCause) : [];
        foreach (CueHit hit in hits)
        {
            if (IsSaidBetter(hit, hits) || BuyerCauses.Say(buyer, hit))
            {
                continue;
            }

            string code = Enumerations.General(hit, hits, book) ?? hit.Code;
            if (!found.TryGetValue(code, out Found? reason))
            {
                found[code] = reason = new Found(code, found.Count);
            }

            reason.Strengthen(hit.Pattern, IsAsked(part, hit) ? factor * Asked : factor, part.Evidence(hit));
            reason.IsAsked |= request;
            reason.IsTold |=
                request || !(sentence.IsRequested || sentence.Role is SectionRoles.Request or SectionRoles.Send);
        }
    }

    /// <summary>"Send us the declaration of conformity" asks for a paper and gives no reason.</summary>
    private static bool IsAsked(NoticeText part, CueHit reason)
    {
        if (!reason.Sentence.Has(CueField.Request) || !reason.Sentence.Has(CueField.Ask))
        {
            return false;
        }

        foreach (CueHit hit in part.Hits(reason.Sentence))
        {
            if (hit.Field == CueField.Ask && hit.First <= reason.First && hit.Last >= reason.Last)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSaidBetter(CueHit hit, List<CueHit> hits)
    {
        foreach (CueHit other in hits)
        {
            if (SaysTheSame(other, hit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of overlapping wordings of one reason the strongest counts, and of equal ones the first.</summary>
    private static bool SaysTheSame(CueHit other, CueHit hit) =>
        other != hit
        && other.Code == hit.Code
        && other.Overlaps(hit)
        && (
            other.Pattern.Weight > hit.Pattern.Weight
            || (other.Pattern.Weight == hit.Pattern.Weight && other.First < hit.First)
        );

    private static List<StatedReason> Rank(Dictionary<string, Found> found, NoticeBook book)
    {
        if (found.Count < 2)
        {
            return OnlyOne(found);
        }

        List<Found> strong = [.. found.Values.Where(f => f.Weight >= Least)];
        Dictionary<string, double> weights = strong.ToDictionary(f => f.Code, f => f.Weight);
        strong.RemoveAll(f =>
            book.Reason(f.Code) is { } reason
            && reason.GivesWayTo.Any(code => weights.GetValueOrDefault(code) >= f.Weight * GivesWayFrom)
        );
        DropUnasked(strong, book);
        // The primary reason is the strongest; the others follow as the mail names them.
        strong.Sort(
            (a, b) => Math.Abs(a.Weight - b.Weight) < 0.03 ? a.Order.CompareTo(b.Order) : b.Weight.CompareTo(a.Weight)
        );
        if (strong is [{ IsTold: true }, ..])
        {
            strong.RemoveAll(f => !f.IsTold);
        }

        return
        [
            .. strong
                .Where((f, i) => i == 0 || (f.Weight >= LeastSecond && f.Weight >= strong[0].Weight * SecondOfFirst))
                .OrderBy(f => f == strong[0] ? -1 : f.Order)
                .Select((f, i) => new StatedReason(f.Code, Confidence(f, i, strong), f.Evidence)),
        ];
    }

    /// <summary>A reason without a rival, if its wordings are strong enough.</summary>
    private static List<StatedReason> OnlyOne(Dictionary<string, Found> found)
    {
        foreach (Found only in found.Values)
        {
            if (only.Weight >= Least)
            {
                return [new StatedReason(only.Code, Confidence(only, 0, [only]), only.Evidence)];
            }
        }

        return [];
    }

    /// <summary>
    /// A table may list metrics that are met; where the request names its causes, a metric that is named once and
    /// not among them is none.
    /// </summary>
    private static void DropUnasked(List<Found> strong, NoticeBook book)
    {
        if (strong.Exists(f => f.IsAsked && IsMetric(f)))
        {
            strong.RemoveAll(f => f is { IsAsked: false, Evidence.Count: 1 } && IsMetric(f));
        }

        bool IsMetric(Found found) => book.Reason(found.Code)?.Ground == Ground.Performance;
    }

    /// <summary>Strong wordings with no rival are nearly always right; rivals of like strength share what is left.</summary>
    private static double Confidence(Found reason, int rank, List<Found> all)
    {
        double rival = all.Count > 1 ? all[rank == 0 ? 1 : 0].Weight : 0;
        double doubt = rank == 0 ? 0.18 * rival : 0.3;
        return Math.Round(Math.Clamp((reason.Weight * 0.98) - doubt, 0.3, 0.97), 2);
    }

    private sealed record Found(string Code, int Order)
    {
        private readonly List<Evidence> _evidence = [];
        private readonly HashSet<CuePattern> _heard = [];

        public double Weight { get; private set; }

        /// <summary>Whether it is named elsewhere than in what to send.</summary>
        public bool IsTold { get; set; }

        /// <summary>Whether a request for causes, actions or prevention names it.</summary>
        public bool IsAsked { get; set; }

        public IReadOnlyList<Evidence> Evidence => _evidence;

        /// <summary>Adds a wording; said again it adds only a little.</summary>
        public void Strengthen(CuePattern pattern, double factor, Evidence evidence)
        {
            double weight = pattern.Weight * factor * (_heard.Add(pattern) ? 1 : Again);
            Weight = 1 - ((1 - Weight) * (1 - Math.Min(weight, 0.98)));
            if (_evidence.Count < MaxEvidence)
            {
                _evidence.Add(evidence);
            }
        }
    }
}

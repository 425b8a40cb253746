using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>What kind of message it is, and how sure that is.</summary>
internal sealed record KindReading(NoticeKind Kind, double Confidence);

/// <summary>How strongly the mail's wordings speak for each kind by themselves.</summary>
internal sealed class KindWeights
{
    private static readonly int Kinds = Enum.GetValues<NoticeKind>().Length;

    private const string Removal = "listing_removal";

    private readonly double[] _weights = new double[Kinds];
    private readonly double[] _strongest = new double[Kinds];

    public KindWeights(Reading reading)
    {
        HashSet<CuePattern> heard = [];
        foreach (CueHit hit in reading.Hits(CueField.Kind))
        {
            // A wording that a list repeats says no more than once.
            if (hit.Pattern.Means(out NoticeKind kind) && Counts(hit) && heard.Add(hit.Pattern))
            {
                ref double strongest = ref _strongest[(int)kind];
                strongest = Math.Max(strongest, hit.Pattern.Weight);
                ref double weight = ref _weights[(int)kind];
                weight = 1 - ((1 - weight) * (1 - Math.Min(hit.Pattern.Weight, 0.98)));
            }
        }
    }

    public double this[NoticeKind kind] => _weights[(int)kind];

    /// <summary>The weight of the strongest wording for a kind: many weak ones only tell what the mail is about.</summary>
    public double Strongest(NoticeKind kind) => _strongest[(int)kind];

    /// <summary>The kind of greatest weight among some, if any has enough.</summary>
    public NoticeKind? Best(double least, params ReadOnlySpan<NoticeKind> kinds)
    {
        NoticeKind? best = null;
        foreach (NoticeKind kind in kinds)
        {
            if (this[kind] >= least && (best is null || this[kind] > this[best.Value]))
            {
                best = kind;
            }
        }

        return best;
    }

    private static bool Counts(CueHit hit) =>
        !hit.Sentence.IsQuestion
        && hit.Sentence.Role is not (SectionRoles.Error or SectionRoles.Help)
        && !(hit.Code == Removal && IsNegated(hit));

    /// <summary>"We have not removed the listing".</summary>
    private static bool IsNegated(CueHit told)
    {
        if (!told.Sentence.Has(CueField.Negation))
        {
            return false;
        }

        foreach (CueHit hit in told.Sentence.Part.Hits(told.Sentence))
        {
            if (hit.Field == CueField.Negation && hit.Last <= told.First && told.First - hit.Last <= 1)
            {
                return true;
            }
        }

        return false;
    }
}

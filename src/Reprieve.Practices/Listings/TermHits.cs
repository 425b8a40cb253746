namespace Reprieve.Practices.Listings;

/// <summary>Which of the phrases found in a field speak against it.</summary>
internal static class TermHits
{
    /// <summary>How far an excuse reaches, in characters: about ten words.</summary>
    private const int Reach = 60;

    /// <summary>The terms that nothing excuses, each wording of a policy once, the longest where they overlap.</summary>
    public static IEnumerable<Found> Standing(List<Found> found, string field)
    {
        List<Found>? standing = null;
        foreach (Found hit in found)
        {
            if (
                hit.Phrase.Role is PhraseRole.Term
                && hit.Phrase.Policy.Fields.Contains(field)
                && !(hit.Phrase.Policy.NotFirst && hit.Start == 0 && field == "item-name")
                && !Excused(hit, found)
                && !Said(hit, standing)
            )
            {
                (standing ??= []).Add(hit);
            }
        }

        return standing ?? [];
    }

    private static bool Excused(Found hit, List<Found> found)
    {
        foreach (Found other in found)
        {
            if (
                ReferenceEquals(other.Phrase.Policy, hit.Phrase.Policy)
                && other.Phrase.Role switch
                {
                    PhraseRole.Exception => other.Start <= hit.Start && other.End >= hit.End,
                    PhraseRole.Near => other.Start <= hit.End + Reach && other.End >= hit.Start - Reach,
                    PhraseRole.Before => other.End <= hit.Start && other.End >= hit.Start - Reach,
                    _ => false,
                }
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the wording was found before, or a longer term of the policy covers it.</summary>
    private static bool Said(Found hit, List<Found>? standing) =>
        standing is not null
        && standing.Exists(said =>
            ReferenceEquals(said.Phrase.Policy, hit.Phrase.Policy)
            && (said.Phrase.Text == hit.Phrase.Text || (said.Start <= hit.Start && said.End >= hit.End))
        );
}

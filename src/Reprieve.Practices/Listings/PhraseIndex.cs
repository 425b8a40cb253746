using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Listings;

/// <summary>What a phrase of a policy does where it stands.</summary>
internal enum PhraseRole
{
    Term,

    /// <summary>Excuses the terms it covers.</summary>
    Exception,

    /// <summary>Excuses terms on either side of it.</summary>
    Near,

    /// <summary>Excuses terms after it.</summary>
    Before,
}

/// <summary>A folded phrase of a policy.</summary>
internal sealed record Phrase(string Text, Policy Policy, PhraseRole Role);

/// <summary>A phrase that was found.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Found(int Start, int Length, Phrase Phrase)
{
    public int End => Start + Length;
}

/// <summary>
/// Phrases of all policies of a store by their first word, so that one pass over a text finds them all: what a text has
/// to be looked at for is a bit for each word. The terms have one, and what excuses them another, which is asked only
/// where a term was found.
/// </summary>
internal sealed class PhraseIndex
{
    /// <summary>More phrases in one field than any listing has; what follows them is not looked at.</summary>
    private const int MostFound = 500;

    private readonly ulong[] _bits = new ulong[1024];
    private readonly FrozenDictionary<uint, Phrase[]> _byKey;

    private PhraseIndex(IEnumerable<Phrase> phrases)
    {
        _byKey = phrases
            .Where(phrase => phrase.Text.Length > 0)
            .Distinct()
            .GroupBy(phrase => FoldedText.Key(phrase.Text))
            .ToFrozenDictionary(
                same => same.Key,
                // The longest first: it stands for the shorter ones that begin it.
                same => same.OrderByDescending(phrase => phrase.Text.Length).ToArray()
            );
        foreach (uint key in _byKey.Keys)
        {
            _bits[Bit(key) >> 6] |= 1UL << (int)(Bit(key) & 63);
        }
    }

    /// <summary>The terms, in the languages of the store; null for every language.</summary>
    public static PhraseIndex OfTerms(IEnumerable<Policy> policies, IReadOnlySet<string>? languages) =>
        new(policies.SelectMany(policy => TermsOf(policy, languages)));

    /// <summary>What makes terms harmless.</summary>
    public static PhraseIndex OfExcuses(IEnumerable<Policy> policies) => new(policies.SelectMany(ExcusesOf));

    /// <summary>Whether a phrase may begin with a word; sometimes says yes where none does.</summary>
    public bool MayBegin(uint key) => (_bits[Bit(key) >> 6] & (1UL << (int)(Bit(key) & 63))) != 0;

    /// <summary>Adds every phrase that stands in a text that was folded with this index.</summary>
    public void Find(FoldedText text, List<Found> into)
    {
        int before = into.Count;
        foreach (Place place in text.Places)
        {
            if (!_byKey.TryGetValue(place.Key, out Phrase[]? phrases))
            {
                continue;
            }

            foreach (Phrase phrase in phrases)
            {
                // An exception may go on ("replica car" in "replica cars"); all else ends where a word does.
                if (
                    text.Text[place.Start..].StartsWith(phrase.Text, StringComparison.Ordinal)
                    && (phrase.Role is PhraseRole.Exception || text.IsEdge(place.Start + phrase.Text.Length))
                )
                {
                    into.Add(new Found(place.Start, phrase.Text.Length, phrase));
                }
            }

            if (into.Count - before >= MostFound)
            {
                return;
            }
        }
    }

    private static uint Bit(uint key) => (key * 0x9E37_79B1) >> 16;

    private static IEnumerable<Phrase> TermsOf(Policy policy, IReadOnlySet<string>? languages)
    {
        HashSet<string> owned = [.. policy.Owned.Select(FoldedText.Fold)];
        return policy
            .Terms.Where(words => languages is null || languages.Contains(words.Key))
            .SelectMany(words => words.Value)
            .Select(FoldedText.Fold)
            .Where(term => !owned.Contains(term))
            .Select(term => new Phrase(term, policy, PhraseRole.Term));
    }

    private static IEnumerable<Phrase> ExcusesOf(Policy policy)
    {
        return All(policy.Exceptions, PhraseRole.Exception)
            .Concat(All(policy.UnlessNear, PhraseRole.Near))
            .Concat(All(policy.UnlessBefore, PhraseRole.Before));

        IEnumerable<Phrase> All(IReadOnlyList<string> phrases, PhraseRole role) =>
            phrases.Select(phrase => new Phrase(FoldedText.Fold(phrase), policy, role));
    }
}

using System.Buffers;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Listings;

/// <summary>Holds listings against the policy packs of a store: all terms of all packs in one search.</summary>
internal sealed class PolicySearch
{
    private readonly SearchValues<string> _any;
    private readonly ILookup<char, (string Term, Policy Policy)> _terms;
    private readonly Dictionary<Policy, IReadOnlyList<string>> _exceptions;

    public PolicySearch(IEnumerable<Policy> policies)
    {
        List<(string Term, Policy Policy)> terms =
        [
            .. from policy in policies
            from words in policy.Terms.Values
            from word in words
            let term = FoldedText.Fold(word)
            where term.Length > 0
            select (term, policy),
        ];
        _terms = terms.Distinct().ToLookup(pair => pair.Term[0]);
        _any = SearchValues.Create([.. terms.Select(pair => pair.Term).Distinct()], StringComparison.Ordinal);
        _exceptions = terms
            .Select(pair => pair.Policy)
            .Distinct()
            .ToDictionary(
                policy => policy,
                policy => (IReadOnlyList<string>)[.. policy.Exceptions.Select(FoldedText.Fold)]
            );
    }

    /// <summary>What speaks against a listing: each policy and field once for each wording.</summary>
    public IEnumerable<ListingFinding> Of(ListingRow listing)
    {
        (string Field, string Text)[] fields =
        [
            ("item-name", listing.Name),
            ("item-description", listing.Description),
            ("item-note", listing.Note),
        ];
        foreach ((string field, string written) in fields)
        {
            if (written.Length == 0)
            {
                continue;
            }

            var text = new FoldedText(written);
            IEnumerable<Hit> hits = Hits(text)
                .Where(hit => hit.Policy.Fields.Contains(field))
                .DistinctBy(hit => (hit.Policy, hit.Term));
            foreach (Hit hit in hits)
            {
                var evidence = new ListingEvidence(field, text.Quote(hit.Start, hit.Term.Length));
                yield return new ListingFinding(
                    listing.Sku,
                    listing.Asin,
                    hit.Policy.Code,
                    hit.Policy.Severity,
                    evidence
                );
            }
        }
    }

    private IEnumerable<Hit> Hits(FoldedText text)
    {
        for (int from = 0; from < text.Text.Length; from++)
        {
            int next = text.Text.AsSpan(from).IndexOfAny(_any);
            if (next < 0)
            {
                yield break;
            }

            from += next;
            if (!text.IsEdge(from))
            {
                continue;
            }

            foreach ((string term, Policy policy) in Longest(text, from))
            {
                if (!Excepted(text.Text, policy, from, term.Length))
                {
                    yield return new Hit(policy, term, from);
                }
            }
        }
    }

    /// <summary>Of each policy the longest whole-word term that stands at a place.</summary>
    private IEnumerable<(string Term, Policy Policy)> Longest(FoldedText text, int at) =>
        _terms[text.Text[at]]
            .Where(pair =>
                text.Text.AsSpan(at).StartsWith(pair.Term, StringComparison.Ordinal)
                && text.IsEdge(at + pair.Term.Length)
            )
            .GroupBy(pair => pair.Policy)
            .Select(same => same.MaxBy(pair => pair.Term.Length));

    /// <summary>Whether a harmless phrase ("bug-free software") covers the term.</summary>
    private bool Excepted(string text, Policy policy, int start, int length)
    {
        foreach (string phrase in _exceptions[policy])
        {
            int earliest = Math.Max(0, start + length - phrase.Length);
            int latest = Math.Min(text.Length, start + phrase.Length);
            if (
                phrase.Length >= length
                && latest > earliest
                && text.AsSpan(earliest, latest - earliest).Contains(phrase, StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Hit(Policy Policy, string Term, int Start);
}

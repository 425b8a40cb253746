using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Listings;

/// <summary>Holds listings against the policy packs of a store. Safe to use from several threads, each with its own scan.</summary>
internal sealed class PolicySearch
{
    private const string Title = "item-name";
    private static readonly string[] Columns = [Title, "item-description", "item-note"];

    private readonly PhraseIndex _terms;
    private readonly PhraseIndex _excuses;
    private readonly Dictionary<string, (Policy Policy, ListingPattern Pattern)[]> _patterns;

    /// <param name="policies">The packs that hold for the store.</param>
    /// <param name="store">The store, whose languages the terms are searched in; null for all languages.</param>
    public PolicySearch(IEnumerable<Policy> policies, Marketplace? store = null)
    {
        List<Policy> packs = [.. policies];
        _patterns = Columns.ToDictionary(
            field => field,
            field => PatternsOf(packs.Where(policy => policy.Fields.Contains(field)), field)
        );
        // English and Chinese stand in listings of any store: sellers write them.
        HashSet<string>? languages = store is { Languages.Count: > 0 }
            ? [.. store.Languages, "any", "en", "zh-Hans"]
            : null;
        _terms = PhraseIndex.OfTerms(packs, languages);
        _excuses = PhraseIndex.OfExcuses(packs);
    }

    private static (Policy, ListingPattern)[] PatternsOf(IEnumerable<Policy> policies, string field) =>
        [
            .. from policy in policies
            from pattern in policy.Patterns
            where field == Title || !ListingPatterns.IsOfTitles(pattern)
            select (policy, pattern),
        ];

    /// <summary>What speaks against a listing.</summary>
    public List<ListingFinding> Of(ListingRow listing)
    {
        List<ListingFinding> findings = [];
        new Scan(this).Add(listing, findings);
        return findings;
    }

    /// <summary>Looks at listing after listing with the same buffers.</summary>
    internal sealed class Scan(PolicySearch search)
    {
        private readonly FoldedText _text = new();
        private readonly List<Found> _found = [];

        /// <summary>Adds what speaks against a listing: each policy and field once for each wording.</summary>
        public void Add(ListingRow listing, List<ListingFinding> into)
        {
            Look(Title, listing.Name, listing, into);
            Look("item-description", listing.Description, listing, into);
            Look("item-note", listing.Note, listing, into);
        }

        private void Look(string field, ReadOnlyMemory<char> written, ListingRow listing, List<ListingFinding> into)
        {
            if (written.Length == 0)
            {
                return;
            }

            foreach (Found hit in Hits(field, written))
            {
                Say(hit.Phrase.Policy, _text.Quote(hit.Start, hit.Length));
            }

            foreach ((Policy policy, ListingPattern pattern) in search._patterns[field])
            {
                if (ListingPatterns.Quote(pattern, policy, written.Span, listing) is { } quote)
                {
                    Say(policy, quote);
                }
            }

            void Say(Policy policy, string quote)
            {
                if (Severity(policy, listing.Condition) is { } severity)
                {
                    into.Add(
                        new ListingFinding(
                            listing.Sku,
                            listing.Asin,
                            policy.Code,
                            severity,
                            new ListingEvidence(field, quote)
                        )
                    );
                }
            }
        }

        private IEnumerable<Found> Hits(string field, ReadOnlyMemory<char> written)
        {
            _found.Clear();
            _text.Set(written, search._terms);
            search._terms.Find(_text, _found);
            if (_found.Count == 0)
            {
                return [];
            }

            _text.Set(written, search._excuses);
            search._excuses.Find(_text, _found);
            return TermHits.Standing(_found, field);
        }

        /// <summary>How grave a policy's findings are for an offer; null when it does not hold for its condition.</summary>
        private static ListingSeverity? Severity(Policy policy, OfferCondition? condition) =>
            policy.SoldAs is null || policy.SoldAs == condition ? policy.Severity
            : condition is null && policy.SoldAs is OfferCondition.New
                ? (ListingSeverity)Math.Max(0, (int)policy.Severity - 1)
            : null;
    }
}

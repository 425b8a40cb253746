using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Listings;

/// <summary>The listings of the files: what speaks against them, and which ASINs are listed at all.</summary>
internal static class ListingCheck
{
    /// <summary>Listings that one thread looks at in one go.</summary>
    private const int Block = 4096;

    /// <summary>The searches of stores whose seller names no brand, made once for a knowledge.</summary>
    private static readonly ConditionalWeakTable<KnowledgeBase, ConcurrentDictionary<string, PolicySearch>> Usual = [];

    /// <summary>The findings: what the notice is about first, then the gravest, then by SKU.</summary>
    /// <param name="ofAmazon">What Amazon itself found.</param>
    /// <param name="notice">The notice, whose ASINs and stated reasons come first; null when there is none.</param>
    /// <param name="report">Told now and then how many listings were looked at, from any thread.</param>
    /// <param name="ownBrands">Brands that the seller owns or is licensed for: no brand names of others.</param>
    public static IReadOnlyList<ListingFinding> Findings(
        IReadOnlyList<ListingRow> listings,
        IReadOnlyList<ListingFinding> ofAmazon,
        KnowledgeBase knowledge,
        string? marketplace,
        Diagnosis? notice = null,
        IReadOnlyList<string>? ownBrands = null,
        Action<long>? report = null,
        CancellationToken cancel = default
    )
    {
        if (listings.Count == 0 && ofAmazon.Count == 0)
        {
            return [];
        }

        PolicySearch search = ownBrands is { Count: > 0 }
            ? SearchFor(knowledge, marketplace, ownBrands)
            : Usual
                .GetValue(knowledge, _ => [])
                .GetOrAdd(marketplace ?? "", _ => SearchFor(knowledge, marketplace, null));
        var order = new NoticeFirst(notice, knowledge);
        return order.Sort(Search(search, listings, report, cancel).Concat(ofAmazon).Distinct());
    }

    private static PolicySearch SearchFor(
        KnowledgeBase knowledge,
        string? marketplace,
        IReadOnlyList<string>? ownBrands
    ) =>
        new(
            knowledge.Policies.Where(policy => policy.HoldsFor(marketplace)).Select(policy => Own(policy, ownBrands)),
            knowledge.Marketplace(marketplace)
        );

    /// <summary>
    /// The pack without the seller's brands, where it is one of brands (those may stand first in a title). Whoever owns
    /// Nintendo owns Nintendo Switch.
    /// </summary>
    private static Policy Own(Policy policy, IReadOnlyList<string>? brands)
    {
        if (!policy.NotFirst || brands is not { Count: > 0 })
        {
            return policy;
        }

        List<string> own = [.. brands.Select(FoldedText.Fold).Where(brand => brand.Length > 0)];
        IEnumerable<string> owned = policy
            .Terms.SelectMany(words => words.Value)
            .Where(term =>
                own.Exists(brand => $" {FoldedText.Fold(term)} ".Contains($" {brand} ", StringComparison.Ordinal))
            );
        return policy with { Owned = [.. policy.Owned, .. owned] };
    }

    /// <summary>Every ASIN and SKU, live if any row of it is; sorted.</summary>
    public static IReadOnlyList<ListedAsin> Listed(IReadOnlyList<ListingRow> listings)
    {
        Dictionary<(string Asin, string Sku), bool> live = new(listings.Count);
        foreach (ListingRow listing in listings)
        {
            if (listing.Asin is { } asin)
            {
                live[(asin, listing.Sku)] = listing.Live || live.GetValueOrDefault((asin, listing.Sku));
            }
        }

        ListedAsin[] listed = [.. live.Select(pair => new ListedAsin(pair.Key.Asin, pair.Key.Sku, pair.Value))];
        Array.Sort(
            listed,
            (a, b) =>
                string.CompareOrdinal(a.Asin, b.Asin) is not 0 and int byAsin
                    ? byAsin
                    : string.CompareOrdinal(a.Sku, b.Sku)
        );
        return listed;
    }

    private static IEnumerable<ListingFinding> Search(
        PolicySearch search,
        IReadOnlyList<ListingRow> listings,
        Action<long>? report,
        CancellationToken cancel
    )
    {
        long done = 0;
        var blocks = new List<ListingFinding>[(listings.Count + Block - 1) / Block];
        Parallel.For(
            0,
            blocks.Length,
            new ParallelOptions { CancellationToken = cancel },
            () => new PolicySearch.Scan(search),
            (block, _, scan) =>
            {
                List<ListingFinding> found = [];
                int end = Math.Min(listings.Count, (block + 1) * Block);
                for (int i = block * Block; i < end; i++)
                {
                    scan.Add(listings[i], found);
                }

                blocks[block] = found;
                report?.Invoke(Interlocked.Add(ref done, end - (block * Block)));
                return scan;
            },
            _ => { }
        );
        return blocks.SelectMany(found => found);
    }
}

/// <summary>Puts what the notice is about before everything else: its own ASINs, and the reasons and the ground it states.</summary>
internal sealed class NoticeFirst
{
    private readonly HashSet<string> _asins;
    private readonly HashSet<string> _rules;

    public NoticeFirst(Diagnosis? notice, KnowledgeBase knowledge)
    {
        _asins = notice is null ? [] : [.. notice.Asins];
        List<string> reasons =
            notice is null ? []
            : notice.Reasons.Count > 0 ? [.. notice.Reasons.Select(reason => reason.Code)]
            : notice.Ground is { } ground and not Ground.Performance
                ? [.. knowledge.Reasons.Where(reason => reason.Ground == ground).Select(reason => reason.Code)]
            : [];
        _rules = [.. knowledge.Policies.Where(policy => policy.Reasons.Any(reasons.Contains)).Select(p => p.Code)];
    }

    public IReadOnlyList<ListingFinding> Sort(IEnumerable<ListingFinding> findings) =>
        [
            .. findings
                .Select(finding =>
                    finding with
                    {
                        InNotice = finding.Asin is not null && _asins.Contains(finding.Asin),
                    }
                )
                .OrderByDescending(finding => finding.InNotice && _rules.Contains(finding.Rule))
                .ThenByDescending(finding => finding.InNotice)
                .ThenByDescending(finding => _rules.Contains(finding.Rule))
                .ThenByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Sku, StringComparer.Ordinal)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
        ];
}

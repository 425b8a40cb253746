using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Evidence;

/// <summary>
/// What can still be mended and when the figures recover: <c>claim.N</c> (claims and chargebacks that can be answered),
/// <c>listing.N</c> (those against a policy) and <c>recovery.N</c> (missed metrics).
/// </summary>
internal static class RepairFacts
{
    /// <summary>More are in the review; a list of steps names the first.</summary>
    private const int Most = 20;

    public static void Add(
        FactBook book,
        Review review,
        IReadOnlyList<string> reasons,
        KnowledgeBase knowledge,
        string language,
        Formats formats
    )
    {
        AddClaims(book, review, knowledge, language, formats);
        AddListings(book, review, knowledge, language);
        HashSet<string> metrics = [.. reasons.SelectMany(code => knowledge.Reason(code)?.Metrics ?? [])];
        AddRecovery(
            book,
            [.. review.Forecast.Where(f => metrics.Contains(f.Metric))],
            review,
            knowledge,
            language,
            formats
        );
    }

    private static void AddClaims(
        FactBook book,
        Review review,
        KnowledgeBase knowledge,
        string language,
        Formats formats
    )
    {
        if (Source(review, "claims") is not { } source)
        {
            return;
        }

        List<(Repair Repair, RepairRule Rule)> claims =
        [
            .. review
                .Repairs.Select(repair => (repair, Rule: knowledge.Repairs.FirstOrDefault(r => r.Code == repair.Rule)!))
                .Where(pair => pair.Rule?.Of is RepairOf.AToZ or RepairOf.Chargeback && pair.repair.Order is not null),
        ];
        book.Add("claims.known", "yes", null, source);
        if (claims.Count > 0)
        {
            book.Add("claims.count", formats.Count(claims.Count), null, source);
        }

        for (int i = 0; i < Math.Min(claims.Count, Most); i++)
        {
            string item = FactBook.Item("claim", i + 1);
            book.Add(item + "order", claims[i].Repair.Order, null, source);
            book.Add(item + "what", claims[i].Rule.Name.In(language), claims[i].Rule.Code, source);
            book.Add(item + "due", claims[i].Repair.Due is { } due ? formats.Date(due) : null, null, source);
        }
    }

    private static void AddListings(FactBook book, Review review, KnowledgeBase knowledge, string language)
    {
        if (Source(review, "listings") is not { } source)
        {
            return;
        }

        List<ListingFinding> findings =
        [
            .. review
                .Listings.Where(finding => finding is { OfAmazon: false, Severity: > ListingSeverity.Low })
                .OrderByDescending(finding => finding.InNotice)
                .Take(Most),
        ];
        for (int i = 0; i < findings.Count; i++)
        {
            string item = FactBook.Item("listing", i + 1);
            Policy? policy = knowledge.Policies.FirstOrDefault(p => p.Code == findings[i].Rule);
            book.Add(item + "sku", findings[i].Sku, null, source);
            book.Add(item + "asin", findings[i].Asin, null, source);
            book.Add(item + "quote", findings[i].Evidence.Quote, null, source);
            book.Add(item + "policy", policy?.Name.In(language), findings[i].Rule, source);
        }
    }

    private static void AddRecovery(
        FactBook book,
        List<MetricForecast> forecasts,
        Review review,
        KnowledgeBase knowledge,
        string language,
        Formats formats
    )
    {
        if (Source(review, "all_orders") is not { } source)
        {
            return;
        }

        for (int i = 0; i < forecasts.Count; i++)
        {
            string item = FactBook.Item("recovery", i + 1);
            book.Add(
                item + "metric",
                knowledge.Metric(forecasts[i].Metric).Name.In(language),
                forecasts[i].Metric,
                source
            );
            book.Add(item + "date", forecasts[i].MetByAgeing is { } day ? formats.Date(day) : null, null, source);
            int? clean = forecasts[i].CleanOrdersNeeded;
            book.Add(
                item + "orders",
                clean is { } orders ? formats.Count(orders) : null,
                clean?.ToString(CultureInfo.InvariantCulture),
                source
            );
        }
    }

    private static FactSource? Source(Review review, string type) =>
        review.Files.FirstOrDefault(f => f.Has(type)) is { } file
            ? new FactSource
            {
                Origin = FactOrigin.Report,
                File = file.Path,
                Sha256 = file.Sha256,
            }
            : null;
}

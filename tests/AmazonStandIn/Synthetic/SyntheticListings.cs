namespace Reprieve.AmazonStandIn;

/// <summary>The catalogue of an invented account: the same products in every store, some with issues.</summary>
internal sealed class SyntheticListings
{
    private static readonly string[] Things =
    [
        "Desk lamp",
        "Water bottle",
        "Phone stand",
        "Garden hose",
        "Café cup set",
    ];
    private static readonly string[] Likes = ["quality", "value for money", "easy to use", "appearance"];
    private static readonly string[] Dislikes = ["durability", "size", "packaging", "missing parts"];

    private readonly ILookup<string, SellerListing> _byStore;

    public SyntheticListings(Chance chance, string[] stores, int products, DateTimeOffset now)
    {
        All = [.. Enumerable.Range(1, products).SelectMany(number => Product(chance, stores, number, now))];
        _byStore = All.ToLookup(l => l.MarketplaceId);
    }

    public IReadOnlyList<SellerListing> All { get; }

    public SellerListing Any(Chance chance, string store) => chance.Of([.. _byStore[store]]);

    public string AnyStore(Chance chance) => chance.Of([.. _byStore.Select(s => s.Key)]);

    public IReadOnlyList<ReviewTopic> Topics(Chance chance) =>
        [
            .. All.SelectMany(l =>
                Likes
                    .Select(t => new ReviewTopic(
                        l.Asin,
                        l.MarketplaceId,
                        t,
                        chance.Below(200),
                        Share(chance),
                        chance.Between(0.05, 0.6)
                    ))
                    .Concat(
                        Dislikes.Select(t => new ReviewTopic(
                            l.Asin,
                            l.MarketplaceId,
                            t,
                            chance.Below(60),
                            Share(chance),
                            -chance.Between(0.05, 0.9)
                        ))
                    )
            ),
        ];

    private static double Share(Chance chance) => Math.Round(chance.Between(1, 40), 1);

    private static IEnumerable<SellerListing> Product(Chance chance, string[] stores, int number, DateTimeOffset now)
    {
        string asin = "B0" + chance.Letters(8);
        string title = $"{chance.Of(Things)}, model {number}";
        bool byAmazon = chance.Happens(0.4);
        decimal price = Math.Round((decimal)chance.Between(6, 90), 2);
        DateTimeOffset created = now.AddDays(-chance.Between(150, 900));
        foreach (string store in stores)
        {
            ListingIssue[] issues = chance.Happens(0.15) ? [Issue(chance)] : [];
            bool suppressed = issues.Any(i => i.Actions.Count > 0);
            yield return new SellerListing(
                FormattableString.Invariant($"SKU-{number:D4}"),
                asin,
                store,
                title,
                price,
                chance.Below(300),
                byAmazon,
                Whole(created),
                Whole(now.AddDays(-chance.Between(1, 90))),
                !suppressed,
                !suppressed
            )
            {
                Issues = issues,
            };
        }
    }

    private static ListingIssue Issue(Chance chance) =>
        chance.Of(
            new ListingIssue(
                "18320",
                "The main image has a text on it.",
                "ERROR",
                ["main_product_image_locator"],
                ["INVALID_IMAGE"],
                ["SEARCH_SUPPRESSED"]
            ),
            new ListingIssue(
                "90220",
                "The attribute 'brand' is missing.",
                "ERROR",
                ["brand"],
                ["MISSING_ATTRIBUTE"],
                []
            ),
            new ListingIssue(
                "18452",
                "Approval is needed to list this product.",
                "ERROR",
                [],
                ["QUALIFICATION_REQUIRED"],
                ["LISTING_SUPPRESSED"]
            ),
            new ListingIssue(
                "99300",
                "The title is longer than advised.",
                "WARNING",
                ["item_name"],
                ["INVALID_ATTRIBUTE"],
                []
            )
        );

    private static DateTimeOffset Whole(DateTimeOffset time) =>
        new(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond, time.Offset);
}

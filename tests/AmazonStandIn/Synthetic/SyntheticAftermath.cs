namespace Reprieve.AmazonStandIn;

/// <summary>What comes after orders were sent: feedback, returns, claims and chargebacks.</summary>
internal static class SyntheticAftermath
{
    private static readonly string[] Good = ["Arrived early, thank you.", "As described.", "Très bien, merci."];
    private static readonly string[] Bad =
    [
        "Came a week late.",
        "Not as described.",
        "Größe passt nicht.",
        "Boîte abîmée, déçu.",
    ];
    private static readonly string[] BadInJapan = ["商品が説明と違いました。", "配送が遅い。"];
    private static readonly string[] Reasons =
    [
        "DEFECTIVE",
        "NOT_AS_DESCRIBED",
        "UNWANTED_ITEM",
        "MISSED_ESTIMATED_DELIVERY",
    ];
    private static readonly string[] Dispositions = ["SELLABLE", "CUSTOMER_DAMAGED", "DEFECTIVE"];

    public static AccountData Add(AccountData data, Chance chance, DateTimeOffset now)
    {
        List<SellerFeedback> feedback = [];
        List<MerchantReturn> merchant = [];
        List<WarehouseReturn> warehouse = [];
        List<ClaimEvent> claims = [];
        foreach (SellerOrder order in data.Orders.Where(o => o.Status == "SHIPPED"))
        {
            DateTimeOffset later = order.Updated.AddHours(Math.Floor(chance.Between(12, 300)));
            if (chance.Happens(0.05) && later < now)
            {
                feedback.Add(Feedback(chance, order, later));
            }

            if (chance.Happens(0.04) && later < now)
            {
                string item = order.Lines[0].ItemId;
                if (order.ByAmazon)
                {
                    warehouse.Add(new(later, order.Id, item, chance.Of(Reasons), chance.Of(Dispositions), ""));
                }
                else
                {
                    merchant.Add(
                        new(
                            later,
                            order.Id,
                            item,
                            "CR-" + chance.Of(Reasons),
                            "Approved",
                            chance.Happens(0.1),
                            "RMA" + chance.Digits(9)
                        )
                    );
                }
            }

            if (chance.Happens(order.ByAmazon ? 0.001 : 0.006) && later < now)
            {
                claims.Add(new(later, order.Id, order.Lines[0].UnitPrice, chance.Happens(0.2)));
            }
        }

        return data with
        {
            Feedback = feedback,
            MerchantReturns = merchant,
            WarehouseReturns = warehouse,
            Claims = claims,
        };
    }

    private static SellerFeedback Feedback(Chance chance, SellerOrder order, DateTimeOffset at)
    {
        int stars = chance.Of(5, 5, 5, 5, 5, 4, 4, 3, 2, 1);
        string country = Marketplaces.Of(order.MarketplaceId).Country;
        string comment =
            stars > 3 ? chance.Of(country == "JP" ? Good[..2] : Good) : chance.Of(country == "JP" ? BadInJapan : Bad);
        return new(DateOnly.FromDateTime(at.UtcDateTime), order.MarketplaceId, stars, comment, "", order.Id);
    }
}

/// <summary>Cases at Seller Support of an invented account.</summary>
internal static class SyntheticCases
{
    public static IReadOnlyList<SupportCase> Make(Chance chance, DateTimeOffset now) =>
        [
            .. Enumerable
                .Range(1, 3)
                .Select(number =>
                {
                    DateTimeOffset created = now.AddDays(-10 * number);
                    string id = chance.Digits(11);
                    return new SupportCase(
                        id,
                        $"Question {number} about a listing",
                        chance.Of("RESOLVED", "PENDING_MERCHANT_ACTION", "PENDING_AMAZON_ACTION"),
                        created,
                        created.AddDays(1),
                        [
                            new(id + "-1", created, false, "Why is our listing not shown?", []),
                            new(id + "-2", created.AddDays(1), true, "Please send the missing image.", ["guide.pdf"]),
                        ]
                    );
                }),
        ];
}

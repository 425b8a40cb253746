namespace Reprieve.SampleMaker;

/// <summary>
/// A Chinese company that sells kitchen goods on Amazon.com, fulfilled by Amazon. Buyers doubted two items whose
/// cartons had been changed to a plain one without the brand. The supplier's invoices cover what was sold.
/// </summary>
internal static class Inauthentic
{
    public static readonly DateOnly NoticeDay = new(2026, 10, 14);
    private static readonly DateOnly ReportStart = new(2026, 6, 17);

    public static readonly Product Lids = new(
        "QB-LID-6",
        "B0ZQB2L6MK",
        "Quillbrook Silicone Stretch Lids, Set of 6, Gray",
        15.99m
    );

    public static readonly Product Strainer = new(
        "QB-SINK-2",
        "B0ZQB7S2NP",
        "Quillbrook Stainless Steel Sink Strainer, 2 Pack",
        11.49m
    );

    private static readonly Product[] Others =
    [
        new("QB-SPOON-5", "B0ZQB4P5RT", "Quillbrook Measuring Spoons, Set of 5, Magnetic", 12.99m),
        new("QB-RACK-1", "B0ZQB9R1SV", "Quillbrook Over-Sink Dish Rack, Roll-Up, Black", 19.99m),
    ];

    public static void Write(SampleFolder folder)
    {
        var dice = new Dice(20261014);
        List<Sale> sales = [];
        for (int at = 0; at < 800; at++)
        {
            Product product = (at % 8) switch
            {
                < 3 => Lids,
                < 5 => Strainer,
                _ => Others[dice.Below(2)],
            };
            DateOnly day = ReportStart.AddDays(dice.Below(119));
            sales.Add(
                new Sale
                {
                    OrderId = dice.OrderId(),
                    Purchased = StoreTime.At(day, dice.Between(0, 23), dice.Below(60), dice.Below(60)),
                    Product = product,
                    ByAmazon = true,
                    Quantity = dice.Percent(9) ? 2 : 1,
                    ServiceLevel = dice.Percent(70) ? "Expedited" : "SecondDay",
                    Status =
                        at % 97 == 11 ? "Cancelled"
                        : day > new DateOnly(2026, 10, 11) && at % 5 == 0 ? "Pending"
                        : "Shipped",
                    Place = dice.Pick(Place.All),
                }
            );
        }

        Reports.Orders(folder, StoreTime.At(NoticeDay, 9, 30), sales);
        Reports.Listings(
            folder,
            [
                (Lids, true, 0, "Inactive"),
                (Strainer, true, 0, "Inactive"),
                (Others[0], true, 0, "Active"),
                (Others[1], true, 0, "Active"),
            ]
        );
        Reports.Feedback(folder, Feedback(sales));
        SupplierInvoice.Write(folder);
        InauthenticNotice.Write(folder);
    }

    private static IEnumerable<(DateOnly, int, string, string, string)> Feedback(List<Sale> sales)
    {
        List<Sale> shipped = [.. sales.Where(s => s.Status == "Shipped").OrderBy(s => s.Purchased)];
        string[] kind = ["Works well.", "Good value.", "As described.", "Arrived quickly.", "Nice set, thank you."];
        for (int at = 0; at < 30; at++)
        {
            Sale sale = shipped[(at * 23 + 3) % shipped.Count];
            yield return (Day(sale, 8), at % 7 == 3 ? 4 : 5, kind[at % kind.Length], "", sale.OrderId);
        }

        Sale lids = shipped.Last(s => s.Product == Lids && s.Purchased < StoreTime.At(new(2026, 9, 20), 0, 0));
        Sale strainer = shipped.Last(s => s.Product == Strainer && s.Purchased < StoreTime.At(new(2026, 9, 26), 0, 0));
        Sale earlier = shipped.First(s => s.Product == Lids && s.Purchased > StoreTime.At(new(2026, 9, 2), 0, 0));
        yield return (Day(lids, 9), 1, "Plain brown carton without any brand. Is this the original?", "", lids.OrderId);
        yield return (
            Day(strainer, 7),
            2,
            "Box does not look like the picture, seems to be a copy.",
            "",
            strainer.OrderId
        );
        yield return (
            Day(earlier, 8),
            3,
            "No logo on the lids or on the box, not what I expected.",
            "",
            earlier.OrderId
        );
    }

    private static DateOnly Day(Sale sale, int later)
    {
        DateOnly day = StoreTime.Day(sale.Purchased).AddDays(later);
        return day >= NoticeDay ? NoticeDay.AddDays(-1) : day;
    }
}

/// <summary>The notice: a plan of action first, and the invoices that prove it.</summary>
internal static class InauthenticNotice
{
    public static void Write(SampleFolder folder) =>
        new Mail
        {
            From = "seller-performance@amazon.com",
            FromName = "Amazon Seller Performance",
            To = "amazon@quillbrook-home.example",
            Subject = "Your Amazon seller account is deactivated",
            Date = StoreTime.At(Inauthentic.NoticeDay, 1, 47, 5),
            Id = "20261014-quillbrook@amazon.com",
            Text = $"""
                Hello Quillbrook Home,

                Your Amazon seller account has been deactivated in accordance with section 3 of Amazon's Business Solutions Agreement, and your listings have been removed from our store. Funds will not be transferred to you but will stay in your account while we work with you to address this issue.

                Why is this happening?

                We have taken this action because we received complaints from buyers that some of your items may be inauthentic. The items are listed at the end of this message. The sale of inauthentic products is strictly prohibited on Amazon: https://sellercentral.amazon.com/help/hub/reference/G201165970

                How do I reactivate my account?

                To reactivate your account, send us a plan of action that explains:
                -- The root cause of the complaints about the authenticity of your items.
                -- The actions you have taken to resolve the complaints about the authenticity of your items.
                -- The steps you have taken to prevent complaints about the authenticity of your items in the future.

                Together with your plan of action, send us:
                -- Copies of invoices from your supplier issued in the last 365 days. They should reflect your sales volume during that time.
                -- Contact information for your supplier, including name, phone number, address and website.

                You may send .pdf, .jpg, .png or .gif files. You may remove pricing information, but the rest of the document must be visible. We may contact your supplier to verify the documents.

                How do I send the required information?

                Go to Account Health in Seller Central and select "Reactivate your account" at the top of the page: https://sellercentral.amazon.com/performance/dashboard

                Has your account been deactivated in error?

                If you believe there has been an error, please tell us so in the same place and explain why.

                What happens if I do not send the required information?

                If we do not receive the requested information, your account will remain deactivated. If we find that you have engaged in deceptive, fraudulent or illegal activity, or in the sale of counterfeit goods, we may withhold some or all funds in your account.

                ASIN: {Inauthentic.Lids.Asin}
                Title: {Inauthentic.Lids.Name}

                ASIN: {Inauthentic.Strainer.Asin}
                Title: {Inauthentic.Strainer.Name}

                Seller Performance Team
                Amazon.com
                """,
        }.Write(folder, "notice.eml");
}

using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

public sealed class RowRuleTests
{
    [Fact]
    public void Bad_rows_are_rejected_one_by_one_with_their_row_and_reason()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-08-01"),
            Order("not an order", "2026-08-01"),
            Order(Id(2), "yesterday"),
            Order(Id(3), "2026-08-01") + "\textra",
            Order(Id(4), "2026-08-01", sku: "A\0B"),
            "",
            "   \t  ",
            Order(Id(5), "2026-08-01", updated: "2026-13-01"),
            Order(Id(6), ""),
            $"{Id(7)}\t2026-08-01\t\tShipped\tMerchant\tAmazon.com"
        );
        Review review = folder.Review();
        ReviewedFile file = review.Files.ShouldHaveSingleItem();
        (file.Type, file.Rows, file.RejectedRows).ShouldBe(("all_orders", 8, 6));
        review.Rejected.Select(row => row.Row).ShouldBe([3L, 4, 5, 6, 9, 10]);
        review.Rejected.ShouldAllBe(row => row.File == "orders.txt" && row.Reason.Length > 10);
        review.Rejected[1].Reason.ShouldContain("yesterday");
        review.Rejected[1].Reason.ShouldContain("purchase-date");
        review.Of("order_defect_rate").Denominator.ShouldBe(2);
        (file.From, file.To).ShouldBe((new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 1)));
    }

    [Fact]
    public void Rows_outside_a_closed_list_are_rejected()
    {
        using CaseFolder folder = new CaseFolder()
            .Claims(
                $"{Id(1)}\ta_to_z\t2026-08-10\tlost",
                $"{Id(1)}\trefund\t2026-08-10\tgranted",
                $"{Id(1)}\ta_to_z\t2026-08-10\t",
                $"{Id(1)}\tchargeback\t2026-08-10\tlost"
            )
            .Cancellations($"{Id(1)}\tthe cat", $"{Id(1)}\t")
            .Feedback($"8/10/26\t0\t\t\t{Id(1)}\t", $"8/10/26\tgood\t\t\t{Id(1)}\t", "8/10/26\t1\t\t\t\t")
            .Shipments($"{Id(1)}\t2026-09-10\tyes\t\t\t\t\t\t", $"{Id(1)}\t\t\t\t\t\t\t\ttwo");
        Review review = folder.Review();
        review
            .Files.Select(file => (file.Path, file.Rows, file.RejectedRows))
            .ShouldBe([
                ("cancellations.txt", 2, 2),
                ("claims.txt", 4, 4),
                ("feedback.txt", 3, 3),
                ("shipments.txt", 2, 2),
            ]);
        review.Rejected[0].Reason.ShouldContain("amazon_auto, buyer, seller");
    }

    [Fact]
    public void The_rows_of_the_newest_update_hold_as_instants()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            // Newer although its local clock says less.
            Order(Id(1), "2026-09-25", "Cancelled", updated: "2026-09-26T20:00:00-07:00"),
            Order(Id(1), "2026-09-25", "Shipped", updated: "2026-09-27T01:00:00+00:00"),
            Order(Id(2), "2026-09-25", "Pending", updated: "2026-09-25"),
            Order(Id(2), "2026-09-25", "Shipped", updated: "2026-09-26"),
            // What is known on the day holds against what comes later.
            Order(Id(3), "2026-09-25", "Shipped", updated: "2026-09-26"),
            Order(Id(3), "2026-09-25", "Cancelled", updated: "2026-10-05")
        );
        folder.Review().Of("cancellation_rate").Orders.ShouldBe([Id(1)]);
        folder.Review("2026-10-05").Rate("cancellation_rate").ShouldBe("0/0");
        folder.Review("2026-10-01").Of("cancellation_rate").Denominator.ShouldBe(3);
    }

    [Fact]
    public void Identical_rows_are_one_also_across_files()
    {
        string line = Order(Id(1), "2026-08-01", quantity: "3");
        using CaseFolder folder = new CaseFolder()
            .Orders(line, line, Order(Id(1), "2026-08-01", sku: "SKU-2", quantity: ""))
            .With("again.txt", OrderHeader + "\turl", line + "\thttp://x")
            .With("cancelled.txt", OrderHeader, Order(Id(2), "2026-08-01", itemStatus: "Cancelled", quantity: "9"));
        Review review = folder.Review();
        review.Sales.ShouldBe([new AsinSales("B000000001", 4, new DateOnly(2025, 9, 30), new DateOnly(2026, 9, 29))]);
    }

    [Fact]
    public void Rows_that_differ_in_the_letter_case_of_the_store_alone_are_one()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-08-01", store: "Amazon.com", quantity: "3"),
            Order(Id(1), "2026-08-01", store: "amazon.com", quantity: "3"),
            Order(Id(2), "2026-08-01", quantity: "2"),
            Order(Id(2), "2026-08-01", quantity: "5"),
            Order(Id(3), "2026-08-01", service: "Standard"),
            Order(Id(3), "2026-08-01", service: "Expedited")
        );
        folder.Review().Sales.ShouldHaveSingleItem().Units.ShouldBe(3 + 2 + 5 + 1 + 1);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_case_and_further_ones_are_ignored()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "o.csv",
            "Buyer Name,ORDER-STATUS,Fulfillment-Channel,Purchase-Date,Amazon-Order-Id\r\n"
                + $"\"Doe, \"\"J\"\"\r\nline two\",Shipped,Merchant,2026-08-01,{Id(1)}\r\n"
                + $"x,Cancelled,Merchant,2026-08-02,{Id(2)}"
        );
        Review review = folder.Review();
        review.Rejected.ShouldBeEmpty();
        review.Of("order_defect_rate").Denominator.ShouldBe(2);
        review.Marketplace.ShouldBeNull();
        review.TimeZone.ShouldBe("UTC");
    }

    [Fact]
    public void In_tab_files_a_quote_is_a_character()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-08-01", sku: "\"5-inch"),
            Order(Id(2), "2026-08-01", sku: "19\" rack")
        );
        Review review = folder.Review();
        review.Rejected.ShouldBeEmpty();
        review.Of("order_defect_rate").Denominator.ShouldBe(2);
    }

    [Fact]
    public void A_quote_that_never_closes_spoils_its_own_row_only()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "claims.csv",
            "order-id,type,opened,status,note\n"
                + $"{Id(1)},a_to_z,2026-08-10,granted,\"open\n"
                + $"{Id(2)},a_to_z,2026-08-10,granted,\n"
        );
        Review review = folder.Review();
        review.Files.ShouldHaveSingleItem().Rows.ShouldBe(2);
        review.Rejected.ShouldHaveSingleItem().Row.ShouldBe(2);
    }

    [Fact]
    public void A_row_beyond_any_sane_length_is_refused_and_the_next_is_read()
    {
        using CaseFolder folder = new CaseFolder().Orders(
            Order(Id(1), "2026-08-01", sku: new string('x', 2_000_000)),
            Order(Id(2), "2026-08-01")
        );
        Review review = folder.Review();
        review.Rejected.ShouldHaveSingleItem().Row.ShouldBe(2);
        review.Of("order_defect_rate").Denominator.ShouldBe(1);
    }

    [Fact]
    public void Files_carry_their_hash_where_it_is_asked_for_and_are_named_with_slashes()
    {
        using CaseFolder folder = new CaseFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "sub"));
        folder.WithText("sub/claims.txt", ClaimHeader + "\n");
        folder.Review().Files.ShouldHaveSingleItem().Sha256.ShouldBeNull();
        ReviewedFile file = folder.Review(hashed: true).Files.ShouldHaveSingleItem();
        file.Path.ShouldBe("sub/claims.txt");
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder.Path, "sub/claims.txt"));
        file.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        (file.Rows, file.From).ShouldBe((0, (DateOnly?)null));
    }
}

namespace Reprieve.Documents.Tests;

public sealed class InvoiceLayoutTests
{
    [Fact]
    public void Labels_above_their_values_are_read()
    {
        Document invoice = Invoices.LabelsAbove().Read();

        invoice.Kind.ShouldBe(DocumentKind.Invoice);
        invoice.Pages.ShouldBe(1);
        invoice.HasText.ShouldBeTrue();
        invoice.Number.ShouldBe("BW-2026-0314");
        invoice.Date.ShouldBe(new DateOnly(2026, 3, 14));
        invoice.Supplier.ShouldBe(
            new Party(
                "Ningbo Brightwell Housewares Co., Ltd.",
                "No. 18 Canal Road, Yinzhou District, Ningbo, China",
                "+86 574 5550 1234",
                null,
                "www.brightwell-housewares.com"
            )
        );
        invoice.Buyer!.Name.ShouldBe("Shenzhen Lantern Trading Co., Ltd.");
        invoice.Buyer.Address.ShouldBe("Room 1203, Building 5, 88 Keji Road, Nanshan District, Shenzhen 518057, China");
    }

    [Fact]
    public void Lines_of_a_table_carry_quantity_and_identifiers_also_from_their_second_row()
    {
        Document invoice = Invoices.LabelsAbove().Read();

        invoice.Lines.Count.ShouldBe(2);
        invoice.Lines[0].Quantity.ShouldBe(600);
        invoice.Lines[0].Identifiers.ShouldBe(["BW-221", "B0TESTAA01"]);
        invoice.Lines[0].Description.ShouldStartWith("Garlic press, stainless steel");
        invoice.Lines[1].Quantity.ShouldBe(1200);
    }

    [Fact]
    public void Labels_left_of_their_values_are_read()
    {
        Document invoice = Invoices.LabelsLeft().Read();

        invoice.Number.ShouldBe("100457");
        invoice.Date.ShouldBe(new DateOnly(2026, 3, 14));
        invoice.Supplier.ShouldBe(
            new Party(
                "Harbour Wholesale Inc.",
                "52 Dock Street, Portland, OR 97201, USA",
                "(503) 555-0142",
                "sales@harbour-wholesale.com",
                "harbour-wholesale.com"
            )
        );
        invoice.Buyer.ShouldBe(new Party("Maple Kitchen LLC", "9 Elm St, Austin, TX 78701"));
        invoice.Lines.ShouldHaveSingleItem().Quantity.ShouldBe(48);
        invoice.Lines[0].Identifiers.ShouldBe(["012345678905"]);
    }

    [Fact]
    public void A_german_letter_is_read_with_sender_line_window_and_decimal_comma()
    {
        Document invoice = Invoices.German().Read();

        invoice.Kind.ShouldBe(DocumentKind.Invoice);
        invoice.Number.ShouldBe("RE-2026-118");
        invoice.Date.ShouldBe(new DateOnly(2026, 2, 5));
        invoice.Supplier!.Name.ShouldBe("Waldhof Haushaltswaren GmbH");
        invoice.Supplier.Address.ShouldBe("Lindenweg 7, 50667 Köln");
        invoice.Supplier.Phone.ShouldBe("+49 221 5550 17");
        invoice.Buyer.ShouldBe(new Party("Nordlicht Handel GmbH", "Hafenstraße 12, 20457 Hamburg"));
        invoice.Lines.ShouldHaveSingleItem().Quantity.ShouldBe(1200);
        invoice.Lines[0].Identifiers.ShouldBe(["4006381333931"]);
    }

    [Fact]
    public void A_chinese_invoice_is_read_with_both_parties_side_by_side()
    {
        Document invoice = Invoices.Chinese().Read();

        invoice.Kind.ShouldBe(DocumentKind.Invoice);
        invoice.Number.ShouldBe("26337000000123456789");
        invoice.Date.ShouldBe(new DateOnly(2026, 3, 14));
        invoice.Supplier.ShouldBe(
            new Party(
                "宁波明井家居用品有限公司",
                "宁波市鄞州区运河路18号",
                "0574-55501234",
                null,
                "www.mingjing-jiaju.cn"
            )
        );
        invoice.Buyer!.Name.ShouldBe("深圳市灯笼贸易有限公司");
        invoice.Buyer.Phone.ShouldBe("0755-55501234");
        invoice.Lines.ShouldHaveSingleItem().Quantity.ShouldBe(600);
    }

    [Fact]
    public void A_table_goes_on_on_the_second_page_under_a_repeated_header()
    {
        Document invoice = new Paper()
            .At(40, 60, "Invoice No. 77", 14)
            .Row(100, (40, "Description"), (300, "Qty"), (400, "Amount"))
            .Row(114, (40, "Cup, blue"), (300, "10"), (400, "20.00"))
            .Row(128, (300, "Subtotal"), (400, "20.00"))
            .NextPage()
            .Row(60, (40, "Description"), (300, "Qty"), (400, "Amount"))
            .Row(74, (40, "Cup, red"), (300, "15"), (400, "30.00"))
            .Row(90, (300, "Total"), (400, "50.00"))
            .Row(120, (40, "Thank you for 1000 orders"), (300, "99"))
            .Read();

        invoice.Pages.ShouldBe(2);
        invoice
            .Lines.Select(line => (line.Description, line.Quantity, line.Page))
            .ShouldBe([("Cup, blue", 10, 1), ("Cup, red", 15, 2)]);
    }

    [Fact]
    public void Words_are_put_together_by_place_whatever_order_they_are_drawn_in()
    {
        Document invoice = new Paper()
            .At(400, 114, "20.00")
            .At(300, 114, "10")
            .At(150, 60, "2026-05-04")
            .At(40, 114, "Cup, blue")
            .Row(100, (400, "Amount"), (300, "Qty"), (40, "Description"))
            .At(40, 60, "Invoice date:")
            .At(40, 40, "INVOICE")
            .Read();

        invoice.Date.ShouldBe(new DateOnly(2026, 5, 4));
        invoice.Lines.ShouldHaveSingleItem().Quantity.ShouldBe(10);
    }

    [Fact]
    public void A_due_date_is_no_date_of_issue()
    {
        Document invoice = new Paper().At(40, 40, "INVOICE").At(40, 60, "Due date: 2026-06-30").Read();

        invoice.Date.ShouldBeNull();
    }

    [Fact]
    public void The_paper_itself_stays_as_it_was()
    {
        string path = Path.GetTempFileName();
        try
        {
            byte[] bytes = Invoices.LabelsAbove().Bytes();
            File.WriteAllBytes(path, bytes);
            DateTime written = File.GetLastWriteTimeUtc(path);

            Document invoice = Reader.Documents.Read(
                path,
                "docs/a.pdf",
                new DocumentContext(),
                TestContext.Current.CancellationToken
            );

            File.ReadAllBytes(path).ShouldBe(bytes);
            File.GetLastWriteTimeUtc(path).ShouldBe(written);
            invoice.Path.ShouldBe("docs/a.pdf");
            invoice.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}

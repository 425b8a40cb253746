namespace Reprieve.Documents.Tests;

/// <summary>The papers of the samples are read in full, and stand up to the checks.</summary>
public sealed class SampleTests
{
    private static Document Read(string sample, string file, DocumentContext context)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Reprieve.slnx")))
        {
            root =
                Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("no Reprieve.slnx above the tests");
        }

        string path = Path.Combine(root, "samples", sample, file);
        return Reader.Documents.Read(path, file, context, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_suppliers_invoice_of_the_inauthentic_sample()
    {
        Document invoice = Read(
            "inauthentic",
            "invoice-TF-2026-0727.pdf",
            new DocumentContext
            {
                NoticeDate = new DateOnly(2026, 10, 12),
                LegalNames = ["深圳市鹅溪家居用品有限公司", "Shenzhen Quillbrook Houseware Co., Ltd."],
                Address = "Room 1207, Tower A, No. 66 Lanshan Street, Nanshan District, Shenzhen 518000, China",
            }
        );

        invoice.Kind.ShouldBe(DocumentKind.Invoice);
        invoice.Number.ShouldBe("TF-2026-0727");
        invoice.Date.ShouldBe(new DateOnly(2026, 7, 27));
        invoice.Supplier!.Name.ShouldBe("Shenzhen Tealfern Industrial Co., Ltd.");
        invoice.Buyer!.Address.ShouldBe(
            "Room 1207, Tower A, No. 66 Lanshan Street, Nanshan District, Shenzhen 518000, China"
        );
        invoice.Lines.Select(line => line.Quantity).ShouldBe([480, 360]);
        invoice.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_power_bill_of_the_german_sample()
    {
        Document bill = Read(
            "identity-verification",
            "stromrechnung-2026-09.pdf",
            new DocumentContext
            {
                NoticeDate = new DateOnly(2026, 10, 5),
                LegalNames = ["Ahornkamp Handels GmbH"],
                Address = "Musterweg 14, 12345 Musterstadt",
            }
        );

        bill.Kind.ShouldBe(DocumentKind.UtilityBill);
        bill.Date.ShouldBe(new DateOnly(2026, 9, 2));
        bill.Buyer.ShouldBe(new Party("Ahornkamp Handels GmbH", "Musterweg 14, 12345 Musterstadt"));
        bill.Lines.ShouldBeEmpty();
        bill.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_trade_registration_of_the_german_sample()
    {
        Document licence = Read("identity-verification", "gewerbeanmeldung.pdf", new DocumentContext());

        licence.Kind.ShouldBe(DocumentKind.BusinessLicence);
        licence.Date.ShouldBe(new DateOnly(2024, 3, 22));
        licence.Buyer!.Name.ShouldBe("Ahornkamp Handels GmbH");
    }
}

using System.Globalization;

namespace Reprieve.SampleMaker;

/// <summary>The two invoices of the invented supplier. The product codes start with 4: kept for use within a shop, nobody's own.</summary>
internal static class SupplierInvoice
{
    public static void Write(SampleFolder folder)
    {
        folder.Bytes(
            "invoice-TF-2026-0311.pdf",
            Sheet(
                "TF-2026-0311",
                "March 11, 2026",
                [(Inauthentic.Lids, "409941021011", 600, 3.10m), (Inauthentic.Strainer, "409941021028", 400, 2.05m)]
            )
        );
        folder.Bytes(
            "invoice-TF-2026-0727.pdf",
            Sheet(
                "TF-2026-0727",
                "July 27, 2026",
                [(Inauthentic.Lids, "409941021011", 480, 3.05m), (Inauthentic.Strainer, "409941021028", 360, 2.05m)]
            )
        );
    }

    private static byte[] Sheet(
        string number,
        string date,
        (Product Product, string Upc, int Quantity, decimal Price)[] lines
    )
    {
        PaperSheet sheet = new();
        sheet
            .Line("Shenzhen Tealfern Industrial Co., Ltd.", 14, bold: true)
            .Line("Unit 5B, Building 3, No. 18 Yinghe Road, Longgang District, Shenzhen 518000, China")
            .Line("Tel: +86 755 5550 0142    E-mail: sales@tealfern-industrial.example")
            .Line("Website: www.tealfern-industrial.example")
            .Down(6)
            .Line("COMMERCIAL INVOICE", 15, bold: true)
            .Down(4)
            .At(50, "Bill to:", bold: true)
            .At(330, "Invoice No.:", bold: true)
            .At(420, number)
            .Down()
            .At(50, "Shenzhen Quillbrook Houseware Co., Ltd.")
            .At(330, "Invoice date:", bold: true)
            .At(420, date)
            .Down()
            .At(50, "Room 1207, Tower A, No. 66 Lanshan Street,")
            .At(330, "Payment:", bold: true)
            .At(420, "T/T, paid in full")
            .Down()
            .At(50, "Nanshan District, Shenzhen 518000, China")
            .At(330, "Delivered:", bold: true)
            .At(420, "yes, to your forwarder")
            .Down(30)
            .Rule()
            .At(50, "Item No.", bold: true)
            .At(120, "Description", bold: true)
            .At(385, "Quantity", bold: true)
            .At(440, "Unit price", bold: true)
            .At(500, "Amount", bold: true)
            .Down()
            .Rule();
        foreach ((Product product, string upc, int quantity, decimal price) in lines)
        {
            sheet
                .At(50, product.Sku, 9)
                .At(120, product.Name, 9)
                .At(385, $"{quantity} pcs", 9)
                .At(440, Money(price), 9)
                .At(500, Money(price * quantity), 9)
                .Down(12)
                .At(120, $"UPC {upc}", 9)
                .Down(18);
        }

        return sheet
            .Rule()
            .At(385, "Total (USD)", bold: true)
            .At(500, Money(lines.Sum(l => l.Price * l.Quantity)), bold: true)
            .Down(40)
            .Line("The goods were delivered in full and the invoice has been paid.")
            .Save();
    }

    private static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}

namespace Reprieve.Documents.Tests;

/// <summary>Invented invoices in the layouts suppliers use.</summary>
internal static class Invoices
{
    /// <summary>Labels above their values, letterhead at the top, two blocks side by side, a table.</summary>
    public static Paper LabelsAbove(
        string title = "COMMERCIAL INVOICE",
        string date = "2026-03-14",
        string quantity = "600"
    ) =>
        new Paper()
            .At(40, 50, "Ningbo Brightwell Housewares Co., Ltd.", 15)
            .Block(
                40,
                66,
                "No. 18 Canal Road, Yinzhou District, Ningbo, China",
                "Tel: +86 574 5550 1234",
                "www.brightwell-housewares.com"
            )
            .At(400, 60, title, 14)
            .Row(130, (40, "Invoice No."), (200, "Invoice Date"), (360, "Terms"))
            .Row(144, (40, "BW-2026-0314"), (200, date), (360, "T/T"))
            .Row(190, (40, "Bill To"), (300, "Ship To"))
            .Block(
                40,
                204,
                "Shenzhen Lantern Trading Co., Ltd.",
                "Room 1203, Building 5, 88 Keji Road",
                "Nanshan District, Shenzhen 518057",
                "China"
            )
            .Block(300, 204, "FBA Warehouse ONT8", "24300 Nandina Ave", "Moreno Valley, CA 92551")
            .Row(290, (40, "Item"), (110, "Description"), (330, "Qty"), (400, "Unit Price"), (490, "Amount"))
            .Row(
                306,
                (40, "BW-221"),
                (110, "Garlic press, stainless steel"),
                (330, quantity),
                (400, "2.50"),
                (490, "1,500.00")
            )
            .Row(319, (110, "B0TESTAA01"))
            .Row(336, (40, "BW-305"), (110, "Silicone spatula set"), (330, "1,200"), (400, "1.10"), (490, "1,320.00"))
            .Row(360, (400, "Total"), (490, "2,820.00"));

    /// <summary>Labels left of their values, seller and buyer labelled.</summary>
    public static Paper LabelsLeft(string date = "14 March 2026") =>
        new Paper()
            .At(220, 50, "INVOICE", 16)
            .Row(90, (40, "Seller:"), (150, "Harbour Wholesale Inc."))
            .Row(104, (40, "Address:"), (150, "52 Dock Street, Portland, OR 97201, USA"))
            .Row(118, (40, "Phone:"), (150, "(503) 555-0142"))
            .Row(132, (40, "Website:"), (150, "harbour-wholesale.com"))
            .Row(146, (40, "E-mail:"), (150, "sales@harbour-wholesale.com"))
            .Row(180, (40, "Buyer:"), (150, "Maple Kitchen LLC"))
            .Row(194, (40, "Address:"), (150, "9 Elm St, Austin, TX 78701"))
            .Row(230, (40, "Invoice Number:"), (150, "100457"))
            .Row(244, (40, "Invoice Date:"), (150, date))
            .Row(258, (40, "Due Date:"), (150, "13 April 2026"))
            .Row(300, (40, "Quantity"), (120, "Description"), (320, "UPC"), (430, "Price"), (500, "Total"))
            .Row(
                316,
                (40, "48 pcs"),
                (120, "Cast iron skillet 10 in"),
                (320, "012345678905"),
                (430, "$11.00"),
                (500, "$528.00")
            )
            .Row(340, (430, "Total"), (500, "$528.00"));

    /// <summary>A German letter: sender in one line, address window without label, decimal comma.</summary>
    public static Paper German(string date = "05.02.2026") =>
        new Paper()
            .At(40, 60, "Waldhof Haushaltswaren GmbH · Lindenweg 7 · 50667 Köln", 8)
            .Block(40, 90, "Nordlicht Handel GmbH", "Hafenstraße 12", "20457 Hamburg")
            .Block(380, 90, "Rechnungsnummer: RE-2026-118", $"Rechnungsdatum: {date}", "Kundennummer: 4711")
            .At(40, 180, "Rechnung", 16)
            .Row(220, (40, "Pos."), (80, "Bezeichnung"), (330, "Menge"), (400, "Einzelpreis"), (490, "Gesamt"))
            .Row(236, (40, "1"), (80, "Knoblauchpresse Edelstahl"), (330, "1.200"), (400, "2,50"), (490, "3.000,00"))
            .Row(249, (80, "EAN 4006381333931"))
            .Row(280, (400, "Summe netto"), (490, "3.000,00"))
            .Row(294, (400, "MwSt. 19 %"), (490, "570,00"))
            .At(
                40,
                780,
                "Waldhof Haushaltswaren GmbH · Tel. +49 221 5550 17 · info@waldhof-haushaltswaren.de · www.waldhof-haushaltswaren.de",
                7
            );

    /// <summary>A Chinese supplier's invoice: labels with full-width colons, the parties side by side.</summary>
    public static Paper Chinese(string date = "2026年03月14日") =>
        new Paper()
            .At(200, 50, "电子发票（普通发票）", 16)
            .Row(90, (40, "发票号码：26337000000123456789"), (360, $"开票日期：{date}"))
            .Row(130, (40, "购买方信息"), (310, "销售方信息"))
            .Row(146, (40, "名称：深圳市灯笼贸易有限公司"), (310, "名称：宁波明井家居用品有限公司"))
            .Row(160, (40, "地址：深圳市南山区科技路88号"), (310, "地址：宁波市鄞州区运河路18号"))
            .Row(174, (40, "电话：0755-55501234"), (310, "电话：0574-55501234"))
            .Row(188, (310, "网址：www.mingjing-jiaju.cn"))
            .Row(220, (40, "项目名称"), (180, "规格型号"), (280, "单位"), (340, "数量"), (410, "单价"), (490, "金额"))
            .Row(
                236,
                (40, "不锈钢压蒜器"),
                (180, "BW-221"),
                (280, "个"),
                (340, "600"),
                (410, "12.50"),
                (490, "7500.00")
            )
            .Row(260, (40, "价税合计"), (490, "7500.00"));
}

using System.Text;

namespace Reprieve.SampleMaker;

/// <summary>A German company whose details Amazon could not verify: papers are wanted, no plan.</summary>
internal static class IdentityVerification
{
    public static void Write(SampleFolder folder)
    {
        folder.Bytes("stromrechnung-2026-09.pdf", Bill());
        folder.Bytes("gewerbeanmeldung.pdf", Registration());
        Notice().Write(folder, "notice.eml");
    }

    private static byte[] Bill() =>
        new PaperSheet()
            .Line("Stadtwerke Musterstadt GmbH", 14, bold: true)
            .Line("Am Wasserturm 2, 12345 Musterstadt")
            .Line("Telefon: 030 5550 0110    www.stadtwerke-musterstadt.example")
            .Down(14)
            .At(50, "Ahornkamp Handels GmbH")
            .At(330, "Kundennummer:")
            .At(430, "70 041 993")
            .Down()
            .At(50, "Musterweg 14")
            .At(330, "Rechnungsnummer:")
            .At(430, "SW-2026-118204")
            .Down()
            .At(50, "12345 Musterstadt")
            .At(330, "Rechnungsdatum:")
            .At(430, "02.09.2026")
            .Down(34)
            .Line("Stromrechnung", 15, bold: true)
            .Line("Abrechnungszeitraum: 01.08.2026 bis 31.08.2026")
            .Line("Verbrauchsstelle: Musterweg 14, 12345 Musterstadt")
            .Line("Zählernummer: 1 EMH00 5550 0177")
            .Down(6)
            .Rule()
            .At(50, "Position", bold: true)
            .At(330, "Menge", bold: true)
            .At(430, "Betrag EUR", bold: true)
            .Down()
            .Rule()
            .At(50, "Verbrauch Strom")
            .At(330, "412 kWh")
            .At(430, "131,84")
            .Down()
            .At(50, "Grundpreis")
            .At(330, "1 Monat")
            .At(430, "11,90")
            .Down()
            .At(50, "Rechnungsbetrag", bold: true)
            .At(430, "143,74", bold: true)
            .Down(30)
            .Line("Der Betrag wird am 16.09.2026 von Ihrem Konto abgebucht.")
            .Save();

    private static byte[] Registration() =>
        new PaperSheet()
            .Line("Stadt Musterstadt", 14, bold: true)
            .Line("Ordnungsamt - Gewerbeangelegenheiten")
            .Line("Rathausplatz 1, 12345 Musterstadt")
            .Down(14)
            .Line("Gewerbe-Anmeldung (GewA 1)", 15, bold: true)
            .Line("nach § 14 der Gewerbeordnung")
            .Down(8)
            .At(50, "Name der Firma:")
            .At(220, "Ahornkamp Handels GmbH")
            .Down()
            .At(50, "Anschrift der Betriebsstätte:")
            .At(220, "Musterweg 14, 12345 Musterstadt")
            .Down()
            .At(50, "Registereintrag:")
            .At(220, "Amtsgericht Musterstadt, HRB 55501")
            .Down()
            .At(50, "Angemeldete Tätigkeit:")
            .At(220, "Handel mit Haushaltswaren im Internet")
            .Down()
            .At(50, "Beginn der Tätigkeit:")
            .At(220, "01.04.2024")
            .Down(30)
            .At(50, "Ausgestellt am:")
            .At(220, "22.03.2024")
            .Down()
            .Save();

    private static Mail Notice() =>
        new()
        {
            From = "seller-performance@amazon.de",
            FromName = "Amazon.de",
            To = "buero@ahornkamp.example",
            Subject = "Ihr Amazon-Verkäuferkonto wurde vorübergehend deaktiviert",
            Date = new DateTimeOffset(2026, 10, 5, 8, 21, 44, TimeSpan.FromHours(2)),
            Id = "20261005-ahornkamp@amazon.de",
            Charset = Encoding.Latin1,
            Html = """
                <html><head><style>p { font-family: Arial }</style></head><body>
                <p>Guten Tag Ahornkamp,</p>
                <p>Ihr Amazon-Verkäuferkonto wurde vorübergehend deaktiviert. Ihre Angebote sind derzeit nicht bei Amazon.de sichtbar. Guthaben werden nicht ausgezahlt, solange wir Ihr Konto überprüfen. Bitte versenden Sie alle offenen Bestellungen.</p>
                <p><b>Warum ist das passiert?</b></p>
                <p>Wir konnten Ihre Identität und die Angaben zu Ihrem Unternehmen nicht bestätigen. Zum Schutz unserer Kunden führen wir bei jedem Verkäufer eine Identitätsprüfung durch.</p>
                <p><b>Wie kann ich mein Konto wieder aktivieren?</b></p>
                <p>Bitte senden Sie uns die folgenden Unterlagen:</p>
                <ul>
                <li>Eine Rechnung eines Versorgungsunternehmens (Strom, Gas, Wasser, Festnetz, Mobilfunk oder Internet), die in den letzten 90 Tagen ausgestellt wurde, oder Ihre Gewerbeanmeldung. Name und Anschrift müssen mit den Angaben in Ihrem Verkäuferkonto übereinstimmen.</li>
                <li>Hinterlegen Sie eine gültige Kreditkarte in Seller Central.</li>
                </ul>
                <p>Die Unterlagen müssen vollständig, gut lesbar und unverändert sein. Bildschirmfotos können wir nicht annehmen. Zulässige Dateiformate: PDF, PNG, JPEG oder GIF.</p>
                <p><b>Wie reiche ich die Unterlagen ein?</b></p>
                <p>Öffnen Sie in Seller Central die Seite <a href="https://sellercentral-europe.amazon.com/performance/dashboard">Account Health (Kontozustand)</a> und wählen Sie oben auf der Seite &bdquo;Konto reaktivieren&ldquo;. Bitte reichen Sie die Unterlagen innerhalb von 14 Tagen ein.</p>
                <p><b>Wurde Ihr Konto irrtümlich deaktiviert?</b></p>
                <p>Wenn Sie glauben, dass ein Fehler vorliegt, teilen Sie uns dies bitte auf derselben Seite mit.</p>
                <p>Freundliche Grüße<br>Ihr Amazon.de-Team<br>Verkäuferleistung</p>
                </body></html>
                """,
        };
}

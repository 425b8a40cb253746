namespace Reprieve.Documents.Tests.Generated;

/// <summary>The languages of the invented papers: English of two countries, and what else the shops of Europe write.</summary>
internal static class Tongues
{
    public static readonly Tongue American = new("en-US")
    {
        Titles = new()
        {
            [DocumentKind.Invoice] = ["INVOICE", "Commercial Invoice", "Sales Invoice"],
            [DocumentKind.Proforma] = ["PROFORMA INVOICE", "Pro Forma Invoice"],
            [DocumentKind.Quote] = ["QUOTATION", "Estimate"],
            [DocumentKind.OrderConfirmation] = ["Order Confirmation", "SALES ORDER"],
            [DocumentKind.Receipt] = ["Sales Receipt"],
        },
        Number = ["Invoice Number", "Invoice #", "Inv. No."],
        Date = ["Invoice Date", "Date", "Date of Issue"],
        Due = "Due Date",
        Seller = ["Vendor", "Sold By", "From", "Seller"],
        Buyer = ["Bill To", "Sold To", "Customer", "Buyer"],
        ShipTo = "Ship To",
        Description = ["Description", "Product", "Item Description"],
        Item = ["SKU", "Item #", "Model", "UPC"],
        Quantity = ["Qty", "Quantity", "Units"],
        Price = ["Unit Price", "Rate", "Price"],
        Amount = ["Amount", "Line Total", "Total"],
        Net = "Subtotal",
        Tax = "Sales Tax",
        Total = "Total Due",
        Phone = "Phone",
        Email = "Email",
        Website = "Web",
        Address = "Address",
        Pieces = "pcs",
        DateForms = ["MM/dd/yyyy", "MMMM d, yyyy", "MMM d, yyyy", "yyyy-MM-dd"],
        Culture = "en-US",
        Money = sum => FormattableString.Invariant($"${sum:N2}"),
    };

    public static readonly Tongue British = American with
    {
        Code = "en-GB",
        Titles = new(American.Titles) { [DocumentKind.Invoice] = ["TAX INVOICE", "VAT Invoice", "Invoice"] },
        Number = ["Invoice No.", "Document No", "Invoice number"],
        Date = ["Tax point", "Invoice date", "Issue date"],
        Seller = ["Supplier", "From"],
        Buyer = ["Invoice to", "Billed to", "Customer"],
        ShipTo = "Deliver to",
        Item = ["Product code", "EAN", "Part no"],
        Tax = "VAT 20%",
        Total = "Total due",
        Phone = "Tel",
        DateForms = ["dd/MM/yyyy", "d MMMM yyyy", "dd-MMM-yyyy", "dd.MM.yyyy"],
        Culture = "en-GB",
        Money = sum => FormattableString.Invariant($"£{sum:N2}"),
    };

    public static readonly Tongue German = new("de")
    {
        Titles = new()
        {
            [DocumentKind.Invoice] = ["Rechnung", "RECHNUNG"],
            [DocumentKind.Proforma] = ["Proformarechnung"],
            [DocumentKind.Quote] = ["Angebot"],
            [DocumentKind.OrderConfirmation] = ["Auftragsbestätigung"],
            [DocumentKind.Receipt] = ["Quittung"],
        },
        Number = ["Rechnungsnummer", "Rechnungs-Nr.", "Beleg-Nr."],
        Date = ["Rechnungsdatum", "Datum"],
        Due = "Zahlbar bis",
        Seller = ["Lieferant", "Verkäufer"],
        Buyer = ["Rechnungsempfänger", "Rechnung an", "Kunde"],
        ShipTo = "Lieferadresse",
        Description = ["Bezeichnung", "Artikelbezeichnung", "Beschreibung"],
        Item = ["Art.-Nr.", "Artikelnummer", "EAN"],
        Quantity = ["Menge", "Anzahl", "Stück"],
        Price = ["Einzelpreis", "E-Preis", "Preis"],
        Amount = ["Gesamtpreis", "Betrag", "Gesamt"],
        Net = "Zwischensumme",
        Tax = "USt. 19 %",
        Total = "Rechnungsbetrag",
        Phone = "Telefon",
        Email = "E-Mail",
        Website = "Internet",
        Address = "Anschrift",
        Pieces = "Stk.",
        DateForms = ["dd.MM.yyyy", "d. MMMM yyyy", "dd.MM.yy"],
        Culture = "de-DE",
        Money = sum => German!.Sum(sum) + " €",
    };

    public static readonly Tongue French = new("fr")
    {
        Titles = new()
        {
            [DocumentKind.Invoice] = ["FACTURE", "Facture commerciale"],
            [DocumentKind.Proforma] = ["FACTURE PRO FORMA", "Facture proforma"],
            [DocumentKind.Quote] = ["DEVIS"],
            [DocumentKind.OrderConfirmation] = ["Confirmation de commande", "Bon de commande"],
            [DocumentKind.Receipt] = ["Ticket de caisse"],
        },
        Number = ["Facture n°", "Numéro de facture", "N° de facture"],
        Date = ["Date de facture", "Date d'émission", "Date"],
        Due = "Échéance",
        Seller = ["Vendeur", "Fournisseur", "Émetteur"],
        Buyer = ["Client", "Facturé à", "Adresse de facturation"],
        ShipTo = "Adresse de livraison",
        Description = ["Désignation", "Description", "Libellé"],
        Item = ["Réf.", "Référence", "Code article"],
        Quantity = ["Qté", "Quantité"],
        Price = ["Prix unitaire", "P.U. HT", "Prix unitaire HT"],
        Amount = ["Montant HT", "Total HT", "Montant"],
        Net = "Total HT",
        Tax = "TVA 20 %",
        Total = "Total TTC",
        Phone = "Tél.",
        Email = "E-mail",
        Website = "Site web",
        Address = "Adresse",
        Pieces = "pièces",
        DateForms = ["dd/MM/yyyy", "d MMMM yyyy", "dd-MM-yyyy"],
        Culture = "fr-FR",
        Money = sum => French!.Sum(sum) + " €",
    };

    public static readonly Tongue Italian = new("it")
    {
        Titles = new()
        {
            [DocumentKind.Invoice] = ["FATTURA", "Fattura di vendita"],
            [DocumentKind.Proforma] = ["FATTURA PROFORMA", "Fattura pro forma"],
            [DocumentKind.Quote] = ["PREVENTIVO", "Offerta"],
            [DocumentKind.OrderConfirmation] = ["Conferma d'ordine"],
            [DocumentKind.Receipt] = ["Scontrino fiscale"],
        },
        Number = ["Fattura n.", "Numero fattura", "N. fattura"],
        Date = ["Data fattura", "Data", "Data di emissione"],
        Due = "Scadenza",
        Seller = ["Fornitore", "Venditore", "Cedente"],
        Buyer = ["Cliente", "Intestatario", "Spett.le"],
        ShipTo = "Destinazione merce",
        Description = ["Descrizione", "Prodotto"],
        Item = ["Codice", "Cod. art.", "Articolo"],
        Quantity = ["Q.tà", "Quantità"],
        Price = ["Prezzo unitario", "Prezzo"],
        Amount = ["Importo", "Totale riga"],
        Net = "Imponibile",
        Tax = "IVA 22 %",
        Total = "Totale fattura",
        Phone = "Tel.",
        Email = "E-mail",
        Website = "Sito web",
        Address = "Indirizzo",
        Pieces = "pz",
        DateForms = ["dd/MM/yyyy", "d MMMM yyyy", "dd-MM-yyyy"],
        Culture = "it-IT",
        Money = sum => "€ " + Italian!.Sum(sum),
    };

    public static readonly Tongue Spanish = new("es")
    {
        Titles = new()
        {
            [DocumentKind.Invoice] = ["FACTURA", "Factura comercial"],
            [DocumentKind.Proforma] = ["FACTURA PROFORMA", "Proforma"],
            [DocumentKind.Quote] = ["PRESUPUESTO", "Cotización"],
            [DocumentKind.OrderConfirmation] = ["Confirmación de pedido", "Orden de compra"],
            [DocumentKind.Receipt] = ["Ticket de compra"],
        },
        Number = ["Factura n.º", "Número de factura", "N.º de factura"],
        Date = ["Fecha de factura", "Fecha de emisión", "Fecha"],
        Due = "Fecha de vencimiento",
        Seller = ["Proveedor", "Vendedor", "Emisor"],
        Buyer = ["Cliente", "Facturar a", "Comprador"],
        ShipTo = "Dirección de entrega",
        Description = ["Descripción", "Concepto", "Producto"],
        Item = ["Referencia", "Código", "Ref."],
        Quantity = ["Cantidad", "Cant.", "Unidades"],
        Price = ["Precio unitario", "Precio", "Precio unit."],
        Amount = ["Importe", "Total línea"],
        Net = "Base imponible",
        Tax = "IVA 21 %",
        Total = "Total factura",
        Phone = "Teléfono",
        Email = "Correo electrónico",
        Website = "Web",
        Address = "Dirección",
        Pieces = "uds.",
        DateForms = ["dd/MM/yyyy", "d 'de' MMMM 'de' yyyy", "dd-MM-yyyy"],
        Culture = "es-ES",
        Money = sum => Spanish!.Sum(sum) + " €",
    };
}

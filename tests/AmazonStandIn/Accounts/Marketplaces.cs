namespace Reprieve.AmazonStandIn;

/// <summary>A store of Amazon.</summary>
internal sealed record Marketplace(
    string Id,
    string Country,
    string Name,
    string Region,
    string Domain,
    string Currency,
    string Language
)
{
    /// <summary>Of its flat files; unconfirmed, third parties only write of Latin in the EU and Shift_JIS in Japan.</summary>
    public string Charset =>
        Country switch
        {
            "JP" => "Shift_JIS",
            "US" or "CA" or "MX" or "BR" or "IN" or "AU" or "SG" or "AE" or "SA" or "EG" or "TR" or "PL" => "UTF-8",
            _ => "ISO-8859-1",
        };
}

/// <summary>The stores the stand-in knows.</summary>
internal static class Marketplaces
{
    private static readonly Dictionary<string, Marketplace> All = new[]
    {
        new Marketplace("ATVPDKIKX0DER", "US", "United States", "NA", "Amazon.com", "USD", "en_US"),
        new Marketplace("A2EUQ1WTGCTBG2", "CA", "Canada", "NA", "Amazon.ca", "CAD", "en_CA"),
        new Marketplace("A1AM78C64UM0Y8", "MX", "Mexico", "NA", "Amazon.com.mx", "MXN", "es_MX"),
        new Marketplace("A2Q3Y263D00KWC", "BR", "Brazil", "NA", "Amazon.com.br", "BRL", "pt_BR"),
        new Marketplace("A1RKKUPIHCS9HS", "ES", "Spain", "EU", "Amazon.es", "EUR", "es_ES"),
        new Marketplace("A1F83G8C2ARO7P", "GB", "United Kingdom", "EU", "Amazon.co.uk", "GBP", "en_GB"),
        new Marketplace("A13V1IB3VIYZZH", "FR", "France", "EU", "Amazon.fr", "EUR", "fr_FR"),
        new Marketplace("AMEN7PMS3EDWL", "BE", "Belgium", "EU", "Amazon.com.be", "EUR", "fr_BE"),
        new Marketplace("A1805IZSGTT6HS", "NL", "Netherlands", "EU", "Amazon.nl", "EUR", "nl_NL"),
        new Marketplace("A1PA6795UKMFR9", "DE", "Germany", "EU", "Amazon.de", "EUR", "de_DE"),
        new Marketplace("APJ6JRA9NG5V4", "IT", "Italy", "EU", "Amazon.it", "EUR", "it_IT"),
        new Marketplace("A2NODRKZP88ZB9", "SE", "Sweden", "EU", "Amazon.se", "SEK", "sv_SE"),
        new Marketplace("AE08WJ6YKNBMC", "ZA", "South Africa", "EU", "Amazon.co.za", "ZAR", "en_ZA"),
        new Marketplace("A1C3SOZRARQ6R3", "PL", "Poland", "EU", "Amazon.pl", "PLN", "pl_PL"),
        new Marketplace("ARBP9OOSHTCHU", "EG", "Egypt", "EU", "Amazon.eg", "EGP", "ar_EG"),
        new Marketplace("A33AVAJ2PDY3EV", "TR", "Turkey", "EU", "Amazon.com.tr", "TRY", "tr_TR"),
        new Marketplace("A17E79C6D8DWNP", "SA", "Saudi Arabia", "EU", "Amazon.sa", "SAR", "ar_SA"),
        new Marketplace("A2VIGQ35RCS4UG", "AE", "United Arab Emirates", "EU", "Amazon.ae", "AED", "en_AE"),
        new Marketplace("A21TJRUUN4KGV", "IN", "India", "EU", "Amazon.in", "INR", "en_IN"),
        new Marketplace("A28R8C7NBKEWEA", "IE", "Ireland", "EU", "Amazon.ie", "EUR", "en_IE"),
        new Marketplace("A19VAU5U5O7RUS", "SG", "Singapore", "FE", "Amazon.sg", "SGD", "en_SG"),
        new Marketplace("A39IBJ37TRP1C6", "AU", "Australia", "FE", "Amazon.com.au", "AUD", "en_AU"),
        new Marketplace("A1VC38T7YXB528", "JP", "Japan", "FE", "Amazon.co.jp", "JPY", "ja_JP"),
    }.ToDictionary(m => m.Id);

    public static Marketplace? Find(string id) => All.GetValueOrDefault(id);

    public static Marketplace Of(string id) =>
        Find(id) ?? throw new ArgumentException($"No store of Amazon is called {id}.", nameof(id));
}

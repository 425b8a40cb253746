using System.Collections.Frozen;
using System.Globalization;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Mapping;

/// <summary>What the values of a column look like.</summary>
internal static class ColumnShape
{
    public const string Empty = "empty";
    public const string OrderId = "order_id";
    public const string Date = "date";
    public const string Tracking = "tracking";
    public const string Carrier = "carrier";
    public const string Asin = "asin";
    public const string Number = "number";
    public const string YesOrNo = "yes_no";
    public const string Status = "status";
    public const string Email = "e_mail";
    public const string Text = "text";

    /// <summary>The share of a column's values that must look alike.</summary>
    private const double Most = 0.8;

    /// <summary>More different words than a status column has.</summary>
    private const int FewWords = 15;

    private static readonly FrozenSet<string> Carriers = new[]
    {
        "ups|usps|fedex|dhl|dpd|gls|hermes|evri|tnt|royal mail|parcelforce|yodel|amazon|amzl|ontrac|lasership|purolator",
        "canada post|deutsche post|la poste|colissimo|chronopost|mondial relay|correos|seur|mrw|poste italiane|brt|sda",
        "postnl|bpost|postnord|inpost|poczta polska|australia post|yamato|sagawa|japan post|4px|yunexpress|yanwen|sf",
        "sf express|china post|ems|cainiao|wanb|cne|顺丰|云途|燕文|中国邮政|递四方|菜鸟|圆通|中通|申通|韵达|ヤマト運輸|佐川急便|日本郵便",
    }
        .SelectMany(line => line.Split('|'))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Of(IReadOnlyList<string> values)
    {
        List<string> filled = [.. values.Where(value => value.Length > 0)];
        var names = new Names();
        return filled.Count == 0 ? Empty
            : Mostly(filled, value => value.Contains('@', StringComparison.Ordinal)) ? Email
            : Mostly(filled, value => Unrecognised.IsOrderId(value, names)) ? OrderId
            : Mostly(filled, IsAsin) ? Asin
            : Mostly(filled, IsDate) ? Date
            : Mostly(filled, IsCarrier) ? Carrier
            : Mostly(filled, value => YesNo.TryRead(value, out _)) && !Mostly(filled, IsNumber) ? YesOrNo
            : Mostly(filled, IsTracking) && filled.Distinct().Count() * 2 > filled.Count ? Tracking
            : Mostly(filled, IsNumber) ? Number
            : filled.Distinct(StringComparer.OrdinalIgnoreCase).Count() <= FewWords && filled.Count > FewWords ? Status
            : Text;
    }

    /// <summary>Whether a column that looks so can be what it is suggested for.</summary>
    public static bool Fits(string shape, string column) =>
        shape != Email
        && (
            shape == Empty
            || column switch
            {
                "order-id" or "amazon-order-id" => shape == OrderId,
                "ship-by" or "ship-confirmed" or "first-scan" or "deliver-by" or "delivered" or "opened" or "date" =>
                    shape == Date,
                _ when column.EndsWith("-date", StringComparison.Ordinal) => shape == Date,
                "quantity" or "rating" => shape == Number,
                "asin" => shape == Asin,
                "tracking-id" => shape is Tracking or Number or Text,
                _ => shape is not (OrderId or Date),
            }
        );

    private static bool Mostly(List<string> values, Func<string, bool> looks) =>
        values.Count(looks) >= Most * values.Count;

    private static bool IsDate(string value) =>
        value.Length >= 6 && StampReader.TryRead(value, out Stamp stamp) && stamp.Known;

    private static bool IsNumber(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsCarrier(string value) => Carriers.Contains(value) || Carriers.Contains(value.Split(' ')[0]);

    private static bool IsTracking(string value) =>
        value.Length is >= 10 and <= 40
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-')
        && value.Count(char.IsAsciiDigit) >= 8;

    private static bool IsAsin(string value) =>
        value.Length == 10 && value.StartsWith("B0", StringComparison.Ordinal) && value.All(char.IsAsciiLetterOrDigit);
}

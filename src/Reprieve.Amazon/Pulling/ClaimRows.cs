using System.Globalization;
using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon.Pulling;

/// <summary>
/// Makes the claims table of money that moved. Amazon tells neither why nor how a claim ended: where the seller was left with the
/// loss it counts as granted, where the money came back as denied; whether a chargeback was fraud is not told and it counts.
/// </summary>
internal static class ClaimRows
{
    public const string Header = "order-id\ttype\topened\tstatus";

    /// <summary>A row for each movement.</summary>
    public static IEnumerable<string> Of(FinancialEvents? events) =>
        Of("a_to_z", events?.GuaranteeClaimEventList).Concat(Of("chargeback", events?.ChargebackEventList));

    /// <summary>Writes one row for each order and kind, by what is left of all its movements.</summary>
    public static IReadOnlyList<string> Write(PullFolder folder, string key, IEnumerable<string> rows)
    {
        var claims = new SortedDictionary<(string Order, string Kind), (string Opened, decimal Left)>();
        foreach (string[] row in rows.Select(row => row.Split('\t')).Where(row => row.Length == 4))
        {
            decimal amount = decimal.TryParse(row[3], CultureInfo.InvariantCulture, out decimal read) ? read : 0;
            (string Opened, decimal Left) claim = claims.GetValueOrDefault((row[0], row[1]), (row[2], 0));
            string opened = string.CompareOrdinal(row[2], claim.Opened) < 0 ? row[2] : claim.Opened;
            claims[(row[0], row[1])] = (opened, claim.Left + amount);
        }

        return TableFile.Write(
            folder,
            key + ".txt",
            Header,
            claims.Select(one =>
                TableFile.Row(one.Key.Order, one.Key.Kind, one.Value.Opened, one.Value.Left < 0 ? "granted" : "denied")
            )
        );
    }

    private static IEnumerable<string> Of(string kind, IReadOnlyList<MoneyEvent>? events) =>
        (events ?? [])
            .Where(one => one.AmazonOrderId is { Length: > 0 } && one.PostedDate is not null)
            .Select(one =>
                TableFile.Row(
                    one.AmazonOrderId,
                    kind,
                    Iso.Of(one.PostedDate!.Value),
                    one.Amount.ToString(CultureInfo.InvariantCulture)
                )
            );
}

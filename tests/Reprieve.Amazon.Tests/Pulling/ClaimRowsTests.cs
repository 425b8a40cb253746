using System.Text.Json;
using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Pulling;

namespace Reprieve.Amazon.Tests.Pulling;

public sealed class ClaimRowsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-claims").FullName;

    private readonly PullFolder _place;

    public ClaimRowsTests() => _place = PullFolder.Take(_folder);

    public void Dispose()
    {
        _place.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Money_that_stayed_lost_is_a_granted_claim_and_money_that_came_back_a_denied_one() =>
        Written(
                $$"""
                {"GuaranteeClaimEventList":[{{Event("1", "2026-10-05T10:00:00Z", -30.5)}},{{Event(
                    "2",
                    "2026-10-01T10:00:00Z",
                    -12
                )}},{{Event("2", "2026-10-20T10:00:00Z", 12)}}],
                 "ChargebackEventList":[{{Event("1", "2026-10-07T10:00:00Z", -30.5)}}]}
                """
            )
            .ShouldBe([
                ClaimRows.Header,
                "1\ta_to_z\t2026-10-05T10:00:00Z\tgranted",
                "1\tchargeback\t2026-10-07T10:00:00Z\tgranted",
                "2\ta_to_z\t2026-10-01T10:00:00Z\tdenied",
            ]);

    [Fact]
    public void An_event_without_an_order_or_a_time_is_no_claim() =>
        ClaimRows
            .Of(Events("""{"GuaranteeClaimEventList":[{"PostedDate":"2026-10-05T10:00:00Z"},{"AmazonOrderId":"1"}]}"""))
            .ShouldBeEmpty();

    [Fact]
    public void Without_claims_there_is_no_file() => ClaimRows.Write(_place, "claims", []).ShouldBeEmpty();

    private string[] Written(string json)
    {
        string name = ClaimRows.Write(_place, "claims", ClaimRows.Of(Events(json))).ShouldHaveSingleItem();
        return File.ReadAllLines(Path.Combine(_folder, name));
    }

    private static Operations.FinancialEvents Events(string json) =>
        JsonSerializer
            .Deserialize("{\"payload\":{\"FinancialEvents\":" + json + "}}", AmazonJson.Default.FinancialPage)!
            .Payload!.FinancialEvents!;

    private static string Event(string order, string posted, double amount) =>
        """{"AmazonOrderId":"ORDER","PostedDate":"POSTED","ShipmentItemAdjustmentList":[{"ItemChargeAdjustmentList":[{"ChargeType":"Principal","ChargeAmount":{"CurrencyCode":"USD","CurrencyAmount":AMOUNT}}]}]}"""
            .Replace("ORDER", order, StringComparison.Ordinal)
            .Replace("POSTED", posted, StringComparison.Ordinal)
            .Replace("AMOUNT", FormattableString.Invariant($"{amount}"), StringComparison.Ordinal);
}

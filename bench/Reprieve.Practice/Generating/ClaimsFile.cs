namespace Reprieve.Practice.Generating;

/// <summary>Our own table of claims: 0.4 % of the orders, of every type and status; some with a later row.</summary>
internal sealed class ClaimsFile(string path, StoreClock clock, long now, Dice dice) : IDisposable
{
    private static readonly string[] States =
    [
        "granted",
        "pending",
        "under_appeal",
        "under_review",
        "refunded_after_claim",
        "order_cancelled_after_claim",
        "denied",
        "withdrawn",
        "amazon_funded",
    ];

    private readonly Table _table = new(path, ',', "\n", "order-id", "type", "opened", "status");

    public long Bytes => _table.Bytes;

    public void Write(Sale sale)
    {
        long opened = sale.Purchased + dice.Between(3 * StoreClock.Day, 30 * StoreClock.Day);
        if (!dice.Chance(0.0042) || opened > now)
        {
            return;
        }

        string type = dice.Below(10) switch
        {
            0 => "chargeback_fraud",
            1 or 2 => "chargeback",
            _ => "a_to_z",
        };
        Row(sale, type, opened, dice.Pick(States));
        if (dice.Chance(0.1))
        {
            Row(sale, type, opened, dice.Pick(States));
        }
    }

    private void Row(Sale sale, string type, long opened, string status)
    {
        _table.OrderId(sale.Digits);
        _table.Field(type);
        _table.Date(clock.Local(opened));
        _table.Field(status);
        _table.EndRow();
    }

    public void Dispose() => _table.Dispose();
}

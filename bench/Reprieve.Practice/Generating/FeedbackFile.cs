namespace Reprieve.Practice.Generating;

/// <summary>Amazon's feedback report: 0.6 % of the orders with one or two stars, late ones far more often.</summary>
internal sealed class FeedbackFile(string path, StoreClock clock, long now, Dice dice) : IDisposable
{
    private static readonly string[] Praise =
    [
        "Good quality, nice color.",
        "Just as described, thank you.",
        "Fast and well packed.",
        "Will buy again.",
        "",
    ];

    private static readonly string[] Blame =
    [
        "Never arrived.",
        "It came a week after the date they promised.",
        "Box was crushed and the lamp broken.",
        "Wrong color, wrong size.",
        "Stopped working after two days.",
        "Looks used, scratches all over.",
    ];

    private readonly Table _table = new(
        path,
        '\t',
        "\r\n",
        "Date",
        "Rating",
        "Comments",
        "Your Response",
        "Order ID",
        "Rater Email"
    );

    public long Bytes => _table.Bytes;

    public void Write(Sale sale)
    {
        bool bad = dice.Chance(sale.Late ? 0.06 : 0.0052);
        long written = sale.Purchased + dice.Between(StoreClock.Day, 25 * StoreClock.Day);
        if ((bad || dice.Chance(0.03)) && written <= now)
        {
            _table.ShortDate(clock.Local(written));
            _table.Number(bad ? dice.Between(1, 2) : dice.Between(3, 5));
            _table.Field(bad ? dice.Pick(Blame) : dice.Pick(Praise));
            _table.Empty();
            _table.OrderId(sale.Digits);
            _table.Empty();
            _table.EndRow();
        }
    }

    public void Dispose() => _table.Dispose();
}

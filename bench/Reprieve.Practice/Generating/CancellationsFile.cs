namespace Reprieve.Practice.Generating;

/// <summary>Our own table of who asked for a cancellation; of some nothing says who.</summary>
internal sealed class CancellationsFile(string path, Dice dice) : IDisposable
{
    private readonly Table _table = new(path, ',', "\n", "order-id", "requested-by");

    public long Bytes => _table.Bytes;

    public void Write(Sale sale)
    {
        if ((sale.Cancelled || sale.LastLineCancelled) && dice.Chance(0.9))
        {
            string by = dice.Below(10) switch
            {
                < 6 => "buyer",
                < 9 => "seller",
                _ => "amazon_auto",
            };
            _table.OrderId(sale.Digits);
            _table.Field(by);
            _table.EndRow();
        }
    }

    public void Dispose() => _table.Dispose();
}

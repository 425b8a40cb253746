namespace Reprieve.Practice.Generating;

/// <summary>
/// Amazon's all-orders report. A few orders stand in it twice, as in two downloads laid one over the other: with an
/// older state, or word for word.
/// </summary>
internal sealed class OrdersFile(string path, Products products, Dice dice) : IDisposable
{
    private readonly Table _table = new(
        path,
        '\t',
        "\r\n",
        "amazon-order-id",
        "merchant-order-id",
        "purchase-date",
        "last-updated-date",
        "order-status",
        "fulfillment-channel",
        "sales-channel",
        "order-channel",
        "ship-service-level",
        "product-name",
        "sku",
        "asin",
        "item-status",
        "quantity",
        "currency",
        "item-price",
        "item-tax",
        "shipping-price",
        "shipping-tax",
        "gift-wrap-price",
        "gift-wrap-tax",
        "item-promotion-discount",
        "ship-promotion-discount",
        "ship-city",
        "ship-state",
        "ship-postal-code",
        "ship-country",
        "promotion-ids",
        "cpf",
        "is-business-order",
        "purchase-order-number",
        "price-designation"
    );

    private const string Promotion = "Free Standard Shipping, all orders 2026/02/11 08-15-00-120";

    public long Bytes => _table.Bytes;

    public void Write(Sale sale)
    {
        if (dice.Chance(0.005))
        {
            Sale older = sale with { Updated = sale.Purchased + 30, Pending = false, Cancelled = false };
            Rows(older with { LastLineCancelled = false, Confirmed = null });
        }

        Rows(sale);
        if (dice.Chance(0.002))
        {
            Rows(sale);
        }
    }

    private void Rows(Sale sale)
    {
        Row(sale, sale.First, sale.Cancelled);
        if (sale.Second is { } second)
        {
            Row(sale, second, sale.Cancelled || sale.LastLineCancelled);
        }
    }

    private void Row(Sale sale, Line line, bool cancelled)
    {
        (byte[] name, byte[] sku, byte[] asin, int cents) = products[line.Product];
        (string city, string state, string zip) = Places.All[sale.Place];
        string status =
            sale.Cancelled ? "Cancelled"
            : sale.Confirmed is null ? "Unshipped"
            : "Shipped";
        int price = cents * line.Units;
        _table.OrderId(sale.Digits);
        _table.Empty();
        _table.Time(sale.Purchased, 0);
        _table.Time(sale.Updated, 0);
        _table.Field(sale.Pending ? "Pending" : status);
        _table.Field(sale.ByAmazon ? "Amazon" : "Merchant");
        _table.Field(sale.Channel);
        _table.Empty();
        _table.Field(Sales.Services[sale.Service]);
        _table.Field(name);
        _table.Field(sku);
        _table.Field(asin);
        _table.Field(cancelled ? "Cancelled" : status);
        _table.Number(line.Units);
        _table.Field("USD");
        _table.Money(price);
        _table.Money(price * 6 / 100);
        _table.Money(sale.Service == 0 ? 0 : 799);
        _table.Empty(5);
        _table.Field(city);
        _table.Field(state);
        _table.Field(zip);
        _table.Field("US");
        _table.Field(sale.Service == 0 ? Promotion : "");
        _table.Empty();
        _table.Field(sale.Place == 3 ? "true" : "false");
        _table.Empty(2);
        _table.EndRow();
    }

    public void Dispose() => _table.Dispose();
}

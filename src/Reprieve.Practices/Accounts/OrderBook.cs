using Reprieve.Practices.Reports;
using SharedLines = System.Collections.Generic.Dictionary<
    (int Sku, int Asin, int Quantity, bool Cancelled),
    System.Collections.Generic.IReadOnlyList<Reprieve.Practices.Accounts.OrderLine>
>;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// The order rows of all files by order: of each order the rows of its newest update known on the day, identical ones
/// once. Orders are made when asked for; the rows stay as compact as they were read.
/// </summary>
internal sealed class OrderBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;
    private readonly RowsByOrder _rows;

    public OrderBook(Imports imports, Setting setting)
    {
        _imports = imports;
        _setting = setting;
        _rows = new RowsByOrder(imports.Orders.Count, i => imports.Orders[i].Order);
    }

    /// <summary>The store's orders that were purchased from a day on and are known, by id.</summary>
    public IReadOnlyList<Order> Since(DateOnly day)
    {
        IReadOnlyList<List<Order>> found = _rows.Walk(
            (first, last) =>
            {
                List<Order> orders = [];
                SharedLines lines = [];
                for (int from = first, to; from < last; from = to)
                {
                    to = _rows.EndOf(from);
                    // Nearly all orders of a large account have one row and are too old: nothing is made of them.
                    bool old = to - from == 1 && PurchasedAt(_imports.Orders[_rows[from]]).Day < day;
                    if (
                        !old
                        && Make(from, to, lines) is { } order
                        && order.Purchased.Day >= day
                        && _setting.Knows(order.Purchased)
                    )
                    {
                        orders.Add(order);
                    }
                }

                return orders;
            }
        );
        return found.Count == 1 ? found[0] : [.. found.SelectMany(orders => orders)];
    }

    /// <summary>Units by ASIN of the lines purchased in a span of days, cancelled ones left out.</summary>
    public IReadOnlyDictionary<string, long> Units(DateOnly from, DateOnly to)
    {
        IReadOnlyList<Dictionary<string, long>> found = _rows.Walk((first, last) => Units(first, last, from, to));
        Dictionary<string, long> units = found[0];
        foreach ((string asin, long more) in found.Skip(1).SelectMany(part => part))
        {
            units[asin] = units.GetValueOrDefault(asin) + more;
        }

        return units;
    }

    /// <summary>Looks an order up.</summary>
    /// <returns>Known is whether any report has it; the order is null where it is not the store's.</returns>
    public (bool Known, Order? Order) Find(OrderKey key)
    {
        int at = _rows.PlaceOf(key);
        return at < _rows.Count && _rows.KeyAt(at) == key ? (true, Make(at, _rows.EndOf(at), [])) : (false, null);
    }

    private Dictionary<string, long> Units(int first, int last, DateOnly from, DateOnly to)
    {
        var byNumber = new Dictionary<int, long>();
        for (int place = first, end; place < last; place = end)
        {
            end = _rows.EndOf(place);
            List<OrderRow> rows = RowsOf(place, end);
            if (rows.Count == 0 || PurchasedAt(rows[0]).Day is var day && (day < from || day > to))
            {
                continue;
            }

            foreach (OrderRow row in rows)
            {
                if (row.Asin != 0 && !row.Cancelled && !row.LineCancelled)
                {
                    byNumber[row.Asin] = byNumber.GetValueOrDefault(row.Asin) + row.Quantity;
                }
            }
        }

        return byNumber.ToDictionary(pair => _imports.Names[pair.Key], pair => pair.Value, StringComparer.Ordinal);
    }

    private Moment PurchasedAt(OrderRow row) => _setting.Resolve(row.Purchased, _imports.Files[row.File])!.Value;

    private Order? Make(int from, int to, SharedLines lines)
    {
        List<OrderRow> rows = RowsOf(from, to);
        if (rows.Count == 0)
        {
            return null;
        }

        OrderRow first = rows[0];
        return new Order(
            first.Order,
            PurchasedAt(first),
            // Merchant is the lesser value: one such line makes a merchant order.
            rows.Min(row => row.Fulfilment),
            rows.TrueForAll(row => row.Pending),
            rows.Exists(row => row.Cancelled || row.LineCancelled),
            rows.Exists(row => row.Unshipped && !row.LineCancelled),
            _imports.Names[first.Service],
            _imports.Names[first.ShipTo],
            rows.Count == 1 ? OneLine(first, lines) : [.. rows.Select(Line)]
        );
    }

    /// <summary>The rows that hold of an order. Most orders have one; the general way costs three lists.</summary>
    private List<OrderRow> RowsOf(int from, int to) => to - from == 1 ? OwnRow(from) : Newest(OwnRows(from, to));

    /// <summary>Orders of one line are most, and few differ in it: they share it.</summary>
    private IReadOnlyList<OrderLine> OneLine(OrderRow row, SharedLines lines)
    {
        (int, int, int, bool) key = (row.Sku, row.Asin, row.Quantity, row.Cancelled || row.LineCancelled);
        if (!lines.TryGetValue(key, out IReadOnlyList<OrderLine>? line))
        {
            lines.Add(key, line = [Line(row)]);
        }

        return line;
    }

    private OrderLine Line(OrderRow row) =>
        new(_imports.Names[row.Sku], _imports.Names[row.Asin], row.Quantity, row.Cancelled || row.LineCancelled);

    private List<OrderRow> OwnRow(int at)
    {
        OrderRow row = _imports.Orders[_rows[at]];
        return _setting.Channels.Contains(row.Channel) ? [row] : [];
    }

    private List<OrderRow> OwnRows(int from, int to)
    {
        List<int> inFile = [.. Enumerable.Range(from, to - from).Select(place => _rows[place])];
        inFile.Sort();
        return [.. inFile.Select(i => _imports.Orders[i]).Where(row => _setting.Channels.Contains(row.Channel))];
    }

    /// <summary>
    /// The rows of the newest update that had happened by the end of the day; where every update came later, the
    /// newest of all: the purchase is known, and nothing else tells what was bought.
    /// </summary>
    private List<OrderRow> Newest(List<OrderRow> rows)
    {
        if (rows.Count < 2)
        {
            return rows;
        }

        List<(OrderRow Row, DateTime Updated)> dated = [.. rows.Select(row => (row, UpdatedAt(row)))];
        List<(OrderRow Row, DateTime Updated)> known = dated.FindAll(row => row.Updated < _setting.End);
        DateTime newest = (known.Count > 0 ? known : dated).Max(row => row.Updated);
        return [.. dated.Where(row => row.Updated == newest).Select(row => row.Row).DistinctBy(row => row.Identity)];
    }

    private DateTime UpdatedAt(OrderRow row) =>
        _setting.Resolve(row.Updated, _imports.Files[row.File]) is { } at
            ? at.Utc ?? _setting.StartOf(at.Day)
            : DateTime.MinValue;
}

using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// The order rows of all files by order: of each order the rows of its newest update known on the day, identical ones
/// once. Orders are made when asked for; the rows stay as compact as they were read.
/// </summary>
internal sealed class OrderBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly Dictionary<(int, int, int, bool), IReadOnlyList<OrderLine>> _lines = [];

    public OrderBook(Imports imports, Setting setting)
    {
        _imports = imports;
        _setting = setting;
        _keys = new ulong[imports.Orders.Count];
        _rows = new int[imports.Orders.Count];
        for (int i = 0; i < _rows.Length; i++)
        {
            _keys[i] = imports.Orders[i].Order.Value;
            _rows[i] = i;
        }

        Array.Sort(_keys, _rows);
    }

    /// <summary>Every order of the store.</summary>
    public IEnumerable<Order> All()
    {
        for (int from = 0, to; from < _keys.Length; from = to)
        {
            to = EndOf(from);
            if (Make(from, to) is { } order)
            {
                yield return order;
            }
        }
    }

    /// <summary>Looks an order up.</summary>
    /// <returns>Known is whether any report has it; the order is null where it is not the store's.</returns>
    public (bool Known, Order? Order) Find(OrderKey key)
    {
        int at = Array.BinarySearch(_keys, key.Value);
        if (at < 0)
        {
            return (false, null);
        }

        while (at > 0 && _keys[at - 1] == key.Value)
        {
            at--;
        }

        return (true, Make(at, EndOf(at)));
    }

    private int EndOf(int from)
    {
        int to = from + 1;
        while (to < _keys.Length && _keys[to] == _keys[from])
        {
            to++;
        }

        return to;
    }

    private Order? Make(int from, int to)
    {
        // Most orders have one row; the general way costs three lists.
        List<OrderRow> rows = to - from == 1 ? OwnRow(from) : Newest(OwnRows(from, to));
        if (rows.Count == 0)
        {
            return null;
        }

        OrderRow first = rows[0];
        return new Order(
            first.Order,
            _setting.Resolve(first.Purchased, _imports.Files[first.File])!.Value,
            // Merchant is the lesser value: one such line makes a merchant order.
            rows.Min(row => row.Fulfilment),
            rows.TrueForAll(row => row.Pending),
            rows.Exists(row => row.Cancelled || row.LineCancelled),
            rows.Exists(row => row.Unshipped && !row.LineCancelled),
            _imports.Names[first.Service],
            _imports.Names[first.ShipTo],
            rows.Count == 1 ? OneLine(first) : [.. rows.Select(Line)]
        );
    }

    /// <summary>Orders of one line are most, and few differ in it: they share it.</summary>
    private IReadOnlyList<OrderLine> OneLine(OrderRow row)
    {
        (int, int, int, bool) key = (row.Sku, row.Asin, row.Quantity, row.Cancelled || row.LineCancelled);
        if (!_lines.TryGetValue(key, out IReadOnlyList<OrderLine>? line))
        {
            _lines.Add(key, line = [Line(row)]);
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
        List<int> places = [.. _rows[from..to]];
        places.Sort();
        return [.. places.Select(i => _imports.Orders[i]).Where(row => _setting.Channels.Contains(row.Channel))];
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

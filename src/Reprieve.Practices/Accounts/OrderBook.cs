using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// The orders of all files: of each the rows of its newest update known on the day, identical ones once.
/// </summary>
internal sealed class OrderBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;

    /// <summary>Whether rows of a sales-channel are the store's, by its number and one.</summary>
    private readonly bool[] _ofStore;

    public OrderBook(Imports imports, Setting setting)
    {
        _imports = imports;
        _setting = setting;
        _ofStore = new bool[imports.Names.Count + 1];
        foreach (int channel in setting.Channels)
        {
            _ofStore[channel + 1] = true;
        }

        RowsByOrder rows = RowsByOrder.Of(imports.Orders, (in OrderRow row) => row.Order);
        Orders = new Order[rows.Orders];
        Stretches.Walk(
            rows.Orders,
            Stretches.Worth,
            (from, to) =>
            {
                for (int order = from; order < to; order++)
                {
                    Orders[order] = Make(rows.Key(order), rows.PlacesOf(order));
                }
            }
        );
    }

    /// <summary>All orders, other stores' too, by id.</summary>
    public Order[] Orders { get; }

    /// <summary>The number of an order; negative where no report has it.</summary>
    public int NumberOf(OrderKey key)
    {
        int low = 0;
        int high = Orders.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Orders[middle].Key.Value < key.Value ? (middle + 1, high) : (low, middle);
        }

        return low < Orders.Length && Orders[low].Key == key ? low : ~low;
    }

    /// <summary>Looks an order up.</summary>
    /// <returns>Known is whether any report has it; the order is null where it is not the store's.</returns>
    public (bool Known, Order? Order) Find(OrderKey key) =>
        NumberOf(key) is >= 0 and var number
            ? (true, Orders[number] is { OfStore: true } order ? order : null)
            : (false, null);

    private Order Make(OrderKey key, ReadOnlySpan<int> places)
    {
        if (places.Length > 1)
        {
            return Make(key, Newest(places));
        }

        ref readonly OrderRow row = ref _imports.Orders[places[0]];
        return _ofStore[row.Channel + 1] ? Make(key, new ReadOnlySpan<OrderRow>(in row)) : new Order(key);
    }

    private Order Make(OrderKey key, ReadOnlySpan<OrderRow> rows)
    {
        if (rows.IsEmpty)
        {
            return new Order(key);
        }

        ref readonly OrderRow first = ref rows[0];
        Moment purchased = _setting.Resolve(first.Purchased, _imports.Files[first.File])!.Value;
        Fulfilment? program = null;
        (bool pending, bool cancelled, bool unshipped) = (true, false, false);
        foreach (ref readonly OrderRow row in rows)
        {
            // Merchant is the lesser value: one such line makes a merchant order.
            program = row.Fulfilment is { } told && !(program <= told) ? told : program;
            pending &= row.Pending;
            cancelled |= row.Cancelled || row.LineCancelled;
            unshipped |= row.Unshipped && !row.LineCancelled;
        }

        return new Order(key)
        {
            OfStore = true,
            Purchased = purchased,
            Known = _setting.Knows(purchased),
            Program = program,
            Pending = pending,
            Cancelled = cancelled,
            Unshipped = unshipped,
            ServiceLevel = first.Service,
            ShipTo = first.ShipTo,
            Lines = LinesOf(rows),
        };
    }

    private static OrderLines LinesOf(ReadOnlySpan<OrderRow> rows)
    {
        OrderLine[] others = rows.Length == 1 ? [] : new OrderLine[rows.Length - 1];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = Line(rows[i + 1]);
        }

        return new OrderLines(Line(rows[0]), others);
    }

    private static OrderLine Line(in OrderRow row) =>
        new(row.Sku, row.Asin, row.Quantity, row.Cancelled || row.LineCancelled);

    /// <summary>
    /// The store's rows of the newest update that had happened by the end of the day; where every update came later, the
    /// newest of all: the purchase is known, and nothing else tells what was bought.
    /// </summary>
    private OrderRow[] Newest(ReadOnlySpan<int> places)
    {
        List<(OrderRow Row, DateTime Updated)> dated = new(places.Length);
        foreach (int place in places)
        {
            OrderRow row = _imports.Orders[place];
            if (_ofStore[row.Channel + 1])
            {
                dated.Add((row, UpdatedAt(row)));
            }
        }

        List<(OrderRow Row, DateTime Updated)> known = dated.FindAll(row => row.Updated < _setting.End);
        DateTime newest = (known.Count > 0 ? known : dated).Select(row => row.Updated).DefaultIfEmpty().Max();
        return [.. dated.Where(row => row.Updated == newest).Select(row => row.Row).DistinctBy(row => row.Identity)];
    }

    private DateTime UpdatedAt(in OrderRow row) =>
        _setting.Resolve(row.Updated, _imports.Files[row.File]) is { } at
            ? at.Utc ?? _setting.StartOf(at.Day)
            : DateTime.MinValue;
}

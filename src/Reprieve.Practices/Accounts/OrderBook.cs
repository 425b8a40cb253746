using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// Makes the orders of all files: of each the rows of its newest update known on the day, identical ones once.
/// </summary>
internal sealed class OrderBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;

    /// <summary>Whether rows of a sales-channel are the store's, by its number and one.</summary>
    private readonly bool[] _ofStore;

    private readonly List<OrderLine> _further = [];

    public OrderBook(Imports imports, Setting setting)
    {
        _imports = imports;
        _setting = setting;
        _ofStore = new bool[imports.Names.Count + 1];
        foreach (int channel in setting.Channels)
        {
            _ofStore[channel + 1] = true;
        }
    }

    /// <summary>Lines beyond the first of the orders that were made.</summary>
    public OrderLine[] FurtherLines => [.. _further];

    /// <summary>The orders by number.</summary>
    /// <param name="rows">The rows of order reports.</param>
    /// <param name="numbers">All orders, those of the shipments table too.</param>
    public Order[] Make(RowsByOrder rows, OrderNumbers numbers)
    {
        Order[] orders = GC.AllocateUninitializedArray<Order>(numbers.Count);
        Stretches.Walk(
            numbers.Count,
            Stretches.Worth,
            (from, to) =>
            {
                for (int number = from; number < to; number++)
                {
                    orders[number] = Make(numbers[number], rows.PlacesOf(number));
                }
            }
        );
        return orders;
    }

    private Order Make(OrderKey key, ReadOnlySpan<int> places)
    {
        if (places.IsEmpty)
        {
            return new Order(key);
        }

        if (places.Length > 1)
        {
            return Make(key, Newest(places));
        }

        ref readonly OrderRow row = ref _imports.Orders[places[0]];
        return Make(key, _ofStore[row.Channel + 1] ? new ReadOnlySpan<OrderRow>(in row) : default);
    }

    private Order Make(OrderKey key, ReadOnlySpan<OrderRow> rows)
    {
        if (rows.IsEmpty)
        {
            return new Order(key) { Reported = true };
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
            Reported = true,
            OfStore = true,
            Purchased = purchased,
            Known = _setting.Knows(purchased),
            Program = program,
            Pending = pending,
            Cancelled = cancelled,
            Unshipped = unshipped,
            ServiceLevel = first.Service,
            ShipTo = first.ShipTo,
            Line = Line(first),
            FurtherLines = rows.Length == 1 ? default : Further(rows[1..]),
        };
    }

    private Stretch Further(ReadOnlySpan<OrderRow> rows)
    {
        lock (_further)
        {
            var stretch = new Stretch(_further.Count, rows.Length);
            foreach (ref readonly OrderRow row in rows)
            {
                _further.Add(Line(row));
            }

            return stretch;
        }
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

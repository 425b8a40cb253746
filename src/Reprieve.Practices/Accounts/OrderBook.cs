using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// The orders of all files: of each the rows of its newest update known on the day, identical ones once. An order of one row
/// is that row; of several, one is made that stands for them.
/// </summary>
internal sealed class OrderBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;
    private readonly RowsByOrder _rows;

    /// <summary>Whether rows of a sales-channel are the store's, by its number and one.</summary>
    private readonly bool[] _ofStore;

    private readonly Dictionary<int, Made> _made = [];

    /// <summary>How many orders reports have; the numbers of others follow.</summary>
    private readonly int _reported;

    public OrderBook(Imports imports, Setting setting)
    {
        (_imports, _setting) = (imports, setting);
        _ofStore = new bool[imports.Names.Count + 1];
        foreach (int channel in setting.Channels)
        {
            _ofStore[channel + 1] = true;
        }

        Numbers = new OrderNumbers(imports.Orders.Count);
        _rows = RowsByOrder.Of(imports.Orders, (in OrderRow row) => row.Order, Numbers);
        _reported = Numbers.Count;
        foreach ((int order, List<int> places) in _rows.Several)
        {
            _made.Add(order, Make(places));
        }
    }

    /// <summary>The orders' numbers; the shipments table adds those that no report has.</summary>
    public OrderNumbers Numbers { get; }

    /// <summary>How many orders there are.</summary>
    public int Count => Numbers.Count;

    public Order this[int number] => new(this, number);

    /// <summary>Looks an order up.</summary>
    /// <returns>Known is whether any report has it; the order is null where it is not the store's.</returns>
    public (bool Known, Order? Order) Find(OrderKey key) =>
        Numbers.Find(key) is >= 0 and var number && Has(number)
            ? (true, this[number] is { OfStore: true } order ? order : null)
            : (false, null);

    /// <summary>Whether an order report has an order.</summary>
    public bool Has(int number) => number < _reported;

    /// <summary>The row of an order that a report has.</summary>
    public ref readonly OrderRow RowOf(int number) =>
        ref _rows.HasSeveral(number) ? ref _made[number].Row : ref _imports.Orders[_rows.FirstOf(number)];

    /// <summary>The lines of an order that a report has.</summary>
    public OrderLines LinesOf(int number) =>
        _rows.HasSeveral(number) ? new OrderLines(default, _made[number].Lines) : new OrderLines(Line(RowOf(number)), null);

    public bool IsOfStore(in OrderRow row) => _ofStore[row.Channel + 1];

    /// <summary>Whether a row's purchase had happened by the end of the day.</summary>
    public bool IsKnown(in OrderRow row) => _setting.Knows(PurchasedAt(row));

    public Moment PurchasedAt(in OrderRow row) =>
        _setting.Resolve(row.Purchased, _imports.Files[row.File])!.Value;

    private Made Make(List<int> places)
    {
        OrderRow[] rows = Newest(places);
        OrderRow whole = rows[0] with
        {
            // Merchant is the lesser value: one such line makes a merchant order.
            Fulfilment = rows.Min(row => row.Fulfilment),
            Pending = Array.TrueForAll(rows, row => row.Pending),
            Cancelled = Array.Exists(rows, row => row.Cancelled || row.LineCancelled),
            Unshipped = Array.Exists(rows, row => row.Unshipped && !row.LineCancelled),
            LineCancelled = false,
        };
        return new Made(whole, Array.ConvertAll(rows, row => Line(row)));
    }

    private static OrderLine Line(in OrderRow row) =>
        new(row.Sku, row.Asin, row.Quantity, row.Cancelled || row.LineCancelled);

    /// <summary>
    /// The store's rows of the newest update that had happened by the end of the day; where every update came later, the
    /// newest of all: the purchase is known, and nothing else tells what was bought. Where no row is the store's, the first.
    /// </summary>
    private OrderRow[] Newest(List<int> places)
    {
        List<(OrderRow Row, DateTime Updated)> dated = new(places.Count);
        foreach (int place in places)
        {
            ref readonly OrderRow row = ref _imports.Orders[place];
            if (IsOfStore(row))
            {
                dated.Add((row, UpdatedAt(row)));
            }
        }

        if (dated.Count == 0)
        {
            return [_imports.Orders[places[0]]];
        }

        if (dated.Exists(row => row.Updated < _setting.End))
        {
            dated.RemoveAll(row => row.Updated >= _setting.End);
        }

        DateTime newest = dated.Max(row => row.Updated);
        return [.. dated.Where(row => row.Updated == newest).Select(row => row.Row).DistinctBy(row => row.Identity)];
    }

    private DateTime UpdatedAt(in OrderRow row) =>
        _setting.Resolve(row.Updated, _imports.Files[row.File]) is { } at
            ? at.Utc ?? _setting.StartOf(at.Day)
            : DateTime.MinValue;

    /// <summary>An order of several rows.</summary>
    private sealed class Made(OrderRow row, OrderLine[] lines)
    {
        public readonly OrderRow Row = row;

        public OrderLine[] Lines => lines;
    }
}

using System.Runtime.CompilerServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// The orders of all files: of each the rows of its newest update known on the day, identical ones once. An order of one row
/// is that row; of several, one is made that stands for them. What is asked of every order many times stands apart.
/// </summary>
internal sealed class OrderBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;
    private readonly RowsByOrder<OrderRow> _rows;

    /// <summary>Whether rows of a sales-channel are the store's, by its number and one.</summary>
    private readonly bool[] _ofStore;

    /// <summary>For each group of rows the row that stands for them, and the lines.</summary>
    private readonly (OrderRow Whole, OrderLine[] Lines)[] _made;

    private readonly OrderTraits[] _traits;

    /// <summary>Days of purchase since the beginning of 1990.</summary>
    private readonly ushort[] _days;

    public OrderBook(Imports imports, Setting setting)
    {
        (_imports, _setting) = (imports, setting);
        _ofStore = new bool[imports.Names.Count + 1];
        foreach (int channel in setting.Channels)
        {
            _ofStore[channel + 1] = true;
        }

        (Numbers, _rows) = (imports.Index!.Numbers, imports.Index.Orders);
        _made = Zeros.Of<(OrderRow, OrderLine[])>(_rows.Groups);
        _traits = new OrderTraits[Count];
        _days = new ushort[Count];
    }

    /// <summary>Puts the orders together; before, nothing is known of them.</summary>
    public void Settle()
    {
        Stretches.Walk(_made.Length, Stretches.Worth / 4, Make);
        Stretches.Walk(Count, Stretches.Worth, Note);
    }

    /// <summary>The orders' numbers, those too that only the shipments table has.</summary>
    public OrderNumbers Numbers { get; }

    /// <summary>How many orders there are.</summary>
    public int Count => Numbers.Count;

    public Order this[int number] => new(this, number);

    /// <summary>Looks an order up.</summary>
    /// <returns>Known is whether any report has it; the order is null where it is not the store's.</returns>
    public (bool Known, Order? Order) Find(OrderKey key) =>
        Numbers.Find(key) is >= 0 and var number && this[number] is { Reported: true } order
            ? (true, order.OfStore ? order : null)
            : (false, null);

    public OrderTraits TraitsOf(int number) => _traits[number];

    /// <summary>The day of the purchase of an order of the store, in its zone.</summary>
    public DateOnly PurchasedOn(int number) => DateOnly.FromDayNumber(_days[number] + Moment.FirstDay);

    /// <summary>The row of an order that a report has.</summary>
    public ref readonly OrderRow RowOf(int number) =>
        ref _rows.OnlyOf(number) is >= 0 and var place
            ? ref _imports.Orders[place]
            : ref _made[_rows.GroupOf(number)].Whole;

    /// <summary>The lines of an order that a report has.</summary>
    public OrderLines LinesOf(int number) =>
        _rows.OnlyOf(number) is >= 0 and var place
            ? new OrderLines(Line(_imports.Orders[place]), null)
            : new OrderLines(default, _made[_rows.GroupOf(number)].Lines);

    private bool IsOfStore(in OrderRow row) => _ofStore[row.Channel + 1];

    /// <summary>Notes what is asked often of the orders from one to before another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Note(int from, int to)
    {
        for (int number = from; number < to; number++)
        {
            if (_rows.OnlyOf(number) < 0 && _rows.GroupOf(number) < 0)
            {
                continue;
            }

            ref readonly OrderRow row = ref RowOf(number);
            _traits[number] = OrderTraits.Reported;
            if (IsOfStore(row))
            {
                Moment purchased = _setting.At(
                    row.Purchased,
                    _imports.Files[row.File].DayFirst(_setting.DayFirstHabit)
                );
                _days[number] = (ushort)(purchased.Day.DayNumber - Moment.FirstDay);
                _traits[number] |=
                    OrderTraits.OfStore
                    | If(!row.Has(OrderMarks.Pending) && _setting.Knows(purchased), OrderTraits.Counts)
                    | If(row.Has(OrderMarks.Merchant), OrderTraits.Merchant)
                    | If(row.Has(OrderMarks.Amazon), OrderTraits.Amazon)
                    | If(row.Has(OrderMarks.Cancelled | OrderMarks.LineCancelled), OrderTraits.Cancelled)
                    | If(IsUnshipped(row), OrderTraits.Unshipped);
            }
        }

        static OrderTraits If(bool holds, OrderTraits trait) => holds ? trait : OrderTraits.None;
    }

    private void Make(int from, int to)
    {
        List<int> rows = [];
        for (int group = from; group < to; group++)
        {
            Newest(_rows.PlacesOf(group), rows);
            OrderRow whole = _imports.Orders[rows[0]];
            whole = whole with { Marks = whole.Marks & (OrderMarks.Channel | OrderMarks.Pending) };
            var lines = new OrderLine[rows.Count];
            for (int i = 0; i < lines.Length; i++)
            {
                ref readonly OrderRow row = ref _imports.Orders[rows[i]];
                lines[i] = Line(row);
                whole = With(whole, row);
            }

            _made[group] = (whole, lines);
        }
    }

    /// <summary>An order with one more of its lines. One merchant line makes a merchant order; all must be pending.</summary>
    private static OrderRow With(in OrderRow whole, in OrderRow line)
    {
        bool keeps = whole.Has(OrderMarks.Merchant) || !line.Has(OrderMarks.Channel);
        OrderMarks marks =
            (keeps ? whole.Marks : line.Marks) & OrderMarks.Channel
            | whole.Marks & line.Marks & OrderMarks.Pending
            | whole.Marks & (OrderMarks.Cancelled | OrderMarks.Unshipped);
        marks |= line.Has(OrderMarks.Cancelled | OrderMarks.LineCancelled) ? OrderMarks.Cancelled : OrderMarks.None;
        marks |= IsUnshipped(line) ? OrderMarks.Unshipped : OrderMarks.None;
        return whole with { Marks = marks };
    }

    private static bool IsUnshipped(in OrderRow row) =>
        row.Has(OrderMarks.Unshipped) && !row.Has(OrderMarks.LineCancelled);

    private static OrderLine Line(in OrderRow row) =>
        new(row.Sku, row.Asin, row.Quantity, row.Has(OrderMarks.Cancelled | OrderMarks.LineCancelled));

    /// <summary>
    /// The store's rows of the newest update that had happened by the end of the day; where every update came later, the
    /// newest of all: the purchase is known, and nothing else tells what was bought. Where no row is the store's, all.
    /// </summary>
    private void Newest(ReadOnlySpan<int> places, List<int> into)
    {
        into.Clear();
        ulong best = 0;
        foreach (int place in places)
        {
            ref readonly OrderRow row = ref _imports.Orders[place];
            ulong rank = RankOf(row);
            if (rank > best)
            {
                into.Clear();
                best = rank;
            }

            if (rank == best && !HasSame(into, row))
            {
                into.Add(place);
            }
        }
    }

    /// <summary>Rows of the store before others, then those known on the day, then newer ones; ticks of dates leave two bits free.</summary>
    private ulong RankOf(in OrderRow row)
    {
        DateTime updated = UpdatedAt(row);
        return (ulong)updated.Ticks | (updated < _setting.End ? 1UL << 62 : 0) | (IsOfStore(row) ? 1UL << 63 : 0);
    }

    private bool HasSame(List<int> rows, in OrderRow row)
    {
        foreach (int place in rows)
        {
            if (_imports.Orders[place].IsSameAs(row))
            {
                return true;
            }
        }

        return false;
    }

    private DateTime UpdatedAt(in OrderRow row) =>
        _setting.Resolve(row.Updated, _imports.Files[row.File]) is { } at
            ? at.Utc ?? _setting.StartOf(at.Day)
            : DateTime.MinValue;
}

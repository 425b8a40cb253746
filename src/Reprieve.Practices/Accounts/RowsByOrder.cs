using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>The places of rows, grouped by order; within an order as they were read.</summary>
internal sealed class RowsByOrder
{
    private readonly int[] _places;

    /// <summary>How many rows stand before those of each order; behind them, all.</summary>
    private readonly int[] _starts;

    private RowsByOrder(int[] places, int[] starts) => (_places, _starts) = (places, starts);

    /// <summary>The order of a row.</summary>
    public delegate OrderKey KeyOf<T>(in T row);

    /// <summary>Groups rows.</summary>
    /// <param name="numbers">Gives orders that have no number yet one.</param>
    public static RowsByOrder Of<T>(RowStore<T> rows, KeyOf<T> keyOf, OrderNumbers numbers)
        where T : struct
    {
        var orders = new int[rows.Count];
        int row = 0;
        for (int block = 0; block < rows.Blocks; block++)
        {
            foreach (ref readonly T one in rows.Rows(block))
            {
                orders[row++] = numbers.Of(keyOf(in one));
            }
        }

        // Counted one place on, summed up, and one place on again while the rows are put into their places.
        var starts = new int[numbers.Count + 2];
        foreach (int order in orders)
        {
            starts[order + 2]++;
        }

        for (int i = 2; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var places = new int[rows.Count];
        row = 0;
        for (int block = 0; block < rows.Blocks; block++)
        {
            int first = RowStore<T>.First(block);
            for (int i = 0; i < rows.Rows(block).Length; i++)
            {
                places[starts[orders[row++] + 1]++] = first + i;
            }
        }

        return new RowsByOrder(places, starts);
    }

    /// <summary>How many rows there are.</summary>
    public int Rows => _places.Length;

    /// <summary>How many rows stand before those of an order.</summary>
    public int RowsBefore(int order) => _starts[Math.Min(order, _starts.Length - 1)];

    /// <summary>The places of an order's rows; none for an order that was numbered later.</summary>
    public ReadOnlySpan<int> PlacesOf(int order) => _places.AsSpan(RowsBefore(order)..RowsBefore(order + 1));
}

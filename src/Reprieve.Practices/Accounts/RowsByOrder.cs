using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>The places of rows, grouped by order and in the order of their order ids; within an order as they were read.</summary>
internal sealed class RowsByOrder
{
    private readonly ulong[] _keys;
    private readonly int[] _places;

    /// <summary>Where the rows of each order begin, and behind them the end.</summary>
    private readonly int[] _starts;

    private RowsByOrder(ulong[] keys, int[] places)
    {
        Array.Sort(keys, places);
        (_keys, _places) = (keys, places);
        int orders = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            orders += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
        }

        _starts = new int[orders + 1];
        for (int i = 0, order = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                _starts[order++] = i;
            }
        }

        _starts[orders] = keys.Length;
        for (int order = 0; order < orders; order++)
        {
            if (_starts[order + 1] - _starts[order] > 1)
            {
                places.AsSpan(_starts[order].._starts[order + 1]).Sort();
            }
        }
    }

    /// <summary>The order of a row.</summary>
    public delegate OrderKey KeyOf<T>(in T row);

    /// <param name="keyOf">The order of a row.</param>
    public static RowsByOrder Of<T>(RowStore<T> rows, KeyOf<T> keyOf)
        where T : struct
    {
        var keys = new ulong[rows.Count];
        var places = new int[rows.Count];
        int i = 0;
        for (int block = 0; block < rows.Blocks; block++)
        {
            int place = RowStore<T>.First(block);
            foreach (ref readonly T row in rows.Rows(block))
            {
                (keys[i], places[i]) = (keyOf(in row).Value, place);
                i++;
                place++;
            }
        }

        return new RowsByOrder(keys, places);
    }

    /// <summary>How many orders there are.</summary>
    public int Orders => _starts.Length - 1;

    /// <summary>How many rows there are.</summary>
    public int Rows => _places.Length;

    /// <summary>How many rows stand before those of an order.</summary>
    public int RowsBefore(int order) => _starts[order];

    /// <summary>An order's id.</summary>
    public OrderKey Key(int order) => new(_keys[_starts[order]]);

    /// <summary>The places of an order's rows.</summary>
    public ReadOnlySpan<int> PlacesOf(int order) => _places.AsSpan(_starts[order].._starts[order + 1]);
}

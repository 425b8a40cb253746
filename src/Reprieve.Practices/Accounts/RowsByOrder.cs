using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Where the rows of each order are. Of nearly all orders there is one; those with several are groups.</summary>
internal sealed class RowsByOrder
{
    /// <summary>By order: the place of its only row and one; the complement of its group where it has several; 0 without.</summary>
    private readonly int[] _firsts;

    /// <summary>The places of the groups' rows, those of a group together and as they were read.</summary>
    private readonly int[] _places;

    /// <summary>Where the places of each group begin; behind them, all end.</summary>
    private readonly List<int> _starts = [];

    private RowsByOrder(int[] firsts, List<Further> further)
    {
        _firsts = firsts;
        // Stable by the place, as rows are read in its order.
        further.Sort((a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Place.CompareTo(b.Place));
        List<int> places = new(2 * further.Count);
        int last = -1;
        foreach ((int order, int place) in further)
        {
            if (order != last)
            {
                last = order;
                _starts.Add(places.Count);
                places.Add(firsts[order] - 1);
                firsts[order] = -_starts.Count;
            }

            places.Add(place);
        }

        _starts.Add(places.Count);
        _places = [.. places];
    }

    /// <summary>The order of a row.</summary>
    public delegate OrderKey KeyOf<T>(in T row);

    /// <summary>How many orders have several rows.</summary>
    public int Groups => _starts.Count - 1;

    /// <summary>Goes through rows.</summary>
    /// <param name="numbers">Gives orders that have no number yet one.</param>
    public static RowsByOrder Of<T>(RowStore<T> rows, KeyOf<T> keyOf, OrderNumbers numbers)
        where T : struct
    {
        // As many orders as there are rows may be new.
        var firsts = new int[numbers.Count + rows.Count];
        List<Further> further = [];
        for (int block = 0; block < rows.Blocks; block++)
        {
            int place = RowStore<T>.First(block);
            foreach (ref readonly T row in rows.Rows(block))
            {
                int order = numbers.Of(keyOf(in row));
                if (firsts[order] == 0)
                {
                    firsts[order] = place + 1;
                }
                else
                {
                    further.Add(new Further(order, place));
                }

                place++;
            }
        }

        return new RowsByOrder(firsts, further);
    }

    /// <summary>The place of an order's only row; -1 where it has none or several.</summary>
    public int OnlyOf(int order) => order < _firsts.Length && _firsts[order] > 0 ? _firsts[order] - 1 : -1;

    /// <summary>The group of an order; -1 where it has no or one row.</summary>
    public int GroupOf(int order) => order < _firsts.Length && _firsts[order] < 0 ? -_firsts[order] - 1 : -1;

    /// <summary>The places of a group's rows.</summary>
    public ReadOnlySpan<int> PlacesOf(int group) => _places.AsSpan(_starts[group].._starts[group + 1]);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Further(int Order, int Place);
}

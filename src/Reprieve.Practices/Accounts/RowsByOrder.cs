using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Where the rows of each order are. Of nearly all orders there is one.</summary>
internal sealed class RowsByOrder
{
    /// <summary>The place of an order's first row and one; negative where it has several; 0 for an order without.</summary>
    private readonly int[] _firsts;

    private RowsByOrder(int[] firsts, IReadOnlyDictionary<int, List<int>> several) =>
        (_firsts, Several) = (firsts, several);

    /// <summary>The order of a row.</summary>
    public delegate OrderKey KeyOf<T>(in T row);

    /// <summary>The places of the rows of orders that have several, as they were read.</summary>
    public IReadOnlyDictionary<int, List<int>> Several { get; }

    /// <summary>Goes through rows.</summary>
    /// <param name="numbers">Gives orders that have no number yet one.</param>
    public static RowsByOrder Of<T>(RowStore<T> rows, KeyOf<T> keyOf, OrderNumbers numbers)
        where T : struct
    {
        // As many orders as there are rows may be new.
        var firsts = new int[numbers.Count + rows.Count];
        var several = new Dictionary<int, List<int>>();
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
                else if (firsts[order] > 0)
                {
                    several.Add(order, [firsts[order] - 1, place]);
                    firsts[order] = -firsts[order];
                }
                else
                {
                    several[order].Add(place);
                }

                place++;
            }
        }

        return new RowsByOrder(firsts, several);
    }

    /// <summary>Whether an order has several rows.</summary>
    public bool HasSeveral(int order) => order < _firsts.Length && _firsts[order] < 0;

    /// <summary>The place of an order's only row, or of its first; -1 for an order without.</summary>
    public int FirstOf(int order) => order < _firsts.Length ? Math.Abs(_firsts[order]) - 1 : -1;
}

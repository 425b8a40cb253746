namespace Reprieve.Practices.Reports;

/// <summary>
/// Rows in blocks, so that a growing list is never copied. A row stands at a place; places grow in the order in which rows
/// were added, but not all are taken.
/// </summary>
internal sealed class RowStore<T>
    where T : struct
{
    private const int Bits = 11;
    private const int Block = 1 << Bits;

    private readonly List<T[]> _blocks = [];

    /// <summary>How many rows stand in each block.</summary>
    private readonly List<int> _filled = [];
    private T[] _last = [];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many blocks there are.</summary>
    public int Blocks => _blocks.Count;

    /// <summary>The row at a place.</summary>
    public ref readonly T this[int place] => ref _blocks[place >> Bits][place & (Block - 1)];

    /// <summary>The rows of a block, in order.</summary>
    public ReadOnlySpan<T> Rows(int block) => _blocks[block].AsSpan(0, _filled[block]);

    /// <summary>The place of the first row of a block; the others follow it.</summary>
    public static int First(int block) => block << Bits;

    /// <summary>In how many blocks so many rows stand, at least.</summary>
    public static int BlocksOf(int rows) => (rows + Block - 1) >> Bits;

    public void Add(in T row)
    {
        int inLast = _filled.Count == 0 ? Block : _filled[^1];
        if (inLast == Block)
        {
            _last = GC.AllocateUninitializedArray<T>(Block);
            _blocks.Add(_last);
            _filled.Add(inLast = 0);
        }

        _last[inLast] = row;
        _filled[^1] = inLast + 1;
        Count++;
    }

    /// <summary>Takes over the rows of another store, which is not used any more, behind its own.</summary>
    /// <param name="change">What is changed of each.</param>
    public void Take(RowStore<T> other, Change change)
    {
        if (other.Count == 0)
        {
            return;
        }

        for (int block = 0; block < other.Blocks; block++)
        {
            foreach (ref T row in other._blocks[block].AsSpan(0, other._filled[block]))
            {
                change(ref row);
            }
        }

        _blocks.AddRange(other._blocks);
        _filled.AddRange(other._filled);
        _last = other._last;
        Count += other.Count;
    }

    public delegate void Change(ref T row);
}

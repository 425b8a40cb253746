namespace Reprieve.Notices;

/// <summary>Many short lists in one piece, as a look into memory costs more than what is done with a list.</summary>
/// <param name="items">The items of all lists, one list after the other.</param>
/// <param name="ends">For each list where it ends.</param>
internal readonly struct Runs<T>(T[] items, int[] ends)
{
    /// <summary>The items of a list.</summary>
    public ReadOnlySpan<T> this[int list]
    {
        get
        {
            int first = list == 0 ? 0 : ends[list - 1];
            return items.AsSpan(first, ends[list] - first);
        }
    }
}

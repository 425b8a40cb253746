namespace Reprieve.Practices.Reports;

/// <summary>
/// Keeps many texts in blocks: no object for each, and nothing that the collector would move. A block is as large as what
/// it is opened for, or <see cref="Block"/> characters.
/// </summary>
internal sealed class TextStore
{
    private const int Block = 512 * 1024;

    private char[] _block = [];
    private int _used;

    /// <summary>Keeps a text.</summary>
    public ReadOnlyMemory<char> Add(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        if (_block.Length - _used < text.Length)
        {
            _block = GC.AllocateUninitializedArray<char>(Math.Max(Block, text.Length));
            _used = 0;
        }

        text.CopyTo(_block.AsSpan(_used));
        ReadOnlyMemory<char> kept = _block.AsMemory(_used, text.Length);
        _used += text.Length;
        return kept;
    }
}

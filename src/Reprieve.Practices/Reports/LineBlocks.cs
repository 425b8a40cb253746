using System.Buffers;

namespace Reprieve.Practices.Reports;

/// <summary>Cuts a file into blocks of whole lines.</summary>
/// <param name="file">The file, from its beginning.</param>
/// <param name="mark">A mark of its encoding that may stand before the first line.</param>
internal sealed class LineBlocks(Stream file, byte[] mark)
{
    private const int BlockBytes = 512 * 1024;

    private byte[] _next = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private int _length;
    private bool _begun;
    private bool _ended;

    /// <summary>Whether the whole file was handed out.</summary>
    public bool Ended => _ended && _length == 0;

    /// <summary>
    /// The next block, rented from the shared pool, and how much of it is filled; null at the end of the file, and where a
    /// line is longer than a block.
    /// </summary>
    public (byte[] Block, int Length)? Next()
    {
        Fill();
        int end = _ended ? _length : _next.AsSpan(0, _length).LastIndexOf((byte)'\n') + 1;
        if (end == 0)
        {
            return null;
        }

        byte[] block = _next;
        _next = ArrayPool<byte>.Shared.Rent(BlockBytes);
        block.AsSpan(end, _length - end).CopyTo(_next);
        _length -= end;
        return (block, end);
    }

    /// <summary>What was read of the file and is in no block yet.</summary>
    public ReadOnlySpan<byte> Left => _next.AsSpan(0, _length);

    private void Fill()
    {
        while (!_ended && _length < BlockBytes)
        {
            int read = file.Read(_next.AsSpan(_length, BlockBytes - _length));
            _ended = read == 0;
            _length += read;
        }

        if (!_begun && _next.AsSpan(0, _length).StartsWith(mark))
        {
            _next.AsSpan(mark.Length, _length - mark.Length).CopyTo(_next);
            _length -= mark.Length;
        }

        _begun = true;
    }
}

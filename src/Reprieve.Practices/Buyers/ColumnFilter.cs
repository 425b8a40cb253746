using Reprieve.Notices;

namespace Reprieve.Practices.Buyers;

/// <summary>A table without some of its columns, row by row as it is read, in bounded memory.</summary>
internal sealed class ColumnFilter(Stream source, TableShape shape) : ForwardStream
{
    /// <summary>Longest row in bytes; real ones have a few thousand.</summary>
    private const int MaxRow = 512 * 1024;

    private readonly byte[] _read = new byte[MaxRow];
    private readonly MemoryStream _kept = new();
    private int _from;
    private int _to;
    private int _row;
    private int _given;
    private bool _begun;
    private bool _ended;
    private bool _skipping;

    public override int Read(Span<byte> buffer)
    {
        while (_given == _kept.Length)
        {
            _kept.SetLength(0);
            _given = 0;
            if (!Next())
            {
                return 0;
            }
        }

        int length = Math.Min(buffer.Length, (int)_kept.Length - _given);
        _kept.GetBuffer().AsSpan(_given, length).CopyTo(buffer);
        _given += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            _kept.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Takes some rows; false at the end.</summary>
    private bool Next()
    {
        Fill();
        if (_from == _to)
        {
            return false;
        }

        if (!_begun)
        {
            _begun = true;
            _kept.Write(_read, 0, shape.Preamble);
            _from = shape.Preamble;
        }

        bool full = _from == 0 && _to == _read.Length;
        while (_from < _to)
        {
            ReadOnlySpan<byte> bytes = _read.AsSpan(_from, _to - _from);
            TableRow row = shape.Units.Row(bytes, _ended || full);
            if (!row.Ended && !_ended && !full)
            {
                break;
            }

            Keep(bytes, row, cut: !row.Ended && !_ended);
            _from += row.Length;
            full = false;
        }

        return true;
    }

    private void Fill()
    {
        _read.AsSpan(_from, _to - _from).CopyTo(_read);
        _to -= _from;
        _from = 0;
        int wanted = _read.Length - _to;
        int read = source.ReadAtLeast(_read.AsSpan(_to), wanted, throwOnEndOfStream: false);
        _to += read;
        _ended = read < wanted;
    }

    /// <param name="cut">Whether the row is longer than any may be: its end is still to come, and is left out.</param>
    private void Keep(ReadOnlySpan<byte> bytes, TableRow row, bool cut)
    {
        ReadOnlySpan<byte> end = bytes[row.TextLength..row.Length];
        if (_skipping)
        {
            _skipping = cut;
            _kept.Write(end);
            return;
        }

        _skipping = cut;
        bool above = _row++ < shape.HeaderRow;
        bool spoiled = !above && (row.Spoiled || cut || row.Fields.Count > shape.Columns);
        bool first = true;
        for (int i = 0; i < row.Fields.Count; i++)
        {
            if (!above && shape.Dropped.Contains(i))
            {
                continue;
            }

            if (!first)
            {
                _kept.Write(shape.Units.Delimiter);
            }

            first = false;
            // In a row with a delimiter too many, a buyer may stand in any column from the first of theirs on.
            if (!spoiled || i < shape.First)
            {
                (int start, int length) = row.Fields[i];
                _kept.Write(bytes.Slice(start, length));
            }
        }

        _kept.Write(end);
    }
}

using System.Text;
using Reprieve.Notices;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Rows of cells as the bytes of a comma-separated file in UTF-8, made as they are read: one row a record, blank ones
/// included, so that row numbers stay those of the source.
/// </summary>
internal sealed class DelimitedStream(IEnumerable<IReadOnlyList<string>> rows) : ForwardStream
{
    /// <summary>What parts the fields.</summary>
    public const char Delimiter = ',';

    private readonly IEnumerator<IReadOnlyList<string>> _rows = rows.GetEnumerator();
    private readonly StringBuilder _text = new();
    private byte[] _bytes = [];
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        if (_at == _bytes.Length && !Next())
        {
            return 0;
        }

        int length = Math.Min(buffer.Length, _bytes.Length - _at);
        _bytes.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rows.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Next()
    {
        _text.Clear();
        while (_text.Length < 32 * 1024 && _rows.MoveNext())
        {
            Write(_rows.Current);
        }

        _bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _at = 0;
        return _bytes.Length > 0;
    }

    private void Write(IReadOnlyList<string> row)
    {
        int last = row.Count - 1;
        while (last >= 0 && row[last].Length == 0)
        {
            last--;
        }

        for (int i = 0; i <= last; i++)
        {
            if (i > 0)
            {
                _text.Append(Delimiter);
            }

            string field = row[i];
            if (field.AsSpan().IndexOfAny("\",\r\n") >= 0)
            {
                _text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                _text.Append(field);
            }
        }

        _text.Append('\n');
    }
}

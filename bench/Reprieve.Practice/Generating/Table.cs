using System.Text;

namespace Reprieve.Practice.Generating;

/// <summary>Writes a delimited file field by field into one buffer; a hundred bytes of a row cost about as many nanoseconds.</summary>
internal sealed class Table : IDisposable
{
    /// <summary>No row is longer.</summary>
    private const int Room = 4096;

    private readonly FileStream _file;
    private readonly byte _delimiter;
    private readonly string _lineEnd;
    private readonly byte[] _buffer = new byte[1 << 20];
    private readonly Dictionary<long, byte[]> _days = [];
    private int _length;
    private bool _first = true;

    public Table(string path, char delimiter, string lineEnd, params ReadOnlySpan<string> header)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _delimiter = (byte)delimiter;
        _lineEnd = lineEnd;
        foreach (string column in header)
        {
            Field(column);
        }

        EndRow();
    }

    /// <summary>Bytes written so far.</summary>
    public long Bytes => _file.Length + _length;

    public void Empty() => Begin();

    public void Empty(int fields)
    {
        for (int i = 0; i < fields; i++)
        {
            Begin();
        }
    }

    public void Field(string text)
    {
        Begin();
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void Field(ReadOnlySpan<byte> text)
    {
        Begin();
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    public void Number(long number)
    {
        Begin();
        number.TryFormat(_buffer.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>An amount in cents, as 12.34.</summary>
    public void Money(int cents)
    {
        Number(cents / 100);
        _buffer[_length++] = (byte)'.';
        Two(cents % 100);
    }

    /// <summary>An order id of the shape that amazon.com uses, from its 17 digits.</summary>
    public void OrderId(long digits)
    {
        Begin();
        digits.TryFormat(_buffer.AsSpan(_length), out _, "D17");
        Span<byte> id = _buffer.AsSpan(_length, 19);
        id[10..17].CopyTo(id[12..]);
        id[3..10].CopyTo(id[4..]);
        id[3] = id[11] = (byte)'-';
        _length += 19;
    }

    /// <summary>A time with its offset in seconds: 2026-09-29T16:54:47-07:00; empty where there is none.</summary>
    public void Time(long? utc, int offset)
    {
        if (utc is not { } at)
        {
            Begin();
            return;
        }

        Field(DayOf(at + offset));
        int second = (int)((at + offset) % StoreClock.Day);
        _buffer[_length++] = (byte)'T';
        Two(second / 3600);
        _buffer[_length++] = (byte)':';
        Two(second / 60 % 60);
        _buffer[_length++] = (byte)':';
        Two(second % 60);
        _buffer[_length++] = (byte)(offset < 0 ? '-' : '+');
        Two(Math.Abs(offset) / 3600);
        _buffer[_length++] = (byte)':';
        Two(Math.Abs(offset) / 60 % 60);
    }

    /// <summary>The day of a local time: 2026-09-29.</summary>
    public void Date(long local) => Field(DayOf(local));

    /// <summary>The day as American reports write it: 9/29/26.</summary>
    public void ShortDate(long local)
    {
        DateTime day = DateTimeOffset.FromUnixTimeSeconds(local).DateTime;
        Field($"{day.Month}/{day.Day}/{day.Year % 100:00}");
    }

    public void EndRow()
    {
        _length += Encoding.UTF8.GetBytes(_lineEnd, _buffer.AsSpan(_length));
        _first = true;
        if (_buffer.Length - _length < Room)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        Flush();
        _file.Dispose();
    }

    private void Flush()
    {
        _file.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Begin()
    {
        if (!_first)
        {
            _buffer[_length++] = _delimiter;
        }

        _first = false;
    }

    private void Two(int number)
    {
        _buffer[_length++] = (byte)('0' + (number / 10));
        _buffer[_length++] = (byte)('0' + (number % 10));
    }

    private byte[] DayOf(long local)
    {
        long day = local / StoreClock.Day;
        if (!_days.TryGetValue(day, out byte[]? text))
        {
            string written = $"{DateTimeOffset.FromUnixTimeSeconds(local):yyyy-MM-dd}";
            _days.Add(day, text = Encoding.UTF8.GetBytes(written));
        }

        return text;
    }
}

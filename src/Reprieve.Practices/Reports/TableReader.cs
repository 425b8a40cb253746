namespace Reprieve.Practices.Reports;

/// <summary>Why a row could not be read as such.</summary>
internal enum RowFault
{
    None,
    TooLong,
    OpenQuote,
    NulBytes,
}

/// <summary>
/// Reads a delimited table row by row in bounded memory. In tab-separated text a quote is a character; elsewhere
/// RFC 4180 holds, line breaks inside quotes included. A quote that is never closed spoils its own line only.
/// </summary>
/// <remarks>The spans it hands out live until the next <see cref="Read"/>.</remarks>
internal sealed class TableReader(TextReader text, char delimiter)
{
    /// <summary>Longest row taken, in characters; real rows have a few thousand.</summary>
    public const int MaxRow = 256 * 1024;

    /// <summary>After so many quotes that never close, none is looked for beyond its line any more: each costs a search.</summary>
    private const int MaxOpenQuotes = 100;

    private readonly bool _quotes = delimiter != '\t';
    private readonly List<(int Start, int Length, bool Quoted)> _fields = [];
    private char[] _buffer = new char[64 * 1024];
    private int _start;
    private int _end;
    private bool _endOfText;
    private bool? _loneReturnBreaks;
    private int _openQuotes;

    /// <summary>Number of the current row as a spreadsheet counts: the first is 1, blank ones count.</summary>
    public long Row { get; private set; }

    /// <summary>Fields of the current row.</summary>
    public int Fields => _fields.Count;

    /// <summary>What is wrong with the current row.</summary>
    public RowFault Fault { get; private set; }

    /// <summary>A field of the current row; empty beyond its end.</summary>
    public ReadOnlySpan<char> this[int field] =>
        (uint)field < (uint)_fields.Count
            ? _buffer.AsSpan(_start + _fields[field].Start, _fields[field].Length)
            : default;

    private int _next;

    /// <summary>Goes to the next row that is not blank; false at the end.</summary>
    public bool Read()
    {
        while (true)
        {
            _start += _next;
            _next = 0;
            if (!Fill(0))
            {
                _fields.Clear();
                return false;
            }

            Row++;
            Fault = RowFault.None;
            _fields.Clear();
            Scan();
            if (Fault is not RowFault.None || !IsBlank())
            {
                return true;
            }
        }
    }

    /// <summary>Finds the fields of the row at <see cref="_start"/> and where the next row begins.</summary>
    private void Scan()
    {
        int at = 0;
        int firstBreak = -1;
        while (true)
        {
            bool quoted = _quotes && Fill(at) && _buffer[_start + at] == '"';
            int from = at;
            if (quoted && !SkipQuoted(ref at, ref firstBreak))
            {
                SpoilLine(firstBreak);
                return;
            }

            char stop = SkipPlain(ref at);
            if (Fault is RowFault.TooLong)
            {
                // Grown over many lines, it is a quote gone astray rather than a long row.
                SkipFaulty(at, firstBreak);
                return;
            }

            _fields.Add((from, at - from, quoted));
            if (stop == delimiter)
            {
                at++;
                continue;
            }

            _next = stop == '\0' ? at : at + BreakLength(at);
            Finish(at);
            return;
        }
    }

    /// <summary>Moves behind the closing quote; false when it does not come.</summary>
    private bool SkipQuoted(ref int at, ref int firstBreak)
    {
        at++;
        while (Fill(at) && at < MaxRow)
        {
            ReadOnlySpan<char> rest = _buffer.AsSpan(_start + at, _end - _start - at);
            int stop = firstBreak < 0 ? rest.IndexOfAny('"', '\n') : rest.IndexOf('"');
            if (stop < 0)
            {
                at += rest.Length;
                continue;
            }

            at += stop;
            if (rest[stop] == '\n')
            {
                firstBreak = at++;
                if (_openQuotes >= MaxOpenQuotes)
                {
                    return false;
                }

                continue;
            }

            at++;
            if (!Fill(at) || _buffer[_start + at] != '"')
            {
                return true;
            }

            at++;
        }

        return false;
    }

    /// <summary>Moves to the next delimiter or line break and returns it; NUL at the end of the text.</summary>
    private char SkipPlain(ref int at)
    {
        while (Fill(at))
        {
            ReadOnlySpan<char> rest = _buffer.AsSpan(_start + at, _end - _start - at);
            int stop = rest.IndexOfAny(delimiter, '\n', '\r');
            at += stop < 0 ? rest.Length : stop;
            if (at > MaxRow)
            {
                Fault = RowFault.TooLong;
                return '\0';
            }

            // Looking behind a carriage return may move the buffer under the span.
            char found = stop < 0 ? '\0' : rest[stop];
            if (stop >= 0 && (found != '\r' || BreakLength(at) > 0))
            {
                return found;
            }

            at += stop < 0 ? 0 : 1;
        }

        return '\0';
    }

    /// <summary>
    /// Length of the line break at a place. A carriage return alone is one only in a file whose header ends so;
    /// elsewhere it is a character of a description.
    /// </summary>
    private int BreakLength(int at)
    {
        if (_buffer[_start + at] == '\n')
        {
            return 1;
        }

        if (Fill(at + 1) && _buffer[_start + at + 1] == '\n')
        {
            return 2;
        }

        _loneReturnBreaks ??= Row == 1;
        return _loneReturnBreaks.Value ? 1 : 0;
    }

    private void Finish(int length)
    {
        _loneReturnBreaks ??= false;
        if (_buffer.AsSpan(_start, length).Contains('\0'))
        {
            Fault = RowFault.NulBytes;
            return;
        }

        for (int i = 0; i < _fields.Count; i++)
        {
            if (_fields[i].Quoted)
            {
                _fields[i] = Unquote(_fields[i].Start, _fields[i].Length);
            }
        }
    }

    /// <summary>Takes the quotes off in place: the row is whole, nothing reads it again.</summary>
    private (int, int, bool) Unquote(int start, int length)
    {
        Span<char> field = _buffer.AsSpan(_start + start, length);
        int to = 0;
        bool inside = true;
        for (int from = 1; from < field.Length; from++)
        {
            if (inside && field[from] == '"')
            {
                if (from + 1 < field.Length && field[from + 1] == '"')
                {
                    from++;
                }
                else
                {
                    inside = false;
                    continue;
                }
            }

            field[to++] = field[from];
        }

        return (start, to, false);
    }

    private void SkipFaulty(int at, int firstBreak)
    {
        if (firstBreak >= 0)
        {
            SpoilLine(firstBreak);
        }
        else
        {
            _next = SkipLine(at);
        }
    }

    private void SpoilLine(int firstBreak)
    {
        _openQuotes++;
        Fault = RowFault.OpenQuote;
        _fields.Clear();
        _next = firstBreak >= 0 ? firstBreak + 1 : SkipLine(0);
    }

    /// <summary>Reads on to the end of the line without keeping it; returns where the next one begins.</summary>
    private int SkipLine(int at)
    {
        _fields.Clear();
        while (Fill(at))
        {
            int stop = _buffer.AsSpan(_start + at, _end - _start - at).IndexOf('\n');
            if (stop >= 0)
            {
                return at + stop + 1;
            }

            _start = _end;
            at = 0;
        }

        return at;
    }

    private bool IsBlank()
    {
        for (int field = 0; field < Fields; field++)
        {
            if (!this[field].IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes sure that the character at an offset of the row is in the buffer; false at the end of the text.</summary>
    private bool Fill(int offset)
    {
        while (_start + offset >= _end && !_endOfText)
        {
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            int read = text.Read(_buffer, _end, _buffer.Length - _end);
            _endOfText = read == 0;
            _end += read;
        }

        return _start + offset < _end;
    }
}

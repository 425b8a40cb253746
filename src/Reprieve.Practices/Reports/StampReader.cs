namespace Reprieve.Practices.Reports;

/// <summary>
/// Reads the ways in which reports write dates: ISO 8601; numbers with slashes, dashes or dots in either order;
/// English month names; a time with or without AM/PM; an offset or a zone's letters behind it.
/// </summary>
internal ref struct StampReader
{
    private static readonly string[] Months =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    /// <summary>Letters that Amazon's older exports put behind a time, in minutes from UTC.</summary>
    private static readonly Dictionary<string, short> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["WEST"] = 60,
        ["BST"] = 60,
        ["CET"] = 60,
        ["MEZ"] = 60,
        ["CEST"] = 120,
        ["MESZ"] = 120,
        ["EET"] = 120,
        ["EEST"] = 180,
        ["GST"] = 240,
        ["IST"] = 330,
        ["SGT"] = 480,
        ["JST"] = 540,
        ["AEST"] = 600,
        ["AEDT"] = 660,
        ["BRT"] = -180,
        ["EDT"] = -240,
        ["EST"] = -300,
        ["CDT"] = -300,
        ["CST"] = -360,
        ["MDT"] = -360,
        ["MST"] = -420,
        ["PDT"] = -420,
        ["PST"] = -480,
    };

    private static readonly Dictionary<string, short>.AlternateLookup<ReadOnlySpan<char>> ZoneOf =
        Zones.GetAlternateLookup<ReadOnlySpan<char>>();

    private ReadOnlySpan<char> _rest;

    /// <summary>Reads a field. An empty one is no fault and gives the default stamp.</summary>
    /// <returns>False when something is there that is no date between 1990 and 2100.</returns>
    public static bool TryRead(ReadOnlySpan<char> field, out Stamp stamp)
    {
        stamp = default;
        if (field.IsEmpty)
        {
            return true;
        }

        // Amazon's downloads give the same instant once more in another zone, in brackets behind.
        int bracket = field.IndexOf('(');
        var reader = new StampReader { _rest = (bracket > 0 ? field[..bracket] : field).Trim() };
        return reader._rest.IsEmpty || (reader._rest.Length <= 64 && reader.TryDate(out stamp));
    }

    private bool TryDate(out Stamp stamp)
    {
        stamp = default;
        if (!TryDay(out int year, out int month, out int day, out DayOrder order))
        {
            return false;
        }

        year += year < 100 ? 2000 : 0;
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var date = new DateTime(year, month, day);
        SkipOne('T', 't', ',');
        SkipSpaces();
        if (_rest.IsEmpty)
        {
            stamp = new Stamp(date, null, true, order);
            return true;
        }

        if (!TryTime(out TimeSpan time) || !TryOffset(out short? offset))
        {
            return false;
        }

        stamp = new Stamp(date + time, offset, false, order);
        return true;
    }

    private bool TryDay(out int year, out int month, out int day, out DayOrder order)
    {
        (year, month, day, order) = (0, 0, 0, DayOrder.Certain);
        if (TryMonthName(out month))
        {
            // Jul 14, 2025
            return SkipSpaces() && TryNumber(2, out day) && SkipSeparators() && TryNumber(4, out year);
        }

        int digits = LeadingDigits();
        if (digits == 4)
        {
            return TryNumber(4, out year)
                && SkipSeparators()
                && TryNumber(2, out month)
                && SkipSeparators()
                && TryNumber(2, out day);
        }

        if (!TryNumber(2, out int first) || _rest.IsEmpty)
        {
            return false;
        }

        bool dots = _rest[0] == '.';
        if (!SkipSeparators())
        {
            return false;
        }

        if (TryMonthName(out month))
        {
            // 14-Jul-2025
            day = first;
            return SkipSeparators() && TryNumber(4, out year);
        }

        if (!TryNumber(2, out int second) || !SkipSeparators() || !TryNumber(4, out year))
        {
            return false;
        }

        // Dots are written where the day comes first; otherwise a number above 12 is no month.
        (month, day) = dots || first > 12 ? (second, first) : (first, second);
        order =
            dots ? DayOrder.Certain
            : first > 12 ? DayOrder.DayFirst
            : second > 12 ? DayOrder.MonthFirst
            : DayOrder.Either;
        return true;
    }

    private bool TryTime(out TimeSpan time)
    {
        time = default;
        if (!TryNumber(2, out int hour) || !TakeOne(':') || !TryNumber(2, out int minute))
        {
            return false;
        }

        int second = 0;
        if (TakeOne(':') && !TryNumber(2, out second))
        {
            return false;
        }

        if (_rest.Length > 1 && _rest[0] is '.' or ',' && char.IsAsciiDigit(_rest[1]))
        {
            _rest = _rest[1..];
            _rest = _rest[LeadingDigits()..];
        }

        SkipSpaces();
        if (
            _rest.StartsWith("AM", StringComparison.OrdinalIgnoreCase)
            || _rest.StartsWith("PM", StringComparison.OrdinalIgnoreCase)
        )
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (_rest[0] is 'P' or 'p' ? 12 : 0);
            _rest = _rest[2..];
        }

        time = new TimeSpan(hour, minute, second);
        return hour < 24 && minute < 60 && second < 61;
    }

    private bool TryOffset(out short? offset)
    {
        offset = null;
        SkipSpaces();
        if (_rest.IsEmpty)
        {
            return true;
        }

        int letters = 0;
        while (letters < _rest.Length && char.IsAsciiLetter(_rest[letters]))
        {
            letters++;
        }

        if (letters > 0)
        {
            if (!ZoneOf.TryGetValue(_rest[..letters], out short zone))
            {
                return false;
            }

            offset = zone;
            _rest = _rest[letters..];
        }

        return _rest.IsEmpty || TrySigned(ref offset);
    }

    private bool TrySigned(ref short? offset)
    {
        int sign = _rest[0] switch
        {
            '+' => 1,
            '-' or '\u2212' => -1,
            _ => 0,
        };
        _rest = _rest[1..];
        int minute = 0;
        if (sign == 0 || !TryNumber(2, out int hour) || hour > 14)
        {
            return false;
        }

        TakeOne(':');
        if (!_rest.IsEmpty && !TryNumber(2, out minute))
        {
            return false;
        }

        offset = (short)((offset ?? 0) + (sign * ((hour * 60) + minute)));
        return _rest.IsEmpty && minute < 60;
    }

    private bool TryMonthName(out int month)
    {
        month = 0;
        if (_rest.Length < 3 || !char.IsAsciiLetter(_rest[0]))
        {
            return false;
        }

        for (int i = 0; i < Months.Length && month == 0; i++)
        {
            month = _rest.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase) ? i + 1 : 0;
        }

        while (!_rest.IsEmpty && (char.IsAsciiLetter(_rest[0]) || _rest[0] == '.'))
        {
            _rest = _rest[1..];
        }

        return month > 0;
    }

    private bool TryNumber(int most, out int number)
    {
        number = 0;
        int digits = Math.Min(LeadingDigits(), most);
        for (int i = 0; i < digits; i++)
        {
            number = (number * 10) + (_rest[i] - '0');
        }

        _rest = _rest[digits..];
        return digits > 0;
    }

    private readonly int LeadingDigits()
    {
        int digits = 0;
        while (digits < _rest.Length && char.IsAsciiDigit(_rest[digits]))
        {
            digits++;
        }

        return digits;
    }

    private bool SkipSeparators()
    {
        int before = _rest.Length;
        _rest = _rest.TrimStart("-/., 年月");
        return _rest.Length < before;
    }

    private bool SkipSpaces()
    {
        SkipOne('日', '日', '日');
        int before = _rest.Length;
        _rest = _rest.TrimStart();
        return _rest.Length < before;
    }

    private void SkipOne(char a, char b, char c)
    {
        if (!_rest.IsEmpty && (_rest[0] == a || _rest[0] == b || _rest[0] == c))
        {
            _rest = _rest[1..];
        }
    }

    private bool TakeOne(char c)
    {
        if (_rest.IsEmpty || _rest[0] != c)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }
}

using System.Text;

namespace Reprieve.Notices;

/// <summary>Reads an invitation (text/calendar): what it is about, when, where, and what it says, a line each.</summary>
internal static class CalendarText
{
    private const int MaxLines = 5_000;
    private const int MaxText = 100_000;

    public static string Read(string calendar)
    {
        var text = new StringBuilder();
        bool inEvent = false;
        int lines = 0;
        foreach (string line in Unfolded(calendar))
        {
            if (++lines > MaxLines || text.Length > MaxText)
            {
                break;
            }

            int colon = ValueAt(line);
            if (colon < 0)
            {
                continue;
            }

            string name = line[..line.AsSpan().IndexOfAny(':', ';')].ToUpperInvariant();
            string value = line[(colon + 1)..];
            inEvent = name switch
            {
                "BEGIN" => inEvent || value is "VEVENT" or "VTODO",
                "END" => inEvent && value is not ("VEVENT" or "VTODO"),
                _ => inEvent,
            };
            if (inEvent && name is "SUMMARY" or "DESCRIPTION" or "LOCATION")
            {
                text.Append(Unescape(value)).Append('\n');
            }
            else if (inEvent && name is "DTSTART" or "DUE")
            {
                text.Append(Moment(line[..colon], value)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Lines with their continuations, which begin with a space.</summary>
    private static IEnumerable<string> Unfolded(string calendar)
    {
        var line = new StringBuilder();
        using var reader = new StringReader(calendar);
        while (reader.ReadLine() is { } next)
        {
            if (next.Length > 0 && next[0] is ' ' or '\t')
            {
                line.Append(next, 1, Math.Min(next.Length - 1, Math.Max(0, MaxText - line.Length)));
                continue;
            }

            if (line.Length > 0)
            {
                yield return line.ToString();
            }

            line.Clear().Append(next, 0, Math.Min(next.Length, MaxText));
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    /// <summary>Where the value begins: at the first colon outside quotation marks.</summary>
    private static int ValueAt(string line)
    {
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == ':' && !quoted)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                text.Append(value[i]);
                continue;
            }

            i++;
            text.Append(value[i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }

    /// <summary>20260303T100000Z as 2026-03-03 10:00 UTC; anything else as it stands.</summary>
    private static string Moment(string header, string value)
    {
        bool day = value.Length >= 8 && value.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0;
        if (!day)
        {
            return value;
        }

        string date = $"{value[..4]}-{value[4..6]}-{value[6..8]}";
        bool time = value.Length >= 13 && value[8] == 'T' && value.AsSpan(9, 4).IndexOfAnyExceptInRange('0', '9') < 0;
        if (!time)
        {
            return date;
        }

        int zone = header.IndexOf("TZID=", StringComparison.OrdinalIgnoreCase);
        string where =
            value.EndsWith('Z') ? " UTC"
            : zone < 0 ? ""
            : $" ({header[(zone + 5)..].Trim('"').Split(';')[0]})";
        return $"{date} {value[9..11]}:{value[11..13]}{where}";
    }
}

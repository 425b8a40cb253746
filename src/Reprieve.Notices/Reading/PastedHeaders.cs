namespace Reprieve.Notices;

/// <summary>
/// Headers that stand in a text because a mail was copied or forwarded with them. They tell when Amazon wrote and under
/// which subject; as anybody can type them, they prove nothing.
/// </summary>
internal sealed record PastedHeaders
{
    private const int MaxLines = 400;
    private const int MaxValue = 500;
    private const int MostBlockLines = 120;

    /// <summary>More letters of somebody's own above a forwarded mail make it an answer that quotes one.</summary>
    private const int MostAbove = 600;
    private const int NothingAbove = 20;

    public string? From { get; private set; }

    public string? Subject { get; private set; }

    public DateTimeOffset? Date { get; private set; }

    /// <summary>Whether the date states no offset.</summary>
    public bool DateIsLocal { get; private set; }

    /// <summary>The headers at the top of a text, or those of the mail forwarded within it; null when there are none.</summary>
    public static PastedHeaders? OfText(string text)
    {
        List<string> lines = Lines(text);
        int first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        PastedHeaders? top = first < 0 ? null : Block(lines, first, out _);
        return Forwarded(lines, top?.Subject) ?? top;
    }

    /// <summary>The headers of the mail forwarded within a mail of a subject; null when it forwards none so.</summary>
    public static PastedHeaders? OfForward(string text, string? subject) =>
        PastedLabels.SaysForward(subject) || PastedLabels.HasMark(text, MostAbove)
            ? Forwarded(Lines(text), subject)
            : null;

    private static PastedHeaders? Forwarded(List<string> lines, string? subject)
    {
        if (PastedLabels.SaysReply(subject))
        {
            return null;
        }

        bool saidBySubject = PastedLabels.SaysForward(subject);
        PastedHeaders? found = null;
        int above = 0;
        int i = 0;
        while (i < lines.Count && above <= MostAbove)
        {
            bool forward = PastedLabels.IsForward(lines[i]);
            bool original = PastedLabels.IsOriginal(lines[i]) && (saidBySubject || above < NothingAbove);
            int start = forward || original ? NextWords(lines, i + 1) : i;
            bool may = forward || original || saidBySubject;
            if (may && start < lines.Count && Block(lines, start, out int end) is { } block)
            {
                (found, above, i) = (block, 0, end);
                saidBySubject = PastedLabels.SaysForward(block.Subject);
                continue;
            }

            above += Letters.CountLetters(lines[i]);
            i++;
        }

        return found;
    }

    private static int NextWords(List<string> lines, int i)
    {
        while (i < lines.Count && string.IsNullOrWhiteSpace(lines[i]))
        {
            i++;
        }

        return i;
    }

    /// <summary>The header lines that begin at a line; null when fewer than two of sender, date and subject stand there.</summary>
    private static PastedHeaders? Block(List<string> lines, int start, out int end)
    {
        var headers = new PastedHeaders();
        PastedField last = PastedField.None;
        end = start;
        for (int i = start; i < lines.Count && i < start + MostBlockLines; i++)
        {
            string line = lines[i];
            if (string.IsNullOrWhiteSpace(line))
            {
                // Some programs part the headers by blank lines; then another of them follows at once.
                if (i + 1 < lines.Count && Label(lines[i + 1], out _).Field != PastedField.None)
                {
                    continue;
                }

                break;
            }

            PastedLabel label = Label(line, out int value);
            if (label.Field != PastedField.None)
            {
                last = label.Field;
                headers.Take(label, line[value..]);
            }
            else if (!(i > start && (line[0] is ' ' or '\t' || IsOtherHeader(line))))
            {
                break;
            }

            end = i + 1;
        }

        int told = (headers.From is null ? 0 : 1) + (headers.Subject is null ? 0 : 1) + (headers.Date is null ? 0 : 1);
        return told >= 2 && last != PastedField.None ? headers : null;
    }

    private void Take(PastedLabel label, string line)
    {
        string value = Clean(line);
        // Copied out of some programs, all headers stand on one line.
        if (label.Field == PastedField.From && NextLabel(value, 0) is >= 0 and int next)
        {
            string rest = value[next..];
            PastedLabel following = Label(rest, out int start);
            From ??= value[..next].Trim();
            Take(following, rest[start..]);
            return;
        }

        int further = label.Field is PastedField.Date or PastedField.To ? NextLabel(value, 0) : -1;
        string own = further < 0 ? value : value[..further].Trim();
        switch (label.Field)
        {
            case PastedField.From:
                From ??= Kept(own);
                break;
            case PastedField.Subject:
                Subject ??= own.Length > MaxValue ? null : Kept(EncodedWords.Decode(own));
                break;
            case PastedField.Date when Date is null && PastedDates.Read(own, label.Order) is { } date:
                (Date, DateIsLocal) = (date.Date, date.IsLocal);
                break;
        }

        if (further >= 0)
        {
            PastedLabel following = Label(value[further..], out int start);
            Take(following, value[(further + start)..]);
        }
    }

    /// <summary>Where the next label within a line begins; -1 when there is none.</summary>
    private static int NextLabel(string value, int from)
    {
        for (
            int colon = value.IndexOf(':', from);
            colon >= 0 && colon < MaxValue;
            colon = value.IndexOf(':', colon + 1)
        )
        {
            int start = value.LastIndexOf(' ', colon) + 1;
            if (
                colon - start > 1
                && start > 0
                && PastedLabels.Find(value.AsSpan(start, colon - start)).Field != PastedField.None
            )
            {
                return start;
            }
        }

        return -1;
    }

    private static PastedLabel Label(string line, out int value)
    {
        ReadOnlySpan<char> start = line.AsSpan(0, Math.Min(line.Length, 40));
        int colon = start.IndexOfAny(':', '：');
        value = colon + 1;
        return colon <= 0 ? default : PastedLabels.Find(start[..colon]);
    }

    /// <summary>A header of another name, as whole mails pasted with all of them have.</summary>
    private static bool IsOtherHeader(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and < 60 && line.AsSpan(0, colon).IndexOfAnyExcept(NameCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    private static string Clean(string value) => value.Trim(' ', '\t', '\r', '*', '_', '\u00A0', '\u3000');

    private static string? Kept(string value) => value.Length is 0 or > MaxValue ? null : value;

    private static List<string> Lines(string text)
    {
        List<string> lines = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan(0, Math.Min(text.Length, 100_000)).EnumerateLines())
        {
            ReadOnlySpan<char> bare = line.TrimStart("> \uFEFF");
            bool quoted = line.Length > 0 && line[0] == '>';
            lines.Add(
                (quoted ? bare : line.TrimStart('\uFEFF'))
                    .Slice(0, Math.Min((quoted ? bare : line.TrimStart('\uFEFF')).Length, 4 * MaxValue))
                    .ToString()
            );
            if (lines.Count >= MaxLines)
            {
                break;
            }
        }

        return lines;
    }
}

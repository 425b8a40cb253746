namespace Reprieve.Responses.Checking.Reading;

/// <summary>A block before it is known under which part it stands.</summary>
internal sealed record RawBlock(BlockKind Kind, int Start, int End, TokenRange Tokens, HeadingMeaning? Meaning);

/// <summary>Puts lines together into headings, items and paragraphs; a hard-wrapped line goes on with its block.</summary>
internal sealed class BlockReader(
    string text,
    IReadOnlyList<Token> tokens,
    PlanVocabulary? vocabulary,
    IReadOnlyList<NoticeQuestion> questions
)
{
    private const int WrappedLine = 50;
    private const int MaxLabelLength = 90;
    private const int CauseTokens = 5;

    private readonly Headings _headings = new(text, tokens, vocabulary, questions);

    public IReadOnlyList<RawBlock> Read(List<Line> lines)
    {
        List<RawBlock> blocks = [];
        bool open = false;
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            if (line.Blank)
            {
                open = false;
            }
            else if (!IsLabelled(line) && _headings.Of(line, NextIsSameMark(lines, i)) is { } meaning)
            {
                blocks.Add(new RawBlock(BlockKind.Heading, line.Start, line.End, line.Tokens, meaning));
                open = false;
            }
            else if (open && !line.Marked && Continues(lines[i - 1], line))
            {
                RawBlock last = blocks[^1];
                TokenRange joined = new(last.Tokens.First, line.Tokens.End - last.Tokens.First);
                blocks[^1] = last with { End = line.End, Tokens = joined };
            }
            else
            {
                blocks.AddRange(Open(line));
                open = true;
            }
        }

        return blocks;
    }

    /// <summary>A new item or paragraph, with a heading before it where the line begins with one ("Root cause: …").</summary>
    private IEnumerable<RawBlock> Open(Line line)
    {
        BlockKind kind = line.Marked ? BlockKind.Item : BlockKind.Paragraph;
        int label = LabelEnd(line);
        if (label > 0 && _headings.Meaning(Within(line, line.Start, label)) is { Sections.Count: > 0 } meaning)
        {
            int rest = label + 1;
            while (rest < line.End && (char.IsWhiteSpace(text[rest]) || text[rest] is '*' or '_'))
            {
                rest++;
            }

            yield return new RawBlock(BlockKind.Heading, line.Start, label, Within(line, line.Start, label), meaning);
            yield return new RawBlock(kind, rest, line.End, Within(line, rest, line.End), null);
            yield break;
        }

        yield return new RawBlock(kind, line.Start, line.End, line.Tokens, null);
    }

    /// <summary>"Root cause: the cut-off was late" is a label with its text; "Root cause: damaged goods" is a heading.</summary>
    private bool IsLabelled(Line line)
    {
        int label = line.Level > 0 ? 0 : LabelEnd(line);
        if (label == 0 || _headings.Meaning(Within(line, line.Start, label)).Sections.Count == 0)
        {
            return false;
        }

        TokenRange rest = Within(line, label + 1, line.End);
        bool names = rest.Count <= CauseTokens && _headings.Meaning(rest).Causes.Count > 0;
        return rest.Count > 0 && !names;
    }

    /// <summary>Where the colon or dash stands that ends a label at the start of a line; 0 for none.</summary>
    private int LabelEnd(Line line)
    {
        int limit = Math.Min(line.End - 1, line.Start + MaxLabelLength);
        for (int i = line.Start; i < limit; i++)
        {
            char c = text[i];
            if (c is '.' or '。' or '?' or '!')
            {
                return 0;
            }

            bool dash = c is '–' or '—' && i > line.Start && char.IsWhiteSpace(text[i - 1]);
            if (c is ':' or '：' || dash)
            {
                TokenRange label = Within(line, line.Start, i);
                return label.Count > 0 && label.Count <= (tokens[label.First].Ideographic ? 20 : 10) ? i : 0;
            }
        }

        return 0;
    }

    private TokenRange Within(Line line, int from, int to)
    {
        int first = line.Tokens.First;
        while (first < line.Tokens.End && tokens[first].Start < from)
        {
            first++;
        }

        int end = first;
        while (end < line.Tokens.End && tokens[end].Start < to)
        {
            end++;
        }

        return new TokenRange(first, end - first);
    }

    private bool Continues(Line above, Line line)
    {
        char last = text[above.End - 1];
        bool ended = last is '.' or '!' or '?' or ':' or ';' or '。' or '！' or '？' or '：' or '；';
        return !ended && (char.IsLower(text[line.Start]) || above.Length >= WrappedLine);
    }

    private static bool NextIsSameMark(List<Line> lines, int at)
    {
        for (int i = at + 1; i < lines.Count; i++)
        {
            if (!lines[i].Blank)
            {
                return lines[i].Marked && lines[i].Mark == lines[at].Mark;
            }
        }

        return false;
    }
}

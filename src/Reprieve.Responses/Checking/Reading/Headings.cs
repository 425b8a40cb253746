using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>What a heading says: the parts and the causes it opens.</summary>
internal sealed record HeadingMeaning(
    IReadOnlyList<PlanSection> Sections,
    IReadOnlyList<string> Causes,
    bool CauseFirst
)
{
    public static readonly HeadingMeaning Nothing = new([], [], false);
}

/// <summary>Tells headings from sentences, and what they open.</summary>
internal sealed class Headings(
    string text,
    IReadOnlyList<Token> tokens,
    PlanVocabulary? vocabulary,
    IReadOnlyList<NoticeQuestion> questions
)
{
    private const int MaxWords = 14;
    private const int MaxCauseWords = 8;

    /// <summary>The meaning of a line that is a heading; null for any other line.</summary>
    /// <param name="inList">Whether the next line carries the same kind of list mark.</param>
    public HeadingMeaning? Of(Line line, bool inList)
    {
        if (line.Blank || line.Tokens.Count == 0)
        {
            return null;
        }

        int words = WordCount(BeforeBracket(line));
        char last = text[line.End - 1];
        if (line.Level > 0)
        {
            return Meaning(line.Tokens);
        }

        if (words > MaxWords || line.Length > 160)
        {
            return last is '?' or '？' or ':' or '：' ? Asked(line.Tokens) : null;
        }

        HeadingMeaning meaning = Meaning(line.Tokens);
        if (last is '.' or ';' or ',' or '。' or '；' or '，' or '!' or '！')
        {
            return last is '.' && words <= 4 && meaning.Sections.Count > 0 && !line.Marked ? meaning : null;
        }

        if (line.Bold)
        {
            return meaning;
        }

        bool colon = last is ':' or '：';
        bool question = last is '?' or '？';
        if (meaning.Sections.Count > 0)
        {
            int within = (line.Mark == ListMark.Number ? 1 : 3) * (tokens[line.Tokens.First].Ideographic ? 4 : 1);
            bool early = question || colon || StartsWithin(line.Tokens, meaning, within);
            return early && (line.Mark != ListMark.Bullet || colon) ? meaning : null;
        }

        bool names = meaning.Causes.Count > 0 && words <= MaxCauseWords && !question;
        bool alone = line.Mark != ListMark.Bullet && !inList && FirstCause(line.Tokens) - FirstBehindLabel(line) <= 2;
        return names && (colon || alone) ? meaning : null;
    }

    /// <summary>What the words of a heading mean.</summary>
    public HeadingMeaning Meaning(TokenRange range)
    {
        if (vocabulary is null)
        {
            return HeadingMeaning.Nothing;
        }

        if (Asked(range) is { } asked)
        {
            return asked;
        }

        (IReadOnlyList<PlanSection> sections, int firstSection) = Sections(range);
        List<string> causes = [.. Causes(range)];
        return new HeadingMeaning(sections, causes, causes.Count > 0 && FirstCause(range) < firstSection);
    }

    private (IReadOnlyList<PlanSection> Sections, int First) Sections(TokenRange range)
    {
        int root = First(vocabulary!.Heading(PlanSection.RootCause), range);
        int actions = First(vocabulary.Heading(PlanSection.ActionsTaken), range);
        int prevention = First(vocabulary.Heading(PlanSection.Prevention), range);
        bool joined = vocabulary.And.In(tokens, range) || Ampersand(range);
        List<PlanSection> found = [];
        if (root < int.MaxValue && (root < actions && root < prevention || joined))
        {
            bool alone = actions == int.MaxValue && prevention == int.MaxValue;
            if (alone || joined || root < Math.Min(actions, prevention))
            {
                found.Add(PlanSection.RootCause);
            }
        }

        if (found.Count == 0 || joined)
        {
            bool both = vocabulary.Resolving.In(tokens, range);
            if (actions < int.MaxValue && (prevention == int.MaxValue || both && joined))
            {
                found.Add(PlanSection.ActionsTaken);
            }

            if (prevention < int.MaxValue)
            {
                found.Add(PlanSection.Prevention);
            }
        }

        return (found, Math.Min(root, Math.Min(actions, prevention)));
    }

    private IEnumerable<string> Causes(TokenRange range) =>
        vocabulary!.CauseCodes.Where(code => vocabulary.Cause(code).In(tokens, range));

    private int FirstCause(TokenRange range) =>
        vocabulary is null
            ? int.MaxValue
            : Causes(range).Select(code => First(vocabulary.Cause(code), range)).DefaultIfEmpty(int.MaxValue).Min();

    private bool StartsWithin(TokenRange range, HeadingMeaning meaning, int tokensIn) =>
        meaning.Sections.Any(section => First(vocabulary!.Heading(section), range) - range.First <= tokensIn)
        || Asked(range) is not null;

    private int First(Phrases phrases, TokenRange range)
    {
        foreach (PhraseHit hit in phrases.Find(tokens, range))
        {
            return hit.First;
        }

        return int.MaxValue;
    }

    /// <summary>A line that repeats most words of one of the notice's questions answers that question.</summary>
    private HeadingMeaning? Asked(TokenRange range)
    {
        if (questions.Count == 0 || range.Count is 0 or > 60)
        {
            return null;
        }

        HashSet<string> words = new(StringComparer.Ordinal);
        for (int i = range.First; i < range.End; i++)
        {
            words.Add(tokens[i].Key);
        }

        NoticeQuestion? best = questions
            .Where(question => question.Words.Count >= 4 && words.Count <= question.Words.Count * 2)
            .Select(question => (question, shared: question.Words.Count(words.Contains)))
            .Where(pair => pair.shared * 10 >= pair.question.Words.Count * 6)
            .OrderByDescending(pair => pair.shared)
            .Select(pair => pair.question)
            .FirstOrDefault();
        return best is null ? null : new HeadingMeaning([best.Section], best.Cause is null ? [] : [best.Cause], false);
    }

    private bool Ampersand(TokenRange range) =>
        range.Count > 0
        && text.AsSpan(tokens[range.First].Start, tokens[range.End - 1].End - tokens[range.First].Start)
            .IndexOfAny('&', '/', '、') >= 0;

    /// <summary>The token behind "Issue 1:"; the first of the line where there is no such label.</summary>
    private int FirstBehindLabel(Line line)
    {
        int colon = text.AsSpan(line.Start, line.Length - 1).IndexOfAny(':', '：');
        int first = line.Tokens.First;
        while (colon > 0 && first < line.Tokens.End - 1 && tokens[first].Start < line.Start + colon)
        {
            first++;
        }

        return first;
    }

    /// <summary>"Late shipments (5.1 %, 26 of 510 orders)": what stands in brackets at the end does not make it a sentence.</summary>
    private TokenRange BeforeBracket(Line line)
    {
        int open = text[line.End - 1] is ')' or '）' ? text.AsSpan(line.Start, line.Length).IndexOfAny('(', '（') : -1;
        int count = 0;
        while (open > 0 && count < line.Tokens.Count && tokens[line.Tokens.First + count].Start < line.Start + open)
        {
            count++;
        }

        return count > 0 ? new TokenRange(line.Tokens.First, count) : line.Tokens;
    }

    /// <summary>Words; two ideographs count as one.</summary>
    private int WordCount(TokenRange range)
    {
        int halves = 0;
        for (int i = range.First; i < range.End; i++)
        {
            halves += tokens[i].Ideographic ? 1 : 2;
        }

        return (halves + 1) / 2;
    }
}

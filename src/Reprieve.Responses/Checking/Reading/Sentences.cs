namespace Reprieve.Responses.Checking.Reading;

/// <summary>Cuts a block into sentences; points in dates, numbers, file names and abbreviations do not end one.</summary>
internal sealed class Sentences(string text, IReadOnlyList<Token> tokens, PlanVocabulary? vocabulary)
{
    public IReadOnlyList<Sentence> Of(RawBlock block)
    {
        List<Sentence> sentences = [];
        int start = block.Start;
        int first = block.Tokens.First;
        for (int token = block.Tokens.First; token < block.Tokens.End; token++)
        {
            int next = token + 1 < block.Tokens.End ? tokens[token + 1].Start : block.End;
            int end = EndBetween(token, tokens[token].End, next, block.End);
            if (end < 0)
            {
                continue;
            }

            sentences.Add(new Sentence(start, end - start, new TokenRange(first, token + 1 - first)));
            start = SkipSpace(end, block.End);
            first = token + 1;
        }

        if (first < block.Tokens.End)
        {
            sentences.Add(new Sentence(start, block.End - start, new TokenRange(first, block.Tokens.End - first)));
        }

        return sentences;
    }

    /// <summary>Where a sentence ends behind a token, its closing quote or bracket included; -1 when it goes on.</summary>
    private int EndBetween(int token, int from, int to, int blockEnd)
    {
        for (int i = from; i < to; i++)
        {
            char c = text[i];
            bool always = c is '!' or '?' or '。' or '！' or '？' or '\u2026';
            if (always || (c == '.' && Stops(token, i, to, blockEnd)))
            {
                int end = i + 1;
                while (end < to && text[end] is '"' or '”' or '»' or ')' or '）' or '」' or '.' or '!' or '?' or '”')
                {
                    end++;
                }

                return end;
            }
        }

        return -1;
    }

    private bool Stops(int token, int point, int next, int blockEnd)
    {
        if (point + 1 >= blockEnd)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[point + 1]) && text[point + 1] is not ('"' or '”' or ')' or '»'))
        {
            return false;
        }

        Token before = tokens[token];
        if (before.Number && token + 1 < tokens.Count)
        {
            // "14. April", "2. Mahnung": an ordinal where the language writes them so.
            bool ordinal = vocabulary?.Months.ContainsKey(tokens[token + 1].Key) == true && before.Length <= 2;
            return !ordinal;
        }

        bool abbreviation = vocabulary?.Abbreviations.Contains(before.Key) == true;
        bool initial = before.Length == 1 && !before.Ideographic;
        bool lower = next < blockEnd && char.IsLower(text[next]);
        return !lower && !initial && !abbreviation;
    }

    private int SkipSpace(int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}

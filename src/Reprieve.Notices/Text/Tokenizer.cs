using System.Buffers;

namespace Reprieve.Notices;

/// <summary>Cuts a text into tokens and sentences in one pass; linear in the text.</summary>
internal sealed class Tokenizer(string text)
{
    /// <summary>A longer run without a full stop is cut, so that work within a sentence stays bounded.</summary>
    private const int LongestSentence = 300;

    private const int FirstSentences = 16;

    /// <summary>No notice has as many; what comes after them is not read.</summary>
    private const int MostSentences = 20_000;

    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(Math.Max(16, text.Length / 5));
    private ulong[] _keys = ArrayPool<ulong>.Shared.Rent(Math.Max(16, text.Length / 5));
    private readonly List<(int First, int Last, bool Question, int Paragraph)> _sentences = new(FirstSentences);
    private int _count;
    private int _sentenceStart;
    private int _paragraph;
    private int _lineStart;
    private TokenMarks _pending = TokenMarks.NewLine;
    private bool _quotedLine;

    public CutText Run()
    {
        List<OpaqueSpans.Span> opaque = OpaqueSpans.Find(text);
        int nextOpaque = 0;
        int i = 0;
        while (i < text.Length && _sentences.Count < MostSentences)
        {
            if (nextOpaque < opaque.Count && opaque[nextOpaque].Start <= i)
            {
                OpaqueSpans.Span span = opaque[nextOpaque++];
                Add(span.Start, span.End, span.IsLink ? TokenMarks.Link : TokenMarks.Address);
                i = span.End;
                continue;
            }

            char c = text[i];
            if (c == ' ')
            {
                i++;
                continue;
            }

            int limit = nextOpaque < opaque.Count ? opaque[nextOpaque].Start : text.Length;
            i =
                Letters.IsSpaced(c) ? Word(i, limit)
                : Letters.IsCjk(c) ? Character(i)
                : Between(i);
        }

        EndSentence(question: false);
        return new CutText(text, _tokens, _keys, _count, _sentences);
    }

    private int Character(int i)
    {
        Add(i, i + 1, TokenMarks.Cjk, WordKey.Of(text[i]));
        return i + 1;
    }

    private int Word(int start, int limit)
    {
        ReadOnlySpan<char> readable = text.AsSpan(0, limit);
        int letters = WordKey.Read(readable[start..], out ulong key);
        int end = start + letters;
        if (letters > 0 && IsAlone(start, end))
        {
            Add(start, end, TokenMarks.Plain, key);
            return end;
        }

        if (LatinEnd(readable, end) is var latin && latin > start && IsAlone(start, latin))
        {
            Span<char> folded = stackalloc char[2 * Letters.MaxWord];
            Add(start, latin, TokenMarks.Plain, WordKey.Of(folded[..Letters.Fold(readable[start..latin], folded)]));
            return latin;
        }

        return Mixed(start, end, limit);
    }

    /// <summary>Where the letters of Latin script end, accented or not.</summary>
    private static int LatinEnd(ReadOnlySpan<char> readable, int end)
    {
        while (end < readable.Length && Letters.IsLatin(readable[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether no letter or figure is joined to a word of Latin letters, with or without an apostrophe.</summary>
    private bool IsAlone(int start, int end) =>
        (end == text.Length || EndsWord(text[end])) && (start == 0 || !Letters.IsSpaced(text[start - 1]));

    /// <summary>A number, a word of another script, or one with an apostrophe, a figure or what shows nothing in it.</summary>
    private int Mixed(int start, int end, int limit)
    {
        ReadOnlySpan<char> readable = text.AsSpan(0, limit);
        bool number = end == start;
        while (end < readable.Length)
        {
            char c = readable[end];
            if (Letters.IsSpaced(c))
            {
                bool digit = char.IsAsciiDigit(Letters.Narrow(c));
                if (!digit && number && end > start && end - start <= 4 && !HasUpperCode(end, limit))
                {
                    break; // "72h", "30天": the number stands by itself.
                }

                number &= digit;
            }
            else if (
                !(
                    Letters.IsInvisible(c)
                    || (Letters.IsApostrophe(c) && end + 1 < limit && char.IsLetter(readable[end + 1]))
                )
            )
            {
                break;
            }

            end++;
        }

        int wordEnd = end;
        if (end - start > 2 && readable[end - 1] is 's' or 'S' && Letters.IsApostrophe(readable[end - 2]))
        {
            wordEnd = end - 2;
        }

        Add(start, wordEnd, number ? TokenMarks.Number : TokenMarks.None);
        return end;
    }

    /// <summary>Whether a word of plain letters surely ends before a character; others must be looked at more closely.</summary>
    private static bool EndsWord(char c) => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c != '\'';

    /// <summary>Whether a run that begins with digits goes on like a code (4GuangZh, 3M8K), which is one word.</summary>
    private bool HasUpperCode(int i, int limit) => i < limit && char.IsUpper(text[i]);

    private int Between(int i)
    {
        char c = text[i];
        if (c == '\n')
        {
            bool blank = i + 1 < text.Length && IsBlankLine(i + 1);
            if (SentenceBreaks.EndsAtLine(text, i, _lineStart))
            {
                EndSentence(question: false);
            }

            if (blank)
            {
                _paragraph++;
            }

            _lineStart = i + 1;
            _pending = TokenMarks.NewLine;
            _quotedLine = false;
        }
        else if (c == '>' && i == _lineStart)
        {
            _quotedLine = true;
        }
        else if (SentenceBreaks.EndsAt(text, i))
        {
            EndSentence(c is '?' or '？' or '؟');
        }
        else if (c is ',' or ':' or ';' or '，' or '、' or '：' or '；' or '،' or '؛' or '–' or '—' or '(')
        {
            _pending |= TokenMarks.NewClause;
        }

        return i + 1;
    }

    private bool IsBlankLine(int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t' or '\r' or '\u00A0')
        {
            i++;
        }

        return i < text.Length && text[i] == '\n';
    }

    private void Add(int start, int end, TokenMarks marks, ulong key = WordKey.Empty)
    {
        if (_count - _sentenceStart >= LongestSentence)
        {
            EndSentence(question: false);
        }

        if (_quotedLine)
        {
            marks |= TokenMarks.Quoted;
        }

        if (_count == _tokens.Length || _count == _keys.Length)
        {
            Grow();
        }

        _keys[_count] = key;
        _tokens[_count++] = new Token(start, end - start, Word: 0, marks | _pending);
        _pending = TokenMarks.None;
    }

    private void Grow()
    {
        _tokens = Grown(_tokens);
        _keys = Grown(_keys);
    }

    private T[] Grown<T>(T[] full)
    {
        T[] grown = ArrayPool<T>.Shared.Rent(2 * _count);
        full.AsSpan(0, _count).CopyTo(grown);
        ArrayPool<T>.Shared.Return(full);
        return grown;
    }

    private void EndSentence(bool question)
    {
        if (_count > _sentenceStart)
        {
            _sentences.Add((_sentenceStart, _count, question, _paragraph));
            _sentenceStart = _count;
        }
    }
}

using System.Buffers;

namespace Reprieve.Notices;

/// <summary>Cuts a text into tokens and sentences in one pass; linear in the text.</summary>
internal sealed class Tokenizer(string text, Lexicon lexicon)
{
    /// <summary>A longer run without a full stop is cut, so that work within a sentence stays bounded.</summary>
    private const int LongestSentence = 300;

    /// <summary>No notice has as many; what comes after them is not read.</summary>
    private const int MostSentences = 20_000;

    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(Math.Max(16, text.Length / 5));
    private readonly List<(int First, int Last, bool Question, int Paragraph)> _sentences = [];
    private readonly char[] _buffer = new char[2 * Letters.MaxWord];
    private int _count;
    private int _sentenceStart;
    private int _paragraph;
    private int _lineStart;
    private TokenMarks _pending = TokenMarks.NewLine;
    private bool _quotedLine;

    public (Token[] Tokens, List<(int First, int Last, bool Question, int Paragraph)> Sentences) Run()
    {
        List<OpaqueSpans.Span> opaque = OpaqueSpans.Find(text);
        int nextOpaque = 0;
        int i = 0;
        while (i < text.Length && _sentences.Count < MostSentences)
        {
            if (nextOpaque < opaque.Count && opaque[nextOpaque].Start <= i)
            {
                OpaqueSpans.Span span = opaque[nextOpaque++];
                Add(span.Start, span.End, span.IsLink ? TokenMarks.Link : TokenMarks.Address, word: 0);
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
        Token[] tokens = _tokens.AsSpan(0, _count).ToArray();
        ArrayPool<Token>.Shared.Return(_tokens);
        return (tokens, _sentences);
    }

    private int Character(int i)
    {
        Add(i, i + 1, TokenMarks.Cjk, lexicon.Find(text.AsSpan(i, 1)));
        return i + 1;
    }

    private int Word(int start, int limit)
    {
        ReadOnlySpan<char> readable = text.AsSpan(0, limit);
        int letters = WordKey.Fold(readable[start..], _buffer.AsSpan(0, Letters.MaxWord), out ulong key);
        int end = start + letters;
        if (letters > 0 && (end == limit || EndsWord(readable[end])))
        {
            Add(start, end, TokenMarks.None, lexicon.Find(_buffer.AsSpan(0, letters), key));
            return end;
        }

        bool number = letters == 0;
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

        Add(start, wordEnd, number ? TokenMarks.Number : TokenMarks.None, Number(text.AsSpan(start, wordEnd - start)));
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

    private void Add(int start, int end, TokenMarks marks, int word)
    {
        if (_count - _sentenceStart >= LongestSentence)
        {
            EndSentence(question: false);
        }

        if (_quotedLine)
        {
            marks |= TokenMarks.Quoted;
        }

        if (_count == _tokens.Length)
        {
            Grow();
        }

        _tokens[_count++] = new Token(start, end - start, word, marks | _pending);
        _pending = TokenMarks.None;
    }

    private void Grow()
    {
        Token[] full = _tokens;
        _tokens = ArrayPool<Token>.Shared.Rent(2 * _count);
        full.CopyTo(_tokens, 0);
        ArrayPool<Token>.Shared.Return(full);
    }

    private int Number(ReadOnlySpan<char> word) =>
        ArabicLetters.IsArabic(word[0])
            ? ArabicLetters.Find(word, lexicon, _buffer)
            : lexicon.Find(_buffer.AsSpan(0, Letters.Fold(word, _buffer)));

    private void EndSentence(bool question)
    {
        if (_count > _sentenceStart)
        {
            _sentences.Add((_sentenceStart, _count, question, _paragraph));
            _sentenceStart = _count;
        }
    }
}

using System.Buffers;

namespace Reprieve.Notices;

/// <summary>
/// A text cut into tokens and sentences, before it is known in which language its words are. Where tokens are
/// <see cref="TokenMarks.Plain"/> or <see cref="TokenMarks.Cjk"/>, their keys say which words they are.
/// </summary>
internal sealed class CutText(
    string text,
    Token[] tokens,
    ulong[] keys,
    int count,
    List<(int First, int Last, bool Question, int Paragraph)> sentences
)
{
    private Token[] _tokens = tokens;
    private ulong[] _keys = keys;

    public string Text { get; } = text;

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, count);

    /// <summary>For each token its <see cref="WordKey"/>.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, count);

    public List<(int First, int Last, bool Question, int Paragraph)> Sentences { get; } = sentences;

    /// <summary>The tokens with the numbers of their words. What they were cut into is given back: this is asked once.</summary>
    public Token[] Numbered(Lexicon lexicon)
    {
        var numbered = new Token[count];
        lexicon.Fetch(Keys);
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        for (int i = 0; i < numbered.Length; i++)
        {
            ref readonly Token token = ref _tokens[i];
            numbered[i] = token with { Word = Number(token, _keys[i], lexicon, buffer) };
        }

        ArrayPool<Token>.Shared.Return(_tokens);
        ArrayPool<ulong>.Shared.Return(_keys);
        (_tokens, _keys) = ([], []);
        return numbered;
    }

    private int Number(in Token token, ulong key, Lexicon lexicon, Span<char> buffer)
    {
        if (token.Is(TokenMarks.Link | TokenMarks.Address))
        {
            return 0;
        }

        ReadOnlySpan<char> word = Text.AsSpan(token.Start, token.Length);
        return token.Is(TokenMarks.Plain | TokenMarks.Cjk) ? lexicon.Find(word, key, buffer)
            : ArabicLetters.IsArabic(word[0]) ? ArabicLetters.Find(word, lexicon, buffer)
            : lexicon.Find(buffer[..Letters.Fold(word, buffer)]);
    }
}

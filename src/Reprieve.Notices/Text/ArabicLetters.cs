namespace Reprieve.Notices;

/// <summary>
/// Folds Arabic words: vowel signs and tatweel go, the forms of alef, ya and ta marbuta are one, and the article is
/// taken off with what is joined to it, so that "حساب", "الحساب" and "للحساب" are the same word.
/// </summary>
internal static class ArabicLetters
{
    private const char Alef = '\u0627';
    private const char Lam = '\u0644';
    private const char Waw = '\u0648';

    /// <summary>What must be left of a word without its article: "التي" and "الذي" are whole words.</summary>
    private const int LeastAfterArticle = 3;

    /// <summary>What must be left of a word without the particle joined to it.</summary>
    private const int LeastAfterParticle = 2;

    private const int MostParticles = 2;

    /// <summary>Words whose own first letters look like the article when they are written without a hamza.</summary>
    private static readonly string[] BeginLikeTheArticle = ["الغاء", "التزام", "التماس", "التقاط", "الكترون", "الزام"];

    /// <summary>Whether a character is a letter or a digit of the Arabic script.</summary>
    public static bool IsArabic(char c) => c is >= '\u0620' and <= '\u06FF';

    /// <summary>Whether a character is a vowel sign, a tatweel or a mark of direction of the Arabic script.</summary>
    public static bool IsMark(char c) =>
        c >= '\u0610'
        && c
            is (<= '\u061A')
                or '\u061C'
                or '\u0640'
                or (>= '\u064B' and <= '\u065F')
                or '\u0670'
                or (>= '\u06D6' and <= '\u06DC')
                or (>= '\u06DF' and <= '\u06E8')
                or (>= '\u06EA' and <= '\u06ED');

    /// <summary>Writes the folded form of a word and returns its length.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        int length = 0;
        foreach (char c in word)
        {
            if (!Letters.IsInvisible(c))
            {
                folded[length++] = c < '\u0600' ? char.ToLowerInvariant(c) : c;
            }
        }

        int joined = Article(folded[..length]);
        for (int i = joined; i < length; i++)
        {
            folded[i - joined] = Plain(folded[i]);
        }

        return length - joined;
    }

    /// <summary>
    /// The number of a word of a text; where it is not known as it stands, without the particles joined to it
    /// ("and", "so", "by", "for", "as"): "وبحسابك" is known as "حسابك".
    /// </summary>
    /// <param name="word">A word as the text has it.</param>
    /// <param name="lexicon">The words that knowledge uses.</param>
    /// <param name="buffer">Room for its folded form, as <see cref="Letters.Fold"/> needs it.</param>
    public static int Find(ReadOnlySpan<char> word, Lexicon lexicon, Span<char> buffer)
    {
        int number = lexicon.Find(buffer[..Letters.Fold(word, buffer)]);
        int taken = 0;
        while (number == 0 && taken++ < MostParticles && word.Length > LeastAfterParticle && IsParticle(word[0]))
        {
            word = word[1..].TrimStart(['\u064E', '\u0650', '\u0652', '\u0640']);
            number = word.Length < LeastAfterParticle ? 0 : lexicon.Find(buffer[..Letters.Fold(word, buffer)]);
        }

        return number;
    }

    private static bool IsParticle(char c) => c is Waw or '\u0641' or '\u0628' or Lam or '\u0643';

    /// <summary>How many letters of a word are the article and what is joined to it.</summary>
    private static int Article(ReadOnlySpan<char> word)
    {
        int at = word.Length > 0 && word[0] is Waw or '\u0641' ? 1 : 0;
        bool merged = Begins(word[at..], Lam, Lam);
        if (!merged && word.Length > at && word[at] is '\u0628' or '\u0643')
        {
            at++;
        }

        bool article = merged || (Begins(word[at..], Alef, Lam) && !LooksLikeTheArticle(word[at..]));
        return article && word.Length - at - 2 >= LeastAfterArticle ? at + 2 : 0;
    }

    private static bool Begins(ReadOnlySpan<char> word, char first, char second) =>
        word.Length > 2 && word[0] == first && word[1] == second;

    private static bool LooksLikeTheArticle(ReadOnlySpan<char> word)
    {
        foreach (string own in BeginLikeTheArticle)
        {
            if (word.StartsWith(own, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static char Plain(char c) =>
        c switch
        {
            '\u0622' or '\u0623' or '\u0625' or '\u0671' => Alef,
            '\u0649' or '\u06CC' or '\u0626' => '\u064A',
            '\u0629' => '\u0647',
            '\u0624' => Waw,
            '\u06A9' => '\u0643',
            _ => Letters.Narrow(c),
        };
}

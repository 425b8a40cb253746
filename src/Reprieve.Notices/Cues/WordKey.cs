namespace Reprieve.Notices;

/// <summary>
/// A number for a folded word. That of up to twelve plain letters holds them, five bits each, and that of one character
/// holds it: who has the same key is then the same word. Keys of all other words may be shared.
/// </summary>
internal static class WordKey
{
    /// <summary>The key of nothing, from which that of plain letters is built letter by letter.</summary>
    public const ulong Empty = 0;

    private const int MostLetters = 12;
    private const int Bits = 5;
    private const ulong One = 1UL << 62;
    private const ulong Shared = 1UL << 63;
    private const ulong Factor = 0x100000001B3;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Whether nothing but one word has this key.</summary>
    public static bool IsWhole(ulong key) => key < Shared;

    /// <summary>A number in which every letter of the word has its share.</summary>
    public static uint Spread(ulong key) => (uint)((key * Golden) >> 32);

    /// <summary>The key of one character that is no ASCII letter.</summary>
    public static ulong Of(char character) => One | character;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong plain = Empty;
        int length = 0;
        for (; length < word.Length && length < MostLetters && char.IsAsciiLetterLower(word[length]); length++)
        {
            plain = Plain(plain, word[length]);
        }

        return length == word.Length ? plain
            : word.Length == 1 ? Of(word[0])
            : Shared | Hash(word);
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = Empty;
        foreach (char letter in word)
        {
            hash = (hash * Factor) ^ letter;
        }

        return hash;
    }

    /// <summary>The key of the first letters of a word, of which it is known whether they are plain.</summary>
    public static ulong OfBeginning(ReadOnlySpan<char> word, ulong key, int length) =>
        key < One ? key >> (Bits * (word.Length - length)) : Of(word[..length]);

    /// <summary>
    /// The key of the ASCII letters that a text begins with, folded: most words are nothing else. Returns how many there
    /// are, as far as a word is compared.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, out ulong key)
    {
        int most = Math.Min(text.Length, Letters.MaxWord);
        ulong plain = Empty;
        int length = 0;
        for (; length < most && char.IsAsciiLetter(text[length]); length++)
        {
            plain = Plain(plain, text[length]);
        }

        key = length <= MostLetters ? plain : Folded(text[..length]);
        return length;
    }

    /// <summary>The key of a longer word of ASCII letters, folded.</summary>
    private static ulong Folded(ReadOnlySpan<char> letters)
    {
        ulong hash = Empty;
        foreach (char letter in letters)
        {
            hash = (hash * Factor) ^ (letter | 0x20U);
        }

        return Shared | hash;
    }

    private static ulong Plain(ulong key, char letter) => (key << Bits) | (letter & 0x1FU);
}

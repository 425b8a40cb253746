namespace Reprieve.Responses.Checking.Reading;

/// <summary>
/// The telling words of a passage by their beginnings, so that "packing" and "packed" are alike; pairs of characters
/// where there are no spaces. Numbers and little words are left out.
/// </summary>
internal static class Stems
{
    private const int Length = 5;

    public static HashSet<string> Of(IReadOnlyList<Token> tokens, TokenRange range, PlanVocabulary vocabulary)
    {
        HashSet<string> stems = new(StringComparer.Ordinal);
        for (int i = range.First; i < range.End; i++)
        {
            Token token = tokens[i];
            if (token.Ideographic)
            {
                if (i + 1 < range.End && Tells(token) && Tells(tokens[i + 1]))
                {
                    stems.Add(token.Key + tokens[i + 1].Key);
                }
            }
            else if (token.Length >= 4 && !token.Number && !vocabulary.CommonWords.Contains(token.Key))
            {
                stems.Add(token.Key[..Math.Min(Length, token.Key.Length)]);
            }
        }

        return stems;
    }

    /// <summary>A Chinese character or katakana; hiragana are the endings and particles of Japanese.</summary>
    private static bool Tells(Token token) => token.Ideographic && token.Key[0] is not (>= '\u3041' and <= '\u309f');

    /// <summary>What two passages share, as a part of all they hold together; 0 where both are empty.</summary>
    public static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        int shared = one.Count(other.Contains);
        int all = one.Count + other.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }
}

using Reprieve.Knowledge;

namespace Reprieve.Practices.Voices;

/// <summary>
/// What turns a wording round in one language: a negating word right beside it, or with nothing but small words
/// between. A comma or any other word ends the search, so that "do not buy, broken" stays a complaint.
/// </summary>
internal sealed class Negation(VoiceWords words)
{
    /// <summary>Small words that are stepped over, at most.</summary>
    private const int Steps = 6;

    private readonly string[] _before = Folded(words.Negations);
    private readonly string[] _fillers = Folded(words.Fillers);
    private readonly string[] _after = Folded(words.NegationsAfter);
    private readonly string[] _fillersAfter = Folded(words.FillersAfter);

    public bool Turns(SpokenText text, int start, int end) => Before(text, start) || After(text, end);

    private bool Before(SpokenText text, int place)
    {
        for (int step = 0; step <= Steps; step++)
        {
            place = BackOverBlanks(text.Folded, place);
            if (Ending(_before, text, place) > 0)
            {
                return true;
            }

            int filler = Ending(_fillers, text, place);
            if (filler == 0)
            {
                return false;
            }

            place -= filler;
        }

        return false;
    }

    private bool After(SpokenText text, int place)
    {
        for (int step = 0; step <= Steps && _after.Length > 0; step++)
        {
            ReadOnlySpan<char> rest = text.Folded.AsSpan(place);
            foreach (string word in _after)
            {
                if (rest.StartsWith(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            int filler = 0;
            foreach (string word in _fillersAfter)
            {
                filler = word.Length > filler && rest.StartsWith(word, StringComparison.Ordinal) ? word.Length : filler;
            }

            if (filler == 0)
            {
                return false;
            }

            place += filler;
        }

        return false;
    }

    /// <summary>Length of the longest of some words that ends at a place; 0 for none.</summary>
    private static int Ending(string[] words, SpokenText text, int place)
    {
        int longest = 0;
        foreach (string word in words)
        {
            if (
                word.Length > longest
                && text.Folded.AsSpan(0, place).EndsWith(word, StringComparison.Ordinal)
                && text.IsEdge(place - word.Length)
                && text.IsEdge(place)
            )
            {
                longest = word.Length;
            }
        }

        return longest;
    }

    private static int BackOverBlanks(string text, int place)
    {
        while (place > 0 && text[place - 1] == ' ')
        {
            place--;
        }

        return place;
    }

    private static string[] Folded(IEnumerable<string> words) =>
        [
            .. words
                .SelectMany(word => (string[])[word, word.Replace("'", "", StringComparison.Ordinal)])
                .Select(SpokenText.Fold)
                .Where(word => word.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
}

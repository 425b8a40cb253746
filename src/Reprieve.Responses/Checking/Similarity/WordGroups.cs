using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Similarity;

/// <summary>
/// A text as hashes of runs of words, names and numbers left out. One in four is kept, always the same ones, so that two
/// texts can be compared and neither can be read back.
/// </summary>
internal static class WordGroups
{
    private const int Words = 6;
    private const int Characters = 12;
    private const uint KeptOneIn = 4;

    /// <summary>One group in four, to be kept in files.</summary>
    public static HashSet<uint> Of(string text) => [.. All(text).Where(hash => hash % KeptOneIn == 0)];

    /// <summary>Every group.</summary>
    public static HashSet<uint> All(string text)
    {
        List<Token> tokens =
        [
            .. Tokens.Of(text).Where(token => !token.Key.Any(char.IsAsciiDigit) && !IsName(text, token)),
        ];
        HashSet<uint> groups = [];
        for (int at = 0; at < tokens.Count; at++)
        {
            int size = tokens[at].Ideographic ? Characters : Words;
            if (at + size <= tokens.Count)
            {
                groups.Add(Hash(tokens, at, size));
            }
        }

        return groups;
    }

    /// <summary>FNV-1a, which is the same on every machine and in every run.</summary>
    private static uint Hash(List<Token> tokens, int at, int size)
    {
        uint hash = 2166136261;
        for (int i = at; i < at + size; i++)
        {
            foreach (char c in tokens[i].Key)
            {
                hash = (hash ^ c) * 16777619;
            }

            hash = (hash ^ ' ') * 16777619;
        }

        // The low bits of FNV are weak; they decide what is kept.
        return hash ^ (hash >> 15);
    }

    /// <summary>Capitalised within a sentence.</summary>
    private static bool IsName(string text, Token token)
    {
        if (!token.Capital)
        {
            return false;
        }

        int before = token.Start - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }

        return before >= 0 && (char.IsLetterOrDigit(text[before]) || text[before] == ',');
    }
}

using System.Runtime.InteropServices;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>Where a wording was found: its first and last token, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseHit(int First, int Last);

/// <summary>
/// A list of wordings to look for among tokens. <c>word*</c> is a beginning, <c>a|b</c> a choice, <c>...</c> a gap
/// of up to six tokens.
/// </summary>
internal sealed class Phrases
{
    private const int Gap = 6;

    public static readonly Phrases None = new([]);

    private readonly Dictionary<string, List<Part[]>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Part[]>> _byBeginning = [];

    public Phrases(IEnumerable<string> wordings)
    {
        foreach (string wording in wordings)
        {
            foreach (Part[] parts in Compile(wording))
            {
                Part first = parts[0];
                if (first.Beginning)
                {
                    Add(_byBeginning, first.Word[0], parts);
                }
                else
                {
                    Add(_byWord, first.Word, parts);
                }
            }
        }
    }

    public bool Empty => _byWord.Count + _byBeginning.Count == 0;

    /// <summary>Whether any wording stands among the tokens.</summary>
    public bool In(IReadOnlyList<Token> tokens, TokenRange range)
    {
        for (int at = range.First; at < range.End; at++)
        {
            if (LongestAt(tokens, at, range.End) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every place, in order; at one token the longest wording only.</summary>
    public IEnumerable<PhraseHit> Find(IReadOnlyList<Token> tokens, TokenRange range)
    {
        for (int at = range.First; at < range.End; at++)
        {
            int last = LongestAt(tokens, at, range.End);
            if (last >= 0)
            {
                yield return new PhraseHit(at, last);
            }
        }
    }

    private int LongestAt(IReadOnlyList<Token> tokens, int at, int end)
    {
        string key = tokens[at].Key;
        int last = -1;
        if (_byWord.TryGetValue(key, out List<Part[]>? exact))
        {
            last = Longest(exact, tokens, at, end, last);
        }

        if (_byBeginning.TryGetValue(key[0], out List<Part[]>? beginnings))
        {
            last = Longest(beginnings, tokens, at, end, last);
        }

        return last;
    }

    private static int Longest(List<Part[]> phrases, IReadOnlyList<Token> tokens, int at, int end, int best)
    {
        foreach (Part[] parts in phrases)
        {
            best = Math.Max(best, Match(parts, 0, tokens, at, end));
        }

        return best;
    }

    /// <summary>Index of the last token of a match, or -1.</summary>
    private static int Match(Part[] parts, int part, IReadOnlyList<Token> tokens, int at, int end)
    {
        while (part < parts.Length)
        {
            if (parts[part].IsGap)
            {
                for (int skip = 0; skip <= Gap && at + skip < end; skip++)
                {
                    int found = Match(parts, part + 1, tokens, at + skip, end);
                    if (found >= 0)
                    {
                        return found;
                    }
                }

                return -1;
            }

            if (at >= end || !parts[part].Fits(tokens[at].Key))
            {
                return -1;
            }

            part++;
            at++;
        }

        return at - 1;
    }

    private static void Add<TKey>(Dictionary<TKey, List<Part[]>> index, TKey key, Part[] parts)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out List<Part[]>? list))
        {
            index[key] = list = [];
        }

        list.Add(parts);
    }

    /// <summary>A wording with its choices multiplied out.</summary>
    private static List<Part[]> Compile(string wording)
    {
        List<List<Part>> all =
        [
            [],
        ];
        foreach (string element in wording.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            List<Part[]> choices = [.. element.Split('|').Select(Parts)];
            all = [.. all.SelectMany(sofar => choices.Select(choice => (List<Part>)[.. sofar, .. choice]))];
        }

        return [.. all.Where(parts => parts.Count > 0 && !parts[0].IsGap).Select(parts => parts.ToArray())];
    }

    private static Part[] Parts(string choice)
    {
        if (choice == "...")
        {
            return [new Part("", false)];
        }

        bool beginning = choice.EndsWith('*');
        List<Token> tokens = Tokens.Of(choice.TrimEnd('*'));
        return [.. tokens.Select((token, i) => new Part(token.Key, beginning && i == tokens.Count - 1))];
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(string Word, bool Beginning)
    {
        public bool IsGap => Word.Length == 0;

        public bool Fits(string key) => Beginning ? key.StartsWith(Word, StringComparison.Ordinal) : key == Word;
    }
}

/// <summary>A run of tokens.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenRange(int First, int Count)
{
    public int End => First + Count;
}

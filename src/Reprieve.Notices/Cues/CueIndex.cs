using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Every wording of knowledge, ready to be looked for in a text at once.</summary>
internal sealed class CueIndex
{
    private const string Gap = "...";

    private readonly List<List<CuePattern>> _byFirstPhrase = [];

    public CueIndex(KnowledgeBase knowledge)
    {
        foreach (Reason reason in knowledge.Reasons)
        {
            foreach ((string language, IReadOnlyList<Cue> cues) in reason.Cues)
            {
                Add(CueField.Reason, reason.Code, language, cues);
            }
        }

        foreach (Reply reply in knowledge.Replies)
        {
            foreach ((string language, IReadOnlyList<Cue> cues) in reply.Cues)
            {
                Add(CueField.Reply, reply.Code, language, cues);
            }
        }

        foreach (Wording wording in knowledge.Wordings)
        {
            WordingCues.AddTo(this, wording);
        }

        Lexicon.Close();
    }

    public Lexicon Lexicon { get; } = new();

    public PhraseTrie Phrases { get; } = new();

    /// <summary>Languages whose verbs are deeds done only with a word beside them that says so.</summary>
    public HashSet<string> MarksDeeds { get; } = new(StringComparer.Ordinal);

    /// <summary>Parts of links by which a route is known, with its code.</summary>
    public List<(string Part, string Code)> Links { get; } = [];

    /// <summary>The wordings that begin with a phrase.</summary>
    public IReadOnlyList<CuePattern> BeginningWith(int phrase) =>
        phrase < _byFirstPhrase.Count ? _byFirstPhrase[phrase] : [];

    public void Add(CueField field, string code, string language, IEnumerable<Cue> cues)
    {
        foreach (Cue cue in cues)
        {
            int[] parts = cue.Say.Contains('/', StringComparison.Ordinal) ? [] : Parts(cue.Say);
            if (parts.Length == 0)
            {
                continue;
            }

            int[][] unless = cue.Unless.Count == 0 ? [] : [.. cue.Unless.Select(Parts).Where(p => p.Length > 0)];
            while (_byFirstPhrase.Count <= parts[0])
            {
                _byFirstPhrase.Add([]);
            }

            _byFirstPhrase[parts[0]].Add(new CuePattern(field, code, language, cue.Weight, parts, unless));
        }
    }

    /// <summary>Wordings with a slash are parts of links, not words.</summary>
    public void AddLinks(IReadOnlyDictionary<string, IReadOnlyList<Cue>> byCode) =>
        Links.AddRange(
            byCode.SelectMany(pair =>
                pair.Value.Where(cue => cue.Say.Contains('/', StringComparison.Ordinal)).Select(c => (c.Say, pair.Key))
            )
        );

    public void Add(CueField field, string code, string language, IEnumerable<string> phrases) =>
        Add(field, code, language, phrases.Select(phrase => new Cue { Say = phrase }));

    private int[] Parts(string say)
    {
        List<int> parts = [];
        foreach (string part in say.Split(Gap, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            List<int> words = Words(part);
            if (words.Count > 0)
            {
                parts.Add(Phrases.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words)));
            }
        }

        return [.. parts];
    }

    /// <summary>Cuts a wording as the tokenizer cuts a text; a star after a word makes it a beginning.</summary>
    private List<int> Words(string phrase)
    {
        List<int> words = [];
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        int i = 0;
        while (i < phrase.Length)
        {
            if (Letters.IsCjk(phrase[i]))
            {
                words.Add(Learn(phrase.AsSpan(i, 1), isBeginning: false, buffer));
                i++;
            }
            else if (Letters.IsWord(phrase[i]))
            {
                int end = i + 1;
                while (end < phrase.Length && InWord(phrase, end))
                {
                    end++;
                }

                bool genitive = end - i > 2 && phrase[end - 1] == 's' && Letters.IsApostrophe(phrase[end - 2]);
                bool isBeginning = end < phrase.Length && phrase[end] == '*';
                words.Add(Learn(phrase.AsSpan(i, (genitive ? end - 2 : end) - i), isBeginning, buffer));
                i = end;
            }
            else
            {
                i++;
            }
        }

        return words;
    }

    private static bool InWord(string phrase, int i) =>
        (Letters.IsWord(phrase[i]) && !Letters.IsCjk(phrase[i]))
        || (Letters.IsApostrophe(phrase[i]) && i + 1 < phrase.Length && char.IsLetter(phrase[i + 1]));

    private int Learn(ReadOnlySpan<char> word, bool isBeginning, Span<char> buffer) =>
        Lexicon.Learn(buffer[..Letters.Fold(word, buffer)].ToString(), isBeginning);
}

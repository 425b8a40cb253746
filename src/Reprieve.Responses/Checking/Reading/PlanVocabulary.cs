using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>The words of one language's plans, made ready to look for.</summary>
internal sealed class PlanVocabulary
{
    private readonly Dictionary<PlanSection, Phrases> _headings;
    private readonly Dictionary<PlanSection, Phrases> _openings;
    private readonly Dictionary<PlanSection, Phrases> _prose;
    private readonly Dictionary<string, Phrases> _causes;
    private readonly Dictionary<string, Phrases> _measures;

    public PlanVocabulary(PlanWords words)
    {
        Language = words.Code;
        _headings = BySection(words.Headings);
        _openings = BySection(words.Openings);
        _prose = BySection(words.Prose);
        _causes = words.Causes.ToDictionary(pair => pair.Key, pair => new Phrases(pair.Value));
        _measures = words.Measures.ToDictionary(pair => pair.Key, pair => new Phrases(pair.Value));
        Resolving = new Phrases(words.Resolving);
        And = new Phrases(words.And);
        Closings = new Phrases(words.Closings);
        Numbers = new Phrases(words.Numbers);
        Negations = new Phrases(words.Negations);
        Subjects = words.Subjects.ToHashSet(StringComparer.Ordinal);
        CommonWords = words.CommonWords.ToHashSet(StringComparer.Ordinal);
        Abbreviations = words.Abbreviations.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (int month = 0; month < words.Months.Count; month++)
        {
            foreach (string name in words.Months[month].Split('|'))
            {
                Months[name.ToLowerInvariant()] = month + 1;
            }
        }
    }

    public string Language { get; }

    public Phrases Resolving { get; }

    public Phrases And { get; }

    public Phrases Closings { get; }

    public Phrases Numbers { get; }

    public Phrases Negations { get; }

    public IReadOnlySet<string> Subjects { get; }

    public IReadOnlySet<string> CommonWords { get; }

    public IReadOnlySet<string> Abbreviations { get; }

    /// <summary>Months by their names, lower case.</summary>
    public Dictionary<string, int> Months { get; } = new(StringComparer.Ordinal);

    /// <summary>Codes of the causes it has words for.</summary>
    public IEnumerable<string> CauseCodes => _causes.Keys;

    public Phrases Heading(PlanSection section) => _headings.GetValueOrDefault(section, Phrases.None);

    public Phrases Opening(PlanSection section) => _openings.GetValueOrDefault(section, Phrases.None);

    /// <summary>Weaker signs of a part, for a text without any heading.</summary>
    public Phrases Prose(PlanSection section) => _prose.GetValueOrDefault(section, Phrases.None);

    /// <summary>Wordings that name a cause.</summary>
    public Phrases Cause(string code) => _causes.GetValueOrDefault(code, Phrases.None);

    /// <summary>Words of measures against a cause.</summary>
    public Phrases Measure(string code) => _measures.GetValueOrDefault(code, Phrases.None);

    private static Dictionary<PlanSection, Phrases> BySection(
        IReadOnlyDictionary<string, IReadOnlyList<string>> words
    ) =>
        Enum.GetValues<PlanSection>()
            .ToDictionary(
                section => section,
                section =>
                    words.TryGetValue(section.Code(), out IReadOnlyList<string>? list)
                        ? new Phrases(list)
                        : Phrases.None
            );
}

/// <summary>The vocabularies of all languages that knowledge has.</summary>
internal sealed class PlanLanguages(KnowledgeBase knowledge)
{
    private const int Sample = 4000;

    private readonly Dictionary<string, PlanVocabulary> _all = knowledge.PlanWords.ToDictionary(
        words => words.Code,
        words => new PlanVocabulary(words),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The vocabulary of a language; null when knowledge has none.</summary>
    public PlanVocabulary? For(string language) =>
        _all.GetValueOrDefault(language)
        ?? _all.GetValueOrDefault(language.Split('-')[0])
        ?? (language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? _all.GetValueOrDefault("zh-Hans") : null);

    /// <summary>The language a text is written in, from its script or its little words; "und" when unsure.</summary>
    public string Identify(IReadOnlyList<Token> tokens)
    {
        int seen = Math.Min(tokens.Count, Sample);
        int han = 0;
        int kana = 0;
        int words = 0;
        Dictionary<string, int> hits = _all.Keys.ToDictionary(code => code, _ => 0);
        for (int i = 0; i < seen; i++)
        {
            Token token = tokens[i];
            if (token.Ideographic)
            {
                han++;
                kana += token.Key[0] is >= '\u3041' and <= '\u30ff' ? 1 : 0;
                continue;
            }

            words += token.Number ? 0 : 1;
            foreach (PlanVocabulary vocabulary in _all.Values)
            {
                hits[vocabulary.Language] += vocabulary.CommonWords.Contains(token.Key) ? 1 : 0;
            }
        }

        // A Latin word weighs as much as one and a half ideographs.
        if (han * 2 > words * 3)
        {
            return kana * 5 > han ? "ja" : "zh-Hans";
        }

        (string best, int most) = hits.OrderByDescending(pair => pair.Value)
            .Select(p => (p.Key, p.Value))
            .FirstOrDefault();
        return most > 0 && most * 100 >= 15 * words ? best : "und";
    }
}

using Reprieve.Knowledge;

namespace Reprieve.Practices.Voices;

/// <summary>The wordings of knowledge, ready to be looked for in comments of any language.</summary>
internal sealed class VoiceBook
{
    /// <summary>Characters that a gap within a wording may span.</summary>
    private const int Gap = 40;

    private readonly WordingIndex _wordings;
    private readonly Dictionary<string, VoiceCause> _byReason;
    private readonly IReadOnlyList<Spoken> _about;

    public VoiceBook(KnowledgeBase knowledge, string? marketplace)
    {
        List<VoiceCause> causes = [.. knowledge.Voices.Where(cause => cause.HoldsFor(marketplace))];
        Dictionary<string, Negation> negations = knowledge.VoiceWords.ToDictionary(
            words => words.Code,
            words => new Negation(words)
        );
        _wordings = new WordingIndex(
            causes.SelectMany(cause =>
                Wordings(cause, cause.Words, cause).Concat(Wordings(cause, cause.Otherwise, null))
            )
        );
        _byReason = causes
            .SelectMany(cause => cause.Reasons.Select(reason => (reason, cause)))
            .ToDictionary(pair => pair.reason, pair => pair.cause, StringComparer.OrdinalIgnoreCase);
        _about =
        [
            .. knowledge.VoiceWords.SelectMany(words =>
                Topics(words.Seller, Topic.Seller)
                    .Concat(Topics(words.Delivery, Topic.Delivery))
                    .Concat(Topics(words.Obscene, Topic.Obscene))
            ),
        ];

        IEnumerable<Wording> Wordings(
            VoiceCause cause,
            IReadOnlyDictionary<string, IReadOnlyList<string>> words,
            VoiceCause? means
        ) =>
            from language in words
            from phrase in language.Value
            from written in Spellings(phrase)
            let parts = written.Split("...").Select(SpokenText.Fold).Where(part => part.Length > 0).ToArray()
            where parts.Length > 0
            select new Wording(parts, means, negations.GetValueOrDefault(language.Key));
    }

    /// <summary>The cause that a code of a returns report means, or null. The codes of seller-fulfilled returns begin with CR-.</summary>
    public VoiceCause? OfReason(ReadOnlySpan<char> reason)
    {
        // Exports of third parties append their own words in brackets.
        int bracket = reason.IndexOfAny('(', '\uFF08');
        ReadOnlySpan<char> code = (bracket >= 0 ? reason[..bracket] : reason).Trim();
        if (code.StartsWith("CR-", StringComparison.OrdinalIgnoreCase))
        {
            code = code[3..];
        }

        return code.IsEmpty ? null : _byReason.GetValueOrDefault(code.ToString());
    }

    /// <summary>What a sentence complains of: of wordings that overlap the longest, negated ones left out.</summary>
    public IReadOnlyList<Hit> In(SpokenText text, Range sentence)
    {
        (int start, int end) = (sentence.Start.Value, sentence.End.Value);
        List<Hit> found = [];
        for (int at = start; at < end; at++)
        {
            if (text.Folded[at] != ' ' && text.IsEdge(at))
            {
                _wordings.AddHits(text, at, end, Gap, found);
            }
        }

        if (found.Count <= 1)
        {
            return found is [{ Cause: not null } only] && !only.Negated(text) ? found : [];
        }

        List<Hit> kept = [];
        foreach (Hit hit in found.OrderByDescending(hit => hit.End - hit.Start).ThenBy(hit => hit.Start))
        {
            if (!kept.Exists(longer => longer.Beats(hit)))
            {
                kept.Add(hit);
            }
        }

        return
        [
            .. kept.Where(hit =>
                    hit.Cause is not null && !kept.Exists(same => same.IsSameAs(hit) && same.Negated(text))
                )
                .OrderBy(hit => hit.Start),
        ];
    }

    /// <summary>Whether a comment has words of a topic.</summary>
    public bool Speaks(SpokenText text, Topic topic) =>
        _about.Any(spoken => spoken.Topic == topic && Stands(text, spoken.Word));

    private static bool Stands(SpokenText text, string word)
    {
        for (
            int at = text.Folded.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = text.Folded.IndexOf(word, at + 1, StringComparison.Ordinal)
        )
        {
            if (text.IsEdge(at) && text.IsEdge(at + word.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Many buyers write "didnt".</summary>
    private static IEnumerable<string> Spellings(string phrase) =>
        phrase.Contains('\'', StringComparison.Ordinal)
            ? [phrase, phrase.Replace("'", "", StringComparison.Ordinal)]
            : [phrase];

    private static IEnumerable<Spoken> Topics(IEnumerable<string> words, Topic topic) =>
        words.Select(word => new Spoken(SpokenText.Fold(word), topic)).Where(spoken => spoken.Word.Length > 0);

    private sealed record Spoken(string Word, Topic Topic);
}

/// <summary>What a whole comment may speak of besides its causes.</summary>
internal enum Topic
{
    Seller,
    Delivery,
    Obscene,
}

using System.Collections.Concurrent;
using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>The entry of a rule, with its word lists made ready and its messages filled in.</summary>
internal sealed class RuleEntry(CheckRule rule)
{
    private readonly ConcurrentDictionary<(string List, string Language), Phrases> _phrases = new();
    private readonly ConcurrentDictionary<(string List, string Language), IReadOnlyList<string>> _raw = new();

    public string Code => rule.Code;

    /// <summary>Whether the rule is for a response mode and a store.</summary>
    public bool Holds(ResponseMode mode, string? marketplace) =>
        (rule.Modes.Count == 0 || rule.Modes.Contains(mode)) && rule.HoldsFor(marketplace);

    /// <summary>A number the rule works with.</summary>
    public double Limit(string name) => rule.Limits[name];

    /// <summary>A word list in the text's language; empty where knowledge has none, so that the rule stays silent.</summary>
    public Phrases Words(string list, PlanText plan) =>
        _phrases.GetOrAdd(
            (list, plan.Vocabulary?.Language ?? plan.Language),
            key => new Phrases(Raw(key.List, key.Language))
        );

    /// <summary>The words of a list as they stand, those for any language included.</summary>
    public IReadOnlyList<string> Raw(string list, string language) =>
        _raw.GetOrAdd(
            (list, language),
            key =>
                rule.Words.TryGetValue(key.List, out IReadOnlyDictionary<string, IReadOnlyList<string>>? languages)
                    ? [.. languages.GetValueOrDefault(key.Language, []), .. languages.GetValueOrDefault("any", [])]
                    : []
        );

    /// <summary>A finding on a passage; never graver than the entry allows.</summary>
    public Finding Find(
        AnswerUnderCheck answer,
        Severity severity,
        int start,
        int length,
        string message,
        params object[] arguments
    ) =>
        new(
            rule.Code,
            severity < rule.Severity ? severity : rule.Severity,
            string.Format(CultureInfo.InvariantCulture, rule.Messages[message].In(UserTexts.Language), arguments),
            start,
            length,
            answer.Text.Substring(start, length)
        );

    /// <summary>A finding on the whole text.</summary>
    public Finding Find(AnswerUnderCheck answer, Severity severity, string message, params object[] arguments) =>
        Find(answer, severity, 0, 0, message, arguments);

    /// <summary>A finding on the tokens of a hit.</summary>
    public Finding Find(
        AnswerUnderCheck answer,
        Severity severity,
        PhraseHit hit,
        string message,
        params object[] arguments
    )
    {
        int start = answer.Plan.Tokens[hit.First].Start;
        return Find(answer, severity, start, answer.Plan.Tokens[hit.Last].End - start, message, arguments);
    }

    /// <summary>Wordings of a list in the text, neither denied nor quoted nor names, each with its sentence.</summary>
    /// <param name="deniedInside">Whether a denial within the wording's gap counts; not where wordings deny by themselves.</param>
    public IEnumerable<(PhraseHit Hit, Sentence Sentence)> Said(
        AnswerUnderCheck answer,
        string list,
        bool deniedInside = false
    )
    {
        Phrases phrases = Words(list, answer.Plan);
        if (phrases.Empty)
        {
            yield break;
        }

        foreach (Sentence sentence in answer.Plan.Sentences)
        {
            int after = -1;
            foreach (PhraseHit hit in phrases.Find(answer.Plan.Tokens, sentence.Tokens))
            {
                if (
                    hit.First > after
                    && !answer.Denied(hit, sentence, deniedInside)
                    && !answer.NotOwnWords(hit, sentence)
                )
                {
                    after = hit.Last;
                    yield return (hit, sentence);
                }
            }
        }
    }
}

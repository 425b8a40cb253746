using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>Who acts in a sentence about a cause.</summary>
internal enum Actor
{
    /// <summary>Nobody is named, as in the passive.</summary>
    Unnamed,

    /// <summary>The seller, or something of the seller's own process.</summary>
    Own,

    /// <summary>Only a buyer, Amazon, a carrier, or another outsider.</summary>
    Outside,
}

/// <summary>Tells in whose hands a cause lies. The words are those of RC-02.</summary>
internal sealed class CauseSentences(RuleEntry words)
{
    private const int LeastTokens = 4;

    /// <summary>The sentences of the root cause, each with who acts; very short ones are left out.</summary>
    public List<(Sentence Sentence, Actor Actor)> Of(PlanText plan) =>
        [
            .. plan.Content(Knowledge.PlanSection.RootCause)
                .SelectMany(block => block.Sentences)
                .Where(sentence => sentence.Tokens.Count >= LeastTokens)
                .Select(sentence => (sentence, Of(plan, sentence))),
        ];

    private Actor Of(PlanText plan, Sentence sentence)
    {
        List<PhraseHit> outside = [.. words.Words("outside", plan).Find(plan.Tokens, sentence.Tokens)];
        bool own = words
            .Words("own", plan)
            .Find(plan.Tokens, sentence.Tokens)
            .Any(hit => !outside.Exists(other => other.First <= hit.First && hit.Last <= other.Last));
        int opening = sentence.Tokens.First + (plan.Spaceless ? 14 : 7);
        return own ? Actor.Own
            : outside.Exists(hit => hit.First < opening) ? Actor.Outside
            : Actor.Unnamed;
    }
}

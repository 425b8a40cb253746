using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>TRU-02, with a listings report only: a listing that the text says is closed is not live.</summary>
internal sealed class ClosedListingsAreClosed(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        if (answer.Request.Case?.LiveAsins is not { Count: > 0 } live)
        {
            yield break;
        }

        HashSet<string> asins = new(live, StringComparer.OrdinalIgnoreCase);
        HashSet<Sentence> told = [];
        foreach ((PhraseHit hit, Sentence sentence) in entry.Said(answer, "closed"))
        {
            for (int i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
            {
                Token token = answer.Plan.Tokens[i];
                if (token.Length == 10 && asins.Contains(token.Key) && told.Add(sentence))
                {
                    string asin = token.Key.ToUpperInvariant();
                    yield return entry.Find(answer, Severity.Block, sentence.Start, sentence.Length, "live", asin);
                }
            }

            bool all = entry
                .Words("all", answer.Plan)
                .In(answer.Plan.Tokens, new TokenRange(hit.First, sentence.Tokens.End - hit.First));
            string? named = answer.Notice?.Asins.FirstOrDefault(asins.Contains);
            if (all && named is not null && told.Add(sentence))
            {
                yield return entry.Find(answer, Severity.Block, sentence.Start, sentence.Length, "live", named);
            }
        }
    }
}

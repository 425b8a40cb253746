using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// RC-02: the root cause lies in one's own process. Blocks when every sentence has an outsider as its subject, warns
/// when most have and nobody's own process is named. The passive names nobody and lets it be.
/// </summary>
internal sealed class RootCauseIsOnesOwn(RuleEntry entry, CauseSentences causes) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        if (answer.Plan.Vocabulary is null)
        {
            yield break;
        }

        List<(Sentence Sentence, Actor Actor)> told = causes.Of(answer.Plan);
        List<Sentence> outside = [.. told.Where(t => t.Actor == Actor.Outside).Select(t => t.Sentence)];
        if (outside.Count == 0 || told.Exists(t => t.Actor == Actor.Own) || outside.Count * 2 < told.Count)
        {
            yield break;
        }

        bool all = outside.Count == told.Count;
        yield return entry.Find(
            answer,
            all ? Severity.Block : Severity.Warn,
            outside[0].Start,
            outside[0].Length,
            all ? "all_outside" : "mostly_outside"
        );
    }
}

using System.Text.Json.Serialization;
using Reprieve.Answers.Promises;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;

namespace Reprieve.Cases.Aftercare;

/// <summary>What follows a reinstatement: what to look at one by one, and the promises that were made.</summary>
/// <param name="Checklist">In the screen's language.</param>
/// <param name="Promises">What was promised, each held against the figures of the reports at hand.</param>
public sealed record CaseAftercare(IReadOnlyList<string> Checklist, IReadOnlyList<PromiseState> Promises)
{
    /// <summary>Promises of which the figures say that something is due, the worst first.</summary>
    [JsonIgnore]
    public IEnumerable<PromiseState> Alerts =>
        Promises.Where(state => state.Verdict >= PromiseVerdict.Due).OrderByDescending(state => state.Verdict);

    /// <summary>What follows; null while Amazon has not reinstated, in full or in part.</summary>
    public static CaseAftercare? Of(CaseWork work, KnowledgeBase knowledge)
    {
        Decision? decision = work
            .Earlier.Select(round => round.Answer?.Decision)
            .LastOrDefault(one => one is Decision.Reinstated or Decision.PartiallyReinstated);
        if (decision is null)
        {
            return null;
        }

        Reply? reply = knowledge.Replies.FirstOrDefault(one =>
            one.Decision == decision && one.Checklist.Count > 0 && one.HoldsFor(work.Record.Marketplace)
        );
        return new CaseAftercare(
            [.. (reply?.Checklist ?? []).Select(text => text.In(UserTexts.Language))],
            new PromiseBook(knowledge).Held(work.Earlier, work.Review)
        );
    }
}

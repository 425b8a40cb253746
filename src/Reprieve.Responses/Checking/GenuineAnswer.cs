using Reprieve.Knowledge;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Checking;

/// <summary>What the seller answered to the playbooks' questions whether the goods are genuine (their ids end in <c>.genuine</c>).</summary>
public static class GenuineAnswer
{
    /// <summary>True when every such answer is yes, false when one is no or not sure, null when none was given.</summary>
    public static bool? In(AnswerSheet answers, KnowledgeBase knowledge)
    {
        HashSet<string> asked =
        [
            .. knowledge
                .Playbooks.SelectMany(playbook => playbook.Questions)
                .Where(question => question.Id.EndsWith(".genuine", StringComparison.Ordinal))
                .Select(question => question.Id),
        ];
        List<string> said =
        [
            .. answers
                .Answers.Where(answer => asked.Contains(answer.Id) && !string.IsNullOrWhiteSpace(answer.Value))
                .Select(answer => Words.Fold(answer.Value!)),
        ];
        return said.Count == 0 ? null : said.TrueForAll(value => PickSlot.YesNo(value, "en").Code == "yes");
    }
}

using Reprieve.Answers.Escalations;
using Reprieve.Knowledge;

namespace Reprieve.Cases.Workflow;

/// <summary>The ways beyond the appeal, for a case as it stands.</summary>
public static class EscalationsOfCase
{
    /// <summary>What is open, what is not yet, and what is over; in the screen's language.</summary>
    public static IReadOnlyList<Escalation> Of(CaseWork work, KnowledgeBase knowledge, DateTimeOffset now) =>
        new EscalationBook(knowledge).Of(new EscalationCase(work.Messages, work.Earlier) { Store = work.Store }, now);
}

using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Escalations;

/// <summary>
/// The ways beyond the appeal: which are open in a case, which are not yet, and why. Nothing is offered for a message that
/// is not Amazon's, nor once the account is back.
/// </summary>
public sealed class EscalationBook(KnowledgeBase knowledge)
{
    /// <summary>The ways of a case, the mildest first; those that are not for it are left out.</summary>
    /// <param name="facts">The case.</param>
    /// <param name="now">The moment for which it is told; days are counted in the store's zone, in UTC when the store is not known.</param>
    public IReadOnlyList<Escalation> Of(EscalationCase facts, DateTimeOffset now)
    {
        if (facts.Notice is not { } notice || IsBack(facts))
        {
            return [];
        }

        TimeZoneInfo zone = knowledge.Marketplace(notice.Marketplace) is { } store
            ? TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone)
            : TimeZoneInfo.Utc;
        DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var opening = new Opening(facts, zone, today);
        return
        [
            .. knowledge
                .Escalations.Where(way =>
                    way.HoldsFor(notice.Marketplace) && (way.Kinds.Count == 0 || way.Kinds.Contains(notice.Kind))
                )
                .OrderBy(way => way.Rank)
                .Select(way =>
                    opening.Of(way.OpensWhen) is { } standing ? Told(way, standing, facts, opening, today) : null
                )
                .OfType<Escalation>(),
        ];
    }

    private static bool IsBack(EscalationCase facts) =>
        facts.Newest is { } answer && OutcomeReader.DecisionOf(answer) == Decision.Reinstated;

    private Escalation Told(
        EscalationRoute way,
        Standing standing,
        EscalationCase facts,
        Opening opening,
        DateOnly today
    )
    {
        DateOnly? until =
            standing.IsOpen && way.WithinMonths is { } months && facts.LastWord is { } last
                ? opening.Day(last).AddMonths(months)
                : null;
        bool over = today > until;
        Route? route = knowledge.Routes.FirstOrDefault(one => one.Code == way.Route);
        var words = new EscalationWords(facts, route, opening);
        return new Escalation
        {
            Code = way.Code,
            Name = way.Name.In(UserTexts.Language),
            State =
                over ? EscalationState.Over
                : standing.IsOpen ? EscalationState.Open
                : EscalationState.NotYet,
            Why = over
                ? Say.Texts.Get("Escalation_Over", UserFigures.Day(until!.Value), way.WithinMonths)
                : standing.Why,
            From = standing.From,
            Until = until,
            Sure = way.Sure,
            Source = way.Source,
            Seen = way.Seen,
            Preconditions = EscalationWords.In(way.Preconditions),
            Prepares = EscalationWords.In(way.Prepares),
            Steps = words.Steps(way.Steps),
            Script = words.Script(way.Script),
            Clock = EscalationWords.In(way.Clock),
            Cautions = EscalationWords.In(way.Cautions),
            DoNot = EscalationWords.In(way.DoNot),
        };
    }
}

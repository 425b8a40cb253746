using System.Globalization;
using Reprieve.Appeals;
using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Rounds;

/// <summary>Says what to do after a sending: what knowledge has for the decision, then the gaps and the limit of this case.</summary>
internal sealed class NextTexts(KnowledgeBase knowledge, TimeProvider clock)
{
    public IReadOnlyList<string> Of(NextRoundRequest request, NextRoundPlan plan) =>
        plan.Outcome == AnswerOutcome.NotBelieved
            ? [Text("Next_Forged"), Text("Next_ForgedCheck")]
            :
            [
                .. FirstSteps(request, plan),
                .. plan.Gaps.Select(Gap),
                .. plan.Contradictions.Select(said => Text("Next_Contradiction", said)),
                .. LastSteps(plan),
                .. plan.OpensRound || request.Call is not null ? Limits(request) : [],
            ];

    /// <summary>What has come of it, and knowledge's advice on it.</summary>
    private IEnumerable<string> FirstSteps(NextRoundRequest request, NextRoundPlan plan)
    {
        if (request.Call is { } call)
        {
            foreach (string step in Called(call))
            {
                yield return step;
            }
        }

        if (plan.Decision is { } decision)
        {
            yield return Text($"Decision_{decision.Code()}");
            if (Advice(decision, request) is { } advice)
            {
                yield return advice;
            }
        }

        IEnumerable<string> steps = plan.Outcome switch
        {
            AnswerOutcome.SameNotice => [Text("Next_SameNotice")],
            AnswerOutcome.NewNotice => [Text("Next_NewNotice"), .. StillOpen(request)],
            AnswerOutcome.Unclear => [Text("Next_Unclear", request.Answer!.Source)],
            AnswerOutcome.Silence => new SilenceTexts(knowledge, clock).Of(request),
            _ => [],
        };
        foreach (string step in steps)
        {
            yield return step;
        }
    }

    private static IEnumerable<string> LastSteps(NextRoundPlan plan) =>
        plan.Outcome == AnswerOutcome.DeniedFinal ? [Text("Next_Final_1"), Text("Next_Final_2")]
        : plan.NothingNew ? [Text("Next_NothingNew"), .. plan.WouldBeNew]
        : plan.OpensRound ? [Text("Next_Again")]
        : [];

    private static IEnumerable<string> Called(Diagnosis call) =>
        [
            call.Date is { } day ? Text("Next_Call", Moment.DayAndTime(day)) : Text("Next_CallUndated"),
            Text("Next_CallReturn"),
            Text("Next_CallOpen"),
        ];

    private static IEnumerable<string> StillOpen(NextRoundRequest request) =>
        request.Answer is null && request.Sent is [.., { Sent: { } sent }]
            ? [Text("Next_StillOpen", sent.Round, Moment.DayAndTime(sent.At))]
            : [];

    private string? Advice(Decision decision, NextRoundRequest request) =>
        (
            knowledge.Replies.FirstOrDefault(reply =>
                reply.Decision == decision
                && reply.Kind == request.Answer?.Kind
                && reply.HoldsFor(request.Notice.Marketplace)
            ) ?? knowledge.Replies.FirstOrDefault(reply => reply.Decision == decision)
        )?.Next.In(UserTexts.Language);

    private string Gap(Gap gap)
    {
        if (gap.Paper is { } paper)
        {
            string asked = PaperKinds.Name(paper);
            return gap.Sent.Count == 0
                ? Text("Gap_Paper", asked, Passage.Quote(gap.Evidence.Quote))
                : Text("Gap_PaperSent", asked, string.Join(", ", gap.Sent), Passage.Quote(gap.Evidence.Quote));
        }

        string part = Text($"Section_{gap.Section!.Value.Code()}");
        string where = gap.Cause is null ? part : Text("Gap_PartOf", part, CauseName(gap.Cause));
        return gap.Sent.Count == 0 ? Text("Gap_Cell", where) : Text("Gap_CellSent", where, gap.Sent.Count);
    }

    private string CauseName(string cause) =>
        knowledge.Reason(cause)?.Name.In(UserTexts.Language) ?? Optional($"Cause_{cause}") ?? cause;

    private IEnumerable<string> Limits(NextRoundRequest request)
    {
        TimeZoneInfo zone = Moment.Zone(request.Notice.Marketplace, knowledge);
        return Deadlines
            .DeadlineList.Of([.. NextRound.Speaking(request)], zone, clock)
            .Where(due => due.Limit.For == "response")
            .Select(due =>
                due.Due is { } at
                    ? Text(
                        due.Passed ? "Next_LimitPassed" : "Next_Limit",
                        at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                        zone.Id,
                        due.DaysLeft
                    )
                    : Text("Next_LimitUndated", Passage.Quote(due.Limit.Quote))
            );
    }

    private static string? Optional(string key)
    {
        try
        {
            return Text(key);
        }
        catch (System.Resources.MissingManifestResourceException)
        {
            return null;
        }
    }

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);
}

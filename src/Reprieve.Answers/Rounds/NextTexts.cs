using System.Globalization;
using Reprieve.Appeals;
using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Rounds;

/// <summary>Says what to do after an answer: what knowledge has for the decision, then the gaps and the limit of this case.</summary>
internal sealed class NextTexts(KnowledgeBase knowledge, TimeProvider clock)
{
    public IReadOnlyList<string> Of(
        NextRoundRequest request,
        Decision? decision,
        IReadOnlyList<Gap> gaps,
        bool opens,
        bool nothingNew
    )
    {
        List<string> next = [.. FirstSteps(request, decision)];
        next.AddRange(gaps.Select(Gap));
        next.AddRange(
            decision switch
            {
                Decision.DeniedFinal => Several("Next_Final", 2),
                _ => [],
            }
        );
        if (nothingNew)
        {
            next.Add(Text("Next_NothingNew"));
            next.Add(Text("Next_WhatIsNew"));
        }
        else if (opens)
        {
            next.Add(Text("Next_Again"));
        }

        if (opens)
        {
            next.AddRange(Limits(request));
        }

        return next;
    }

    /// <summary>What was decided, and knowledge's advice on it; a notice sent again says that nothing was read.</summary>
    private IEnumerable<string> FirstSteps(NextRoundRequest request, Decision? decision)
    {
        if (decision is null)
        {
            bool again = request.Sent.Count > 0 && request.Answer.Kind == request.Notice.Kind;
            yield return Text(again ? "Next_SameNotice" : "Next_NewNotice");
            yield break;
        }

        yield return Text($"Decision_{decision.Value.Code()}");
        Reply? reply =
            knowledge.Replies.FirstOrDefault(reply =>
                reply.Decision == decision
                && reply.Kind == request.Answer.Kind
                && reply.HoldsFor(request.Notice.Marketplace)
            ) ?? knowledge.Replies.FirstOrDefault(reply => reply.Decision == decision);
        if (reply is not null)
        {
            yield return reply.Next.In(UserTexts.Language);
        }
    }

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
        TimeZoneInfo zone = knowledge.Marketplace(request.Notice.Marketplace) is { } store
            ? TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone)
            : TimeZoneInfo.Utc;
        return Deadlines
            .DeadlineList.Of([request.Answer], zone, clock)
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

    private static IEnumerable<string> Several(string key, int count) =>
        Enumerable.Range(1, count).Select(i => Text(string.Create(CultureInfo.InvariantCulture, $"{key}_{i}")));

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

using Reprieve.Appeals;
using Reprieve.Appeals.Packing;
using Reprieve.Documents;
using Reprieve.Notices;
using Reprieve.Responses.Evidence;

namespace Reprieve.Answers.Rounds;

/// <summary>Holds what an answer asks for against what was sent: each cell of its grid, each paper.</summary>
internal static class GapFinder
{
    public static IReadOnlyList<Gap> Find(Diagnosis answer, NextRoundRequest request)
    {
        SentRound? last = request.Sent.Count == 0 ? null : request.Sent[^1];
        IEnumerable<Gap> cells = answer
            .RequestGrid.DistinctBy(cell => (cell.Cause, cell.Section))
            .Select(cell => new Gap(cell.Cause, cell.Section, null, SaidOn(cell, request, last), cell.Evidence));
        IEnumerable<Gap> asks = answer
            .Asks.Where(ask => !IsCovered(ask, answer))
            .DistinctBy(ask => (ask.What, ask.What == "other" ? ask.Evidence.Start : 0))
            .Select(ask => new Gap(null, null, ask.What, SentOf(ask.What, request, last), ask.Evidence));
        return [.. cells, .. asks];
    }

    /// <summary>A plan that the grid already takes apart is not asked for twice.</summary>
    private static bool IsCovered(Ask ask, Diagnosis answer) =>
        ask.What == "plan_of_action" && answer.RequestGrid.Count > 0;

    private static IReadOnlyList<string> SaidOn(RequestCell cell, NextRoundRequest request, SentRound? last)
    {
        List<LedgerSentence> inPart = [.. last?.Sentences.Where(sentence => sentence.Section == cell.Section) ?? []];
        bool onlyCause = cell.Cause is null || IsTheOnlyReason(cell.Cause, request);
        return
        [
            .. inPart
                .Where(sentence =>
                    sentence.Cause == cell.Cause || (onlyCause && (sentence.Cause is null || cell.Cause is null))
                )
                .Select(sentence => sentence.Text),
        ];
    }

    /// <summary>Where the case has one reason only, a sentence without a cause of its own speaks of it.</summary>
    private static bool IsTheOnlyReason(string cause, NextRoundRequest request) =>
        request.Notice.Reasons.Count == 1 && request.Notice.Reasons[0].Code == cause;

    private static IReadOnlyList<string> SentOf(string what, NextRoundRequest request, SentRound? last)
    {
        if (!PaperKinds.IsPaper(what))
        {
            return what == "plan_of_action" ? [.. last?.Sentences.Select(sentence => sentence.Text) ?? []] : [];
        }

        Dictionary<string, Document> known = [];
        foreach (Document document in request.Documents)
        {
            known[document.Sha256] = document;
        }

        return
        [
            .. (last?.Sent?.Files ?? [])
                .Where(file => known.TryGetValue(file.Sha256, out Document? paper) && PaperKinds.Of(paper.Kind) == what)
                .Select(file => file.Path[(file.Path.LastIndexOf('/') + 1)..]),
        ];
    }
}

using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Writing;

/// <summary>The papers that are wanted and not there: what the notice asks for or, when it names none, the first that the reason needs.</summary>
internal static class PaperChase
{
    /// <summary>The papers wanted, as ask codes.</summary>
    public static IReadOnlyList<string> Wanted(ResponseRequest request, KnowledgeBase knowledge)
    {
        IReadOnlyList<Ask> asks = request.Notice.Asks;
        List<string> asked =
        [
            .. asks.Where(ask => !Papers.NoPaper.Contains(ask.What) && !asks.Any(other => Within(ask, other)))
                .Select(ask => ask.What)
                .Distinct(StringComparer.Ordinal),
        ];
        if (asked.Count > 0)
        {
            return asked;
        }

        IEnumerable<string> usual = Outline
            .Reasons(request)
            .SelectMany(code => knowledge.Reason(code)?.Papers.Take(1) ?? [])
            .Where(paper => !Papers.NoPaper.Contains(paper));
        return [.. usual.Distinct(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<PaperToChase> Of(ResponseRequest request, KnowledgeBase knowledge, FactBook book)
    {
        DateTimeOffset? by = NoticeFacts.Response(request.Notice)?.Due;
        return
        [
            .. Wanted(request, knowledge)
                .Where(what => book.Find("paper." + what) is null)
                .Select(what => new PaperToChase(what, Text(what, "from"), Why(request, what), by)),
        ];
    }

    /// <summary>Whether the passage of one ask is a part of another's: "bill" in "utility bill" asks for one paper, not two.</summary>
    private static bool Within(Ask ask, Ask other) =>
        other.What != ask.What
        && other.Evidence.In == ask.Evidence.In
        && other.Evidence.Length > ask.Evidence.Length
        && other.Evidence.Start <= ask.Evidence.Start
        && other.Evidence.Start + other.Evidence.Length >= ask.Evidence.Start + ask.Evidence.Length;

    private static string Why(ResponseRequest request, string what)
    {
        string asins = string.Join(", ", request.Notice.Asins);
        return what == "invoices" && asins.Length > 0
            ? Say.Texts.Get("paper.invoices.why_asins", asins)
            : Text(what, "why");
    }

    private static string Text(string what, string part) =>
        Say.Texts.Get(
            Papers.KindOfAsk.Any(pair => pair.Ask == what) || Known.Contains(what)
                ? $"paper.{what}.{part}"
                : $"paper.other.{part}"
        );

    private static readonly string[] Known = ["proof_of_relation", "proof_of_delivery"];
}

using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Writing;

/// <summary>The papers that are wanted and not there: what the notice asks for or, when it names none, the first that the reason needs.</summary>
internal static class PaperChase
{
    /// <summary>The papers wanted, as ask codes.</summary>
    public static IReadOnlyList<string> Wanted(ResponseRequest request, KnowledgeBase knowledge)
    {
        List<string> asked =
        [
            .. request
                .Notice.Asks.Select(ask => ask.What)
                .Where(what => !Papers.NoPaper.Contains(what))
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

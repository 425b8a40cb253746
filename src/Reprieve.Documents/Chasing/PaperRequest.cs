using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Chasing;

/// <summary>The message that asks a supplier, rights owner or laboratory for a paper; the words are knowledge.</summary>
public static class PaperRequest
{
    private const int DaysLookedBack = 365;

    /// <summary>The message in English, then in Chinese; null where nobody is asked for papers of this kind.</summary>
    /// <param name="context">Whose papers, which products, and when the notice came.</param>
    /// <param name="by">Until when it is needed; null when the notice states no limit.</param>
    public static string? Text(KnowledgeBase knowledge, DocumentKind kind, DocumentContext context, DateOnly? by)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(context);
        string code = kind.Code();
        return knowledge.Papers.FirstOrDefault(paper => paper.Code == code)?.Request is { } request
            ? $"{In(request, context, by, "en")}\n\n————————————————\n\n{In(request, context, by, "zh-Hans")}\n"
            : null;
    }

    private static string In(LocalizedText request, DocumentContext context, DateOnly? by, string language)
    {
        string Words(string key) => Say.Texts.InAll(key).ElementAt(language == "en" ? 0 : 1);
        return string.Format(
                CultureInfo.InvariantCulture,
                request.In(language),
                context.LegalNames.Count > 0 ? string.Join(" / ", context.LegalNames) : Words("Request_Name"),
                context.Address ?? Words("Request_Address"),
                context.NoticeDate is { } notice ? Day(notice.AddDays(-DaysLookedBack)) : Words("Request_From"),
                context.NoticeDate is { } last ? Day(last) : Words("Request_To"),
                string.Join('\n', Products(context, Words)),
                by is { } due ? Day(due) : Words("Request_Soon")
            )
            .Trim();
    }

    private static IEnumerable<string> Products(DocumentContext context, Func<string, string> words)
    {
        foreach (string asin in context.Asins.Distinct())
        {
            AsinProduct? product = context.Products.FirstOrDefault(one => one.Asin == asin);
            List<string> said = [asin, .. product?.Names.Take(1) ?? [], .. product?.Skus.Take(3) ?? []];
            string line = "- " + string.Join(", ", said);
            yield return product?.UnitsSold is { } units
                ? line + string.Format(CultureInfo.InvariantCulture, words("Request_Units"), units)
                : line;
        }

        if (context.Asins.Count == 0)
        {
            yield return "- " + words("Request_Products");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

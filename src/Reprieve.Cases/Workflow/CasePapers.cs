using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Responses;

namespace Reprieve.Cases.Workflow;

/// <summary>What Amazon would object to in the papers of a case.</summary>
public static class CasePapers
{
    /// <summary>What papers are checked against: the notice's day, the account's names, and what was sold.</summary>
    internal static DocumentContext Context(CaseWork work, KnowledgeBase knowledge) =>
        new()
        {
            NoticeDate = work.Notice.Date is { } sent ? StoreDay.Of(sent, work, knowledge) : null,
            LegalNames =
            [
                .. new[] { work.Answers.Seller.LegalName, work.Answers.Seller.LegalNameEnglish }.OfType<string>(),
            ],
            Address = work.Answers.Seller.Address,
            Asins = work.Notice.Asins,
            Products =
            [
                .. (work.Review?.Sales ?? [])
                    .Where(sales => work.Notice.Asins.Contains(sales.Asin))
                    .Select(sales => new AsinProduct(sales.Asin, [], SkusOf(work, sales.Asin), sales.Units)),
            ],
        };

    /// <summary>
    /// The objections to the papers that go out, each with the paper's name before it; and, where invoices go out,
    /// whether together they cover what was sold.
    /// </summary>
    internal static IReadOnlyList<DocumentFinding> Findings(CaseWork work, KnowledgeBase knowledge)
    {
        HashSet<string> going =
        [
            .. ((work.Response as WrittenResponse)?.Attachments ?? []).Select(paper => paper.Path),
        ];
        List<Document> papers = [.. work.Documents.Where(paper => going.Contains(paper.Path))];
        return
        [
            .. papers.SelectMany(paper =>
                paper.Findings.Select(f => f with { Message = $"{paper.Path}: {f.Message}" })
            ),
            .. DocumentSet.QuantityFindings(knowledge, papers, Context(work, knowledge)),
        ];
    }

    /// <summary>What the papers of a case show together: whether every product is on an invoice, in the quantity sold.</summary>
    public static IReadOnlyList<DocumentFinding> Together(CaseWork work, KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(work);
        return DocumentSet.QuantityFindings(knowledge, work.Documents, Context(work, knowledge));
    }

    private static List<string> SkusOf(CaseWork work, string asin) =>
        [.. work.Review!.Listed.Where(listed => listed.Asin == asin).Select(listed => listed.Sku)];
}

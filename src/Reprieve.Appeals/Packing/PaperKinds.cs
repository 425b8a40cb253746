using Reprieve.Documents;

namespace Reprieve.Appeals.Packing;

/// <summary>What Amazon asks for: which kind of paper answers it, and what it is called.</summary>
public static class PaperKinds
{
    private static readonly HashSet<string> NotPapers =
    [
        "plan_of_action",
        "explanation",
        "video_call",
        "listing_cleanup",
        "valid_card",
        "other",
    ];

    /// <summary>The ask code that a kind of document serves; null when it serves none (a quote is no invoice).</summary>
    public static string? Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Invoice or DocumentKind.Receipt => "invoices",
            DocumentKind.UtilityBill => "utility_bill",
            DocumentKind.BusinessLicence => "business_licence",
            DocumentKind.LetterOfAuthorisation => "letter_of_authorisation",
            DocumentKind.IdDocument => "id_document",
            DocumentKind.BankStatement => "bank_statement",
            DocumentKind.Retraction => "retraction",
            DocumentKind.TestReport => "safety_docs",
            _ => null,
        };

    /// <summary>Whether an ask wants a paper, and not words or deeds.</summary>
    public static bool IsPaper(string ask) => !NotPapers.Contains(ask);

    /// <summary>What an ask is called on the screen; a code without a name is shown as it is.</summary>
    public static string Name(string ask) => Words.Of("Ask", ask);
}

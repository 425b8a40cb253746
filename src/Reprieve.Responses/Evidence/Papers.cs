using Reprieve.Documents;

namespace Reprieve.Responses.Evidence;

/// <summary>Which kind of paper covers which ask.</summary>
internal static class Papers
{
    public static readonly IReadOnlyList<(string Ask, DocumentKind Kind)> KindOfAsk =
    [
        ("invoices", DocumentKind.Invoice),
        ("id_document", DocumentKind.IdDocument),
        ("business_licence", DocumentKind.BusinessLicence),
        ("utility_bill", DocumentKind.UtilityBill),
        ("bank_statement", DocumentKind.BankStatement),
        ("letter_of_authorisation", DocumentKind.LetterOfAuthorisation),
        ("retraction", DocumentKind.Retraction),
        ("safety_docs", DocumentKind.TestReport),
    ];

    /// <summary>Asks that are no paper: nothing is chased for them.</summary>
    public static readonly IReadOnlyList<string> NoPaper =
    [
        "plan_of_action",
        "explanation",
        "video_call",
        "listing_cleanup",
        "valid_card",
        "other",
    ];
}

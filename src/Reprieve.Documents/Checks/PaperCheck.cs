using System.Globalization;
using Reprieve.Documents.Fields;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>What a check of one paper looks at.</summary>
internal sealed record PaperCase(
    string FileName,
    long Bytes,
    Reading.FileForm Form,
    PaperFields? Fields,
    DocumentContext Context
)
{
    /// <summary>The text the fields were read from; null where there is none.</summary>
    public Reading.PaperText? Text { get; init; }

    public DocumentKind Kind => Fields?.Kind ?? DocumentKind.Unknown;

    /// <summary>Papers that prove a purchase, or are offered as if they did.</summary>
    public bool IsSupplyPaper =>
        Kind
            is DocumentKind.Invoice
                or DocumentKind.Proforma
                or DocumentKind.Quote
                or DocumentKind.OrderConfirmation
                or DocumentKind.Receipt
                or DocumentKind.DeliveryNote;
}

/// <summary>Makes findings in the words of a rule in <c>knowledge/checks</c>, on the screen's language.</summary>
internal sealed class RuleWords(KnowledgeBase knowledge, string code)
{
    private readonly CheckRule _rule = knowledge.Check(code);

    public IEnumerable<string> Words(string list) => _rule.Words[list].Values.SelectMany(words => words);

    public double Limit(string name) => _rule.Limits[name];

    public string Say(string key, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, _rule.Messages[key].In(UserTexts.Language), arguments);

    /// <summary>A finding of the rule's own severity.</summary>
    public DocumentFinding Finding(string key, params object?[] arguments) =>
        new(_rule.Code, _rule.Severity, Say(key, arguments));

    /// <summary>A finding that weighs less: the rule could not be sure.</summary>
    public DocumentFinding Warning(string key, params object?[] arguments) =>
        new(_rule.Code, Severity.Warn, Say(key, arguments));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Documents;

/// <summary>A paper as it was read: what it is, what stands in it, and what a reviewer would object to.</summary>
public sealed record Document
{
    /// <summary>Relative to the case folder.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required DocumentKind Kind { get; init; }

    public required int Pages { get; init; }

    /// <summary>Whether there was text to read; a scan has none.</summary>
    public required bool HasText { get; init; }

    /// <summary>Number of the invoice or bill.</summary>
    public string? Number { get; init; }

    /// <summary>Day of issue.</summary>
    public DateOnly? Date { get; init; }

    public Party? Supplier { get; init; }

    public Party? Buyer { get; init; }

    public IReadOnlyList<DocumentLine> Lines { get; init; } = [];

    /// <summary>What is to be paid, taxes included, in <see cref="Currency"/>.</summary>
    public decimal? Total { get; init; }

    /// <summary>ISO 4217 code; null where the paper does not tell.</summary>
    public string? Currency { get; init; }

    /// <summary>What only papers of its kind say, by the names of <c>knowledge/papers</c> (code of a licence, standard of a report).</summary>
    public IReadOnlyDictionary<string, string> Particulars { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the text was recognised in a scan or photo: letters may be misread.</summary>
    public bool Recognised { get; init; }

    public IReadOnlyList<DocumentFinding> Findings { get; init; } = [];
}

/// <summary>What kind of paper it is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DocumentKind>))]
public enum DocumentKind
{
    Unknown,
    Invoice,
    Proforma,
    Quote,
    OrderConfirmation,
    Receipt,
    UtilityBill,
    BusinessLicence,
    LetterOfAuthorisation,
    IdDocument,
    BankStatement,
    Retraction,
    TestReport,
    DeliveryNote,
}

/// <summary>Supplier or buyer as the paper names them.</summary>
public sealed record Party(
    string Name,
    string? Address = null,
    string? Phone = null,
    string? Email = null,
    string? Website = null
);

/// <summary>A line of an invoice.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Identifiers">ASIN, UPC, EAN or model numbers found in the line.</param>
public sealed record DocumentLine(string Description, int? Quantity, IReadOnlyList<string> Identifiers, int Page)
{
    /// <summary>Of one unit, in the paper's currency.</summary>
    public decimal? Price { get; init; }

    /// <summary>Of the whole line, in the paper's currency.</summary>
    public decimal? Amount { get; init; }
}

/// <summary>Something about a paper that would be objected to.</summary>
/// <param name="Rule">DOC-01 … of knowledge/checks.</param>
public sealed record DocumentFinding(string Rule, Severity Severity, string Message, int? Page = null);

/// <summary>What papers are checked against.</summary>
public sealed record DocumentContext
{
    /// <summary>When the notice was received, in the marketplace's zone; null when unknown.</summary>
    public DateOnly? NoticeDate { get; init; }

    /// <summary>Names under which the account may be registered (legal name, its English form).</summary>
    public IReadOnlyList<string> LegalNames { get; init; } = [];

    /// <summary>The account's address as in Seller Central; null when unknown.</summary>
    public string? Address { get; init; }

    /// <summary>ASINs the notice names.</summary>
    public IReadOnlyList<string> Asins { get; init; } = [];

    /// <summary>What sells under each ASIN (names and identifiers), to find its lines in an invoice.</summary>
    public IReadOnlyList<AsinProduct> Products { get; init; } = [];
}

/// <summary>A product by ASIN, as orders and listings name it.</summary>
/// <param name="UnitsSold">Units sold in the 365 days before the notice, as far as the files reach; null when unknown.</param>
public sealed record AsinProduct(string Asin, IReadOnlyList<string> Names, IReadOnlyList<string> Skus, int? UnitsSold);

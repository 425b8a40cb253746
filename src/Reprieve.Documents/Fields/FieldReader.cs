using Reprieve.Documents.Fields.Dates;
using Reprieve.Documents.Fields.Lines;
using Reprieve.Documents.Fields.Parties;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Fields;

/// <summary>What stands in a paper.</summary>
/// <param name="Date">As written; certain or not.</param>
internal sealed record PaperFields(
    DocumentKind Kind,
    string? Number,
    WrittenDate? Date,
    Party? Supplier,
    Party? Buyer,
    IReadOnlyList<DocumentLine> Lines,
    Totals Totals
)
{
    /// <summary>From where to the right prices and amounts stand, in points; null without such columns.</summary>
    public double? PricesFrom { get; init; }

    /// <summary>What only papers of this kind say.</summary>
    public IReadOnlyDictionary<string, string> Particulars { get; init; } = new Dictionary<string, string>();
}

/// <summary>Reads every field of a paper from its text.</summary>
internal sealed class FieldReader
{
    private readonly LabelBook _book;
    private readonly KindFinder _kinds;
    private readonly DateFinder _dates;
    private readonly PartyFinder _parties;
    private readonly LineTable _table;
    private readonly Particulars _particulars;

    public FieldReader(KnowledgeBase knowledge, CompanyNames names)
    {
        _book = new LabelBook(knowledge);
        _kinds = new KindFinder(knowledge);
        _dates = new DateFinder(knowledge);
        _parties = new PartyFinder(_book, _kinds, names);
        _table = new LineTable(_book);
        _particulars = new Particulars(knowledge, names);
    }

    public PaperFields Read(PaperText text, DocumentContext context)
    {
        var paper = new LabelledPaper(text, _book);
        DocumentKind kind = _kinds.Of(text);
        if (kind == DocumentKind.IdDocument)
        {
            // Of a passport or identity card only its validity is taken: nobody's number, name or birthday.
            return new PaperFields(kind, null, null, null, null, [], new Totals([], null, null))
            {
                Particulars = _particulars.Of(kind, text),
            };
        }

        (Party? supplier, Party? buyer) = _parties.Of(paper, context);
        // Kilowatt-hours and bookings are no goods.
        bool goods = kind is not (DocumentKind.UtilityBill or DocumentKind.BankStatement);
        bool comma = CommaIsDecimal(text);
        return new PaperFields(
            kind,
            NumberFinder.Of(paper, _kinds),
            _dates.Of(paper),
            supplier,
            buyer,
            goods ? _table.Of(paper, comma) : [],
            Totals.Of(paper, _book, comma)
        )
        {
            Particulars = _particulars.Of(kind, text),
            PricesFrom = text
                .Lines.Select(line => Columns.Of(line, _book)?.PricesFrom)
                .FirstOrDefault(left => left is not null),
        };
    }

    /// <summary>Whether the paper's own sums end in ",50" rather than ".50".</summary>
    private static bool CommaIsDecimal(PaperText text)
    {
        int commas = 0;
        foreach (string cell in text.Cells.Select(cell => cell.Text))
        {
            for (int at = 1; at + 2 < cell.Length; at++)
            {
                bool cents =
                    char.IsAsciiDigit(cell[at - 1])
                    && char.IsAsciiDigit(cell[at + 1])
                    && char.IsAsciiDigit(cell[at + 2])
                    && (at + 3 == cell.Length || !char.IsAsciiDigit(cell[at + 3]) && cell[at + 3] is not ('.' or ','));
                commas +=
                    !cents ? 0
                    : cell[at] == ',' ? 1
                    : cell[at] == '.' ? -1
                    : 0;
            }
        }

        return commas > 0;
    }
}

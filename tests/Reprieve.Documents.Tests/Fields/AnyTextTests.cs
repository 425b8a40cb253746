using CsCheck;
using Reprieve.Documents.Fields;
using Reprieve.Documents.Fields.Lines;
using Reprieve.Documents.Fields.Parties;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Fields;

public sealed class AnyTextTests
{
    private static readonly CompanyNames Names = new(KnowledgeLoader.BuiltIn);
    private static readonly FieldReader Fields = new(KnowledgeLoader.BuiltIn, Names);

    private static readonly string[] Pieces =
    [
        "Invoice No.",
        "Invoice date:",
        "Bill to",
        "Seller:",
        "Qty",
        "Description",
        "Amount",
        "Total",
        "12",
        "1.200,00",
        "2026-01-31",
        "03/04/2026",
        "名称：",
        "销售方",
        "数量",
        "Rechnung",
        "GmbH",
        "a@b.de",
        "www.x.cn",
        "+86 10",
        "·",
        "|",
        ":",
        "#",
        "B0TESTAA01",
        "kWh",
        "\uD800",
        "ﬁ",
        "",
        " ",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    // Text as papers have it: labels, values and noise in any order at any place.
    private static readonly Gen<PaperCell> Cell =
        from text in Gen.OneOf(Piece, Gen.String, Piece.Array[1, 4].Select(p => string.Join(' ', p)))
        from left in Gen.Double[0, 500]
        select new PaperCell(
            Folded.Text(text) is { Length: > 0 } folded ? folded : "x",
            left,
            left + text.Length * 5,
            10
        );

    private static readonly Gen<PaperText> Paper =
        from rows in Cell.Array[1, 4].Array[0, 25]
        select new PaperText(
            [.. rows.Select((cells, i) => new PaperLine(1 + i / 20, i * 12, 10, [.. cells.OrderBy(c => c.Left)]))],
            2
        );

    [Fact]
    public void Any_text_is_read_without_fault() =>
        Paper.Sample(
            text =>
            {
                PaperFields fields = Fields.Read(text, new DocumentContext { LegalNames = ["Lantern Ltd"] });
                fields.Lines.ShouldAllBe(line => line.Page >= 1 && (line.Quantity == null || line.Quantity >= 0));
            },
            iter: 300
        );

    [Fact]
    public void Any_figure_is_read_without_fault() =>
        Gen.Select(Gen.String, Gen.Bool).Sample((text, comma) => Figure.Values(text, comma).Count <= 2);

    [Fact]
    public void Any_contact_is_read_without_fault() =>
        Gen.Select(Gen.String, Gen.Bool)
            .Sample(
                (text, labelled) =>
                {
                    _ = Contacts.Email(text);
                    _ = Contacts.Website(text);
                    _ = Contacts.Phone(text, labelled);
                }
            );

    [Fact]
    public void Any_name_equals_itself() =>
        Gen.String[Gen.Char.AlphaNumeric, 1, 30].Sample(name => Names.Compare(name, [name]) == Likeness.Same);

    [Fact]
    public void Folding_twice_changes_nothing_more() =>
        Gen.String.Sample(text => Folded.Text(Folded.Text(text)) == Folded.Text(text));

    [Fact]
    public void A_key_is_as_long_as_its_text() => Gen.String.Sample(text => Folded.Key(text).Length == text.Length);
}

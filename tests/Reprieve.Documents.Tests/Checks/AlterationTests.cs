using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Checks;

public sealed class AlterationTests
{
    private static readonly (double, double, double) Black = (0, 0, 0);
    private static readonly (double, double, double) White = (1, 1, 1);
    private static readonly (double, double, double) Yellow = (1, 0.95, 0.3);

    private static List<DocumentFinding> Of(Document document, string rule) =>
        [.. document.Findings.Where(finding => finding.Rule == rule)];

    private static Paper Invoice(string total = "1,500.00", string quantity = "600", string amount = "1,500.00") =>
        new Paper()
            .At(40, 50, "Brightwell Housewares Ltd", 14)
            .At(400, 50, "INVOICE", 14)
            .At(40, 80, "Invoice No. 881")
            .Row(290, (40, "Item"), (110, "Description"), (330, "Qty"), (400, "Unit Price"), (490, "Amount"))
            .Row(306, (40, "BW-221"), (110, "Garlic press"), (330, quantity), (400, "2.50"), (490, amount))
            .Row(321, (40, "BW-222"), (110, "Cup, blue"), (330, "10"), (400, "1.00"), (490, "10.00"))
            .Row(336, (40, "BW-223"), (110, "Cup, red"), (330, "10"), (400, "1.00"), (490, "10.00"))
            .Row(360, (400, "Total"), (490, total));

    [Fact]
    public void A_paper_that_adds_up_is_not_odd() => Of(Invoice("1,520.00").Read(), "DOC-08").ShouldBeEmpty();

    [Fact]
    public void A_total_that_the_lines_do_not_make_is_told() =>
        Of(Invoice("2,520.00").Read(), "DOC-08").ShouldHaveSingleItem().Message.ShouldContain("1520.00");

    [Fact]
    public void A_line_whose_quantity_does_not_make_its_amount_is_told()
    {
        DocumentFinding finding = Of(Invoice("1,520.00", quantity: "900").Read(), "DOC-08").ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warn);
        finding.Message.ShouldContain("900 × 2.50");
    }

    [Fact]
    public void Carriage_and_a_discount_may_stand_between_lines_and_total()
    {
        Paper paper = Invoice("1,500.00")
            .Row(374, (400, "Discount"), (490, "40.00"))
            .Row(388, (400, "Freight"), (490, "20.00"));

        Of(paper.Read(), "DOC-08").ShouldBeEmpty();
    }

    [Fact]
    public void Text_under_a_white_box_is_told() =>
        Of(Invoice("1,520.00").At(40, 110, "Date: 2024-01-05").Box(38, 100, 120, 14, White).Read(), "DOC-08")
            .ShouldHaveSingleItem()
            .Message.ShouldContain("2024-01-05");

    [Fact]
    public void A_white_page_behind_the_text_covers_nothing() =>
        Of(Invoice("1,520.00").Box(30, 300, 400, 30, White, before: true).Read(), "DOC-08").ShouldBeEmpty();

    [Fact]
    public void One_figure_in_two_fonts_is_told() =>
        Of(Invoice("1,520.00").In("F7", 40, 130, "Order 4").In("F8", 70.5, 130, "19").Read(), "DOC-08")
            .ShouldHaveSingleItem()
            .Message.ShouldContain("two fonts");

    [Fact]
    public void Label_and_value_may_stand_in_two_fonts() =>
        Of(Invoice("1,520.00").In("F7", 40, 130, "Order 4:").In("F8", 80, 130, "19").Read(), "DOC-08").ShouldBeEmpty();

    [Theory]
    [InlineData("/Creator (Adobe Photoshop 25.1) /Producer (x)", "Photoshop")]
    [InlineData("/CreationDate (D:20260301090000Z) /ModDate (D:20260905120000Z)", "2026-09-05")]
    public void What_the_file_says_of_its_making_is_told(string information, string said)
    {
        byte[] bytes = Invoice("1,520.00")
            .Box(0, 0, 1, 1, White)
            .Raw()
            .Object(9, $"<< {information} >>")
            .Bytes("/Root 1 0 R /Info 9 0 R");

        Of(Reader.Read(bytes, "a.pdf"), "DOC-08").ShouldHaveSingleItem().Message.ShouldContain(said);
    }

    [Fact]
    public void A_file_saved_over_an_earlier_state_is_told_unless_it_is_signed()
    {
        byte[] once = Invoice("1,520.00").Box(0, 0, 1, 1, White).Raw().Bytes();
        string end = "\nstartxref\n" + LastXref(once) + "\n%%EOF\n";

        Of(Reader.Read(once, "a.pdf"), "DOC-08").ShouldBeEmpty();
        Of(Reader.Read([.. once, .. Latin(end)], "a.pdf"), "DOC-08").ShouldHaveSingleItem();
        Of(Reader.Read([.. once, .. Latin("%/ByteRange" + end)], "a.pdf"), "DOC-08").ShouldBeEmpty();
    }

    [Fact]
    public void Hidden_prices_are_allowed() =>
        Of(Invoice("1,520.00").Box(395, 297, 40, 12, Black).Read(), "DOC-09")[0].Severity.ShouldBe(Severity.Info);

    [Fact]
    public void Anything_else_hidden_warns_and_what_is_still_legible_beneath_is_told()
    {
        List<DocumentFinding> findings = Of(Invoice("1,520.00").Box(38, 71, 90, 12, Black).Read(), "DOC-09");

        findings.Count.ShouldBe(2);
        findings.ShouldAllBe(finding => finding.Severity == Severity.Warn);
    }

    [Fact]
    public void A_dark_heading_with_letters_on_it_hides_nothing() =>
        Of(Invoice("1,520.00").Box(38, 281, 300, 14, Black, before: true).Read(), "DOC-09").ShouldBeEmpty();

    [Fact]
    public void Highlighting_is_asked_for_until_it_is_there()
    {
        var context = new DocumentContext { Asins = ["B0TESTAA01"] };

        Of(Invoice().Read(context), "DOC-10").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Info);
        Of(Invoice().Box(38, 297, 300, 12, Yellow, before: true).Read(context), "DOC-10").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Highlight")]
    [InlineData("FreeText")]
    public void A_marked_bill_warns(string subtype)
    {
        byte[] bytes = new Paper()
            .At(40, 50, "Electricity Bill", 14)
            .Box(0, 0, 1, 1, White)
            .Raw($"/Annots [<< /Type /Annot /Subtype /{subtype} /Rect [10 10 90 30] >>]")
            .Bytes();

        Of(Reader.Read(bytes, "bill.pdf"), "DOC-10").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
    }

    private static byte[] Latin(string text) => System.Text.Encoding.Latin1.GetBytes(text);

    private static string LastXref(byte[] file)
    {
        string text = System.Text.Encoding.Latin1.GetString(file);
        int at = text.LastIndexOf("startxref", StringComparison.Ordinal);
        return text[(at + 10)..].Split('\n')[0];
    }
}

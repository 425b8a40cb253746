using System.Text;
using Reprieve.Knowledge;
using Reprieve.Practices.Buyers;
using Reprieve.Practices.Mapping;
using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

public sealed class ColumnNamesTests
{
    private static readonly IReadOnlyList<ReportColumns> Entries =
    [
        .. KnowledgeLoader.BuiltIn.Columns.Where(entry => entry.Report != BuyerColumns.Report),
    ];

    [Fact]
    public void Every_entry_names_a_report_and_columns_that_it_reads() =>
        Entries.ShouldAllBe(entry =>
            entry.OnlySuggested
                ? entry.Columns.Keys.All(MappableKinds.ColumnsOf(entry.Report).Contains)
                : entry.Columns.Keys.All(ReportKind.All.Single(kind => kind.Name == entry.Report).Columns.Contains)
        );

    [Fact]
    public void No_name_stands_for_two_columns_of_a_report()
    {
        foreach (IGrouping<string, ReportColumns> report in Entries.Where(e => !e.OnlySuggested).GroupBy(e => e.Report))
        {
            List<(string Name, string Column)> names =
            [
                .. report
                    .SelectMany(entry => entry.Columns)
                    .SelectMany(pair => pair.Value.Select(name => (Header.Normalise(name), pair.Key)))
                    .Distinct(),
            ];
            names.GroupBy(pair => pair.Name).ShouldAllBe(same => same.Count() == 1, report.Key);
            IReadOnlyList<string> own = ReportKind.All.Single(kind => kind.Name == report.Key).Columns;
            names.ShouldAllBe(pair => !own.Contains(pair.Name) || pair.Name == pair.Column, report.Key);
        }
    }

    [Theory]
    [InlineData("Datum\tBewertung\tKommentare\tIhre Antwort\tBestellnummer\tE-Mail des Bewerters")]
    [InlineData("Date\tÉvaluation\tCommentaire\tVotre réponse\tOrder ID\tE-mail")]
    [InlineData("Date\tRating\tComentarios\tRespuesta\tNúmero de pedido\tE-mail")]
    [InlineData("Data\tOcena\tKomentarze\tOdpowiedź\tNumer zamówienia\tE-mail")]
    [InlineData("日付\t評価\tコメント\t返信\t注文番号\t評価者")]
    [InlineData("日期\t评级\t评论\t您的回复\t订单编号\t邮箱")]
    public void Feedback_is_known_in_the_languages_of_the_stores(string header)
    {
        using CaseFolder folder = new CaseFolder().With("f.txt", header, $"2026-08-10\t1\tx\t\t{Id(1)}\t");
        ReviewedFile file = folder.Orders(Order(Id(1), "2026-08-01")).Review().Files.Single(f => f.Path == "f.txt");
        (file.Type, file.Rows, file.RejectedRows).ShouldBe(("seller_feedback", 1, 0));
    }

    [Theory]
    [InlineData("shift_jis", "商品名\t出品ID\t出品者SKU\t価格\t数量\t商品ID\tコンディション説明", "listings")]
    [InlineData("gb18030", "订单编号,承诺发货日期,发货确认日期,承运商", "shipments")]
    [InlineData(
        "windows-1252",
        "Bestellnummer;Voraussichtliches Versanddatum;Datum der Versandbestätigung",
        "shipments"
    )]
    public void A_header_is_read_in_the_encoding_of_its_file(string encoding, string header, string type)
    {
        string filler =
            encoding == "shift_jis" ? "防水スポーツ時計 メンズ"
            : encoding == "gb18030" ? "顺丰速运中国"
            : "Größe übergroß";
        string rows = string.Concat(Enumerable.Repeat(header[0] + filler + "\n", 30));
        using CaseFolder folder = new CaseFolder().WithText(
            "report.txt",
            header + "\n" + rows,
            CodePagesEncodingProvider.Instance.GetEncoding(encoding)
        );
        ReportRecogniser.TypeOf(Path.Combine(folder.Path, "report.txt")).ShouldBe(type);
    }

    [Fact]
    public void Names_of_other_systems_are_suggested_and_recognise_nothing() =>
        Header.In("订单号,发货时间,物流商,跟踪号").ShouldBeNull();
}

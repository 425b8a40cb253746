using Reprieve.Practices.Mapping;
using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Mapping;

public sealed class TableMapperTests
{
    [Theory]
    [InlineData("kaggle-amazon-sale-report.dibroot.csv", "Date", "Qty")]
    [InlineData("kaggle-amazon-sale-report.pandiselvam.csv", "Date", "Qty", "Status", "Fulfilment")]
    public void The_sale_reports_of_unknown_origin_are_offered_for_mapping(string file, params string[] named)
    {
        byte[] bytes = File.ReadAllBytes(Repository.Shared($"samples/{file}"));
        using CaseFolder folder = new CaseFolder().WithBytes("sales.csv", bytes);
        string path = Path.Combine(folder.Path, "sales.csv");

        folder.Review().Unreadable.ShouldHaveSingleItem().Error.ShouldContain("reprieve map sales.csv");
        ReportRecogniser.Advice(path).ShouldNotBeNull().ShouldContain("reprieve map");
        TableLook look = TableMapper.Look(path, TableFormats.BuiltIn);
        (look.KnownAs, look.SuggestedAs).ShouldBe((null, "all_orders"));
        IReadOnlyList<ColumnSuggestion> suggested = look.Suggestions["all_orders"];
        suggested.Single(s => s.Column == "amazon-order-id").Name.ShouldBe("Order ID");
        suggested.Select(s => s.Name).Order().ShouldBeSubsetOf(look.Header);
        named.ShouldBeSubsetOf(suggested.Select(s => s.Name));
    }

    [Fact]
    public void A_mapped_sale_report_is_reviewed_as_what_it_was_mapped_to()
    {
        byte[] bytes = File.ReadAllBytes(Repository.Shared("samples/kaggle-amazon-sale-report.pandiselvam.csv"));
        using CaseFolder folder = new CaseFolder().WithBytes("sales.csv", bytes);
        TableLook look = TableMapper.Look(Path.Combine(folder.Path, "sales.csv"), TableFormats.BuiltIn);
        TableMappingFile
            .Remember(
                folder.Path,
                new TableMapping
                {
                    Header = look.Header,
                    As = "all_orders",
                    Columns = look.Suggestions["all_orders"].ToDictionary(s => s.Column, s => s.Name),
                }
            )
            .ShouldBeTrue();
        Review review = folder.Review("2022-05-20");
        ReviewedFile file = review.Files.ShouldHaveSingleItem();
        (file.Type, file.Fills, file.RejectedRows).ShouldBe(("mapped", "all_orders", 0));
        file.Rows!.Value.ShouldBeGreaterThan(500);
        review.Marketplace.ShouldBe("amazon.in");
        review.Of("order_defect_rate").Missing.ShouldNotContain("all_orders");
        review.Metrics.Max(metric => metric.Denominator).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Columns_are_told_by_their_names_in_other_systems_and_by_what_their_values_look_like()
    {
        using CaseFolder folder = new CaseFolder().WithText(
            "erp.csv",
            "平台单号,买家邮箱,最晚发货时间,发货时间,渠道,单号,数量\n"
                + string.Concat(
                    Enumerable
                        .Range(1, 20)
                        .Select(n =>
                            $"{Id(n)},b{n}@example.com,2026-09-1{n % 9},2026-09-0{1 + (n % 8)},YunExpress,YT26{n:D14},2\n"
                        )
                )
        );
        TableLook look = TableMapper.Look(Path.Combine(folder.Path, "erp.csv"), TableFormats.BuiltIn);
        look.SuggestedAs.ShouldBe("shipments");
        look.Columns.Select(column => column.LooksLike)
            .ShouldBe(["order_id", "e_mail", "date", "date", "carrier", "tracking", "number"]);
        look.Columns[1].Examples.ShouldBeEmpty();
        look.Suggestions["shipments"]
            .Select(s => (s.Column, s.Name, s.Sure))
            .ShouldBe([
                ("order-id", "平台单号", true),
                ("ship-by", "最晚发货时间", true),
                ("ship-confirmed", "发货时间", true),
                ("carrier", "渠道", true),
                ("tracking-id", "单号", false),
                ("quantity", "数量", true),
            ]);
    }

    [Fact]
    public void A_mapped_table_is_read_with_its_words_and_what_holds_for_all_rows()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-09-01"), Order(Id(2), "2026-09-01"))
            .WithText("faelle.csv", $"Bestellung;Ergebnis\n{Id(1)};Genehmigt\n{Id(2)};abgelehnt\n{Id(2)};offen\n");
        File.WriteAllText(
            Path.Combine(folder.Path, "tables.yaml"),
            """
            tables:
              - header: [Ergebnis, Bestellung]
                as: claims
                columns: {order-id: Bestellung, status: Ergebnis}
                set: {type: a_to_z}
                values: {status: {Genehmigt: granted, abgelehnt: denied}}
            """
        );
        Review review = folder.Review();
        ReviewedFile file = review.Files[0];
        (file.Path, file.Type, file.Rows, file.RejectedRows).ShouldBe(("faelle.csv", "mapped", 3, 1));
        review.Of("a_to_z_rate").Orders.ShouldBe([Id(1)]);
        review.Rejected.ShouldHaveSingleItem().Reason.ShouldContain("offen");
        review.Of("a_to_z_rate").Missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no table at all", "MapNoTable")]
    [InlineData("", "MapNoTable")]
    [InlineData("one\n1\n2\n", "MapNoTable")]
    public void What_is_no_table_is_said_so(string text, string key)
    {
        using CaseFolder folder = new CaseFolder().WithText("x.csv", text);
        Should
            .Throw<FormatException>(() => TableMapper.Look(Path.Combine(folder.Path, "x.csv"), TableFormats.BuiltIn))
            .Message.ShouldBe(Say.Texts.Get(key));
    }
}

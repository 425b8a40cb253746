using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports.Containers;

public sealed class WorkbookTests
{
    private static readonly object?[] Header = [.. ShipmentHeader.Split('\t')];

    [Fact]
    public void Dates_are_dates_formulas_have_their_values_and_numbers_all_their_digits()
    {
        using CaseFolder folder = new CaseFolder().WithBytes(
            "shipments.xlsx",
            Xlsx.Of([
                Header,
                [
                    new Formula("CONCATENATE(A9)", Id(1)),
                    new DateOnly(2026, 9, 10),
                    new DateTime(2026, 9, 10, 18, 30, 0),
                    "UPS",
                    123456789012345.0,
                    new DateTime(2026, 9, 11, 0, 0, 0),
                    "2026-09-15",
                    null,
                    2,
                ],
            ])
        );
        Imports imports = Read(folder, "shipments.xlsx");
        imports.Rejected.ShouldBeEmpty();
        PackageRow row = imports.Packages[0];
        row.Order.Text(imports.Names).ShouldBe(Id(1));
        (row.ShipBy.Clock, row.ShipBy.WholeDay).ShouldBe((new DateTime(2026, 9, 10), true));
        (row.Confirmed.Clock, row.Confirmed.WholeDay).ShouldBe((new DateTime(2026, 9, 10, 18, 30, 0), false));
        // Midnight in a cell that shows times is a time.
        (row.FirstScan.Clock, row.FirstScan.WholeDay).ShouldBe((new DateTime(2026, 9, 11), false));
        row.DeliverBy.WholeDay.ShouldBeTrue();
        row.Delivered.Known.ShouldBeFalse();
        row.Tracking.ShouldBe(TextHash.Of("123456789012345"u8));
        row.Units.ShouldBe(2);
    }

    [Fact]
    public void Every_sheet_with_a_known_header_is_read_and_others_are_passed_over()
    {
        using CaseFolder folder = new CaseFolder().WithBytes(
            "book.xlsx",
            Xlsx.Of(
                (
                    "Notes",
                    [
                        ["Do not touch", "this sheet"],
                    ]
                ),
                (
                    "Claims",
                    [
                        ["order-id", "type", "opened", "status"],
                        [Id(1), "a_to_z", "2026-08-10", "granted"],
                    ]
                ),
                (
                    "Asked",
                    [
                        ["order-id", "requested-by"],
                        [Id(2), "buyer"],
                        [Id(3), "the cat"],
                    ]
                )
            )
        );
        Review review = folder.Review(hashed: true);
        review
            .Files.Select(file => (file.Path, file.Type, file.Rows, file.RejectedRows))
            .ShouldBe([("book.xlsx/Claims", "claims", 1, 0), ("book.xlsx/Asked", "cancellations", 2, 1)]);
        review.Unreadable.ShouldBeEmpty();
        string sha256 = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, "book.xlsx")))
        );
        review.Files.ShouldAllBe(file => file.Sha256 == sha256);
        ReportRecogniser
            .TablesIn(Path.Combine(folder.Path, "book.xlsx"))
            .Select(table => table.Type)
            .ShouldBe(["claims", "cancellations"]);
    }

    [Fact]
    public void A_title_above_the_header_is_passed_over_and_rows_keep_the_numbers_that_excel_shows()
    {
        using CaseFolder folder = new CaseFolder().WithBytes(
            "claims.xlsx",
            Xlsx.Of([
                ["Claims of our store"],
                [],
                ["order-id", "type", "opened", "status"],
                [Id(1), "a_to_z", "2026-08-10", "granted"],
                [],
                ["no order", "a_to_z", "2026-08-10", "granted"],
            ])
        );
        Review review = folder.Review();
        ReviewedFile file = review.Files.ShouldHaveSingleItem();
        (file.Path, file.Rows, file.RejectedRows).ShouldBe(("claims.xlsx", 2, 1));
        review.Rejected.ShouldHaveSingleItem().Row.ShouldBe(6);
    }

    [Fact]
    public void A_workbook_that_nothing_recognises_is_offered_for_mapping_or_said_to_be_unknown()
    {
        using CaseFolder folder = new CaseFolder()
            .WithBytes(
                "erp.xlsx",
                Xlsx.Of([
                    ["Bestellung", "Versandt am"],
                    [Id(1), new DateOnly(2026, 9, 1)],
                    [Id(2), new DateOnly(2026, 9, 2)],
                ])
            )
            .WithBytes(
                "other.xlsx",
                Xlsx.Of([
                    ["Name", "Price"],
                    ["Cup", 3.5],
                ])
            )
            .WithBytes("void.xlsx", Xlsx.Of(("Sheet1", [])));
        Dictionary<string, string> said = folder
            .Review()
            .Unreadable.ToDictionary(file => file.Source, file => file.Error);
        said["erp.xlsx"].ShouldContain("reprieve map erp.xlsx");
        said["erp.xlsx"].ShouldContain("Bestellung");
        said["other.xlsx"].ShouldContain("No report is known");
        said["void.xlsx"].ShouldContain("no rows");
    }

    [Fact]
    public void Damaged_and_hostile_workbooks_are_unreadable_with_what_to_do()
    {
        byte[] good = Xlsx.Of([
            ["order-id", "requested-by"],
            [Id(1), "buyer"],
        ]);
        string wide = string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 3000));
        string entities =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>";
        using CaseFolder folder = new CaseFolder()
            .WithBytes("cut.xlsx", good[..^40])
            .WithBytes(
                "wide.xlsx",
                Xlsx.Raw(
                    (
                        "S",
                        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">{wide}</row></sheetData></worksheet>"
                    )
                )
            )
            .WithBytes("entities.xlsx", Xlsx.Raw(("S", entities)))
            .WithBytes("no-xml.xlsx", Xlsx.Raw(("S", "order-id,requested-by")));
        Review review = folder.Review();
        review.Files.ShouldBeEmpty();
        review
            .Unreadable.Select(file => file.Source)
            .ShouldBe(["cut.xlsx", "entities.xlsx", "no-xml.xlsx", "wide.xlsx"]);
        review.Unreadable.ShouldAllBe(file => file.Error.Length > 20);
    }

    [Fact]
    public void A_row_number_beyond_any_sheet_ends_the_reading()
    {
        string sheet = Xlsx.Sheet([
                ["order-id", "requested-by"],
                [Id(1), "buyer"],
            ])
            .Replace(
                "</sheetData>",
                $"<row r=\"2000000000\"><c r=\"A2000000000\" t=\"inlineStr\"><is><t>{Id(2)}</t></is></c></row></sheetData>"
            );
        using CaseFolder folder = new CaseFolder().WithBytes("far.xlsx", Xlsx.Raw(("S", sheet)));
        ReviewedFile file = folder.Review().Files.ShouldHaveSingleItem();
        file.Rows.ShouldBe(1);
    }

    private static Imports Read(CaseFolder folder, string file)
    {
        var imports = new Imports(bytes: 0);
        new ReportFile(ReportSource.OfFile(Path.Combine(folder.Path, file), file), TableFormats.BuiltIn).ReadInto(
            imports,
            (_, _) => { },
            TestContext.Current.CancellationToken
        );
        return imports;
    }
}

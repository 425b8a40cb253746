using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports.Containers;

/// <summary>A table means the same in whatever it comes.</summary>
public sealed class SameTableTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.Const(""),
        Gen.Const("UPS"),
        Gen.Const("2026-09-10"),
        Gen.Const("9/13/2026 5:00 PM"),
        Gen.Const("not a date"),
        Gen.Const("a,b;c"),
        Gen.Const("say \"yes\""),
        Gen.Const("<td>&amp;"),
        Gen.Const("追踪"),
        Gen.Int[0, 30].Select(n => n.ToString(CultureInfo.InvariantCulture))
    );

    private static readonly Gen<string[][]> Rows = Gen.Select(
            Gen.Int[0, 4].Select(n => n == 0 ? "no order" : CaseFolder.Id(n)),
            Cell.Array[0, 8]
        )
        .Select((id, cells) => (string[])[id, .. cells])
        .Array[0, 8];

    [Fact]
    public void Text_workbook_page_and_archive_give_the_same_rows_and_rejections()
    {
        string[] header = CaseFolder.ShipmentHeader.Split('\t');
        using var folder = new CaseFolder();
        Rows.Sample(
            rows =>
            {
                string[][] all = [header, .. rows];
                string csv = string.Concat(all.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));
                string html =
                    "<html><table>"
                    + string.Concat(
                        all.Select(row =>
                            $"<tr>{string.Concat(row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr>"
                        )
                    )
                    + "</table></html>";
                string expected = Shown(folder, Encoding.UTF8.GetBytes(csv));
                Shown(folder, Xlsx.Of([.. all.Select(row => (IReadOnlyList<object?>)row)])).ShouldBe(expected);
                Shown(folder, Encoding.UTF8.GetBytes(html)).ShouldBe(expected);
                Shown(folder, Zipped.Of("in.csv", csv)).ShouldBe(expected);
            },
            iter: 150,
            threads: 1
        );
    }

    [Fact]
    public void Whatever_byte_is_damaged_the_file_is_read_or_unreadable_and_nothing_is_thrown()
    {
        byte[] book = Xlsx.Of([
            ["order-id", "requested-by"],
            [CaseFolder.Id(1), "buyer"],
        ]);
        byte[] zip = Zipped.Of("asked.csv", $"order-id,requested-by\n{CaseFolder.Id(1)},buyer\n");
        byte[] page = Encoding.UTF8.GetBytes(
            $"<html><table><tr><td rowspan=2 colspan=3>order-id<td>requested-by<tr><td>{CaseFolder.Id(1)}<td>buyer</table>"
        );
        using var folder = new CaseFolder();
        Gen.Select(Gen.Int[0, 2], Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 6])
            .Sample(
                (which, damage) =>
                {
                    byte[] bytes =
                    [
                        .. which == 0 ? book
                        : which == 1 ? zip
                        : page,
                    ];
                    foreach ((int at, byte to) in damage)
                    {
                        bytes[at % bytes.Length] = to;
                    }

                    Imports imports = Import(folder, bytes);
                    (imports.Files.Count + imports.Unreadable.Count).ShouldBeGreaterThan(0);
                },
                iter: 400,
                threads: 1
            );
    }

    private static string Shown(CaseFolder folder, byte[] bytes)
    {
        Imports imports = Import(folder, bytes);
        imports.Unreadable.ShouldBeEmpty();
        var text = new StringBuilder();
        for (int i = 0; i < imports.Packages.Count; i++)
        {
            PackageRow row = imports.Packages[i];
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{row.Order.Text(imports.Names)} {row.ShipBy} {row.Confirmed} {row.FirstScan} {row.DeliverBy} {row.Delivered} {row.Units} {imports.Names[row.Carrier]} {row.Tracking}"
            );
        }

        imports.Rejected.ForEach(row => text.AppendLine(CultureInfo.InvariantCulture, $"{row.Row}: {row.Reason}"));
        return text.Append(imports.Files.ShouldHaveSingleItem().Rows).ToString();
    }

    private static Imports Import(CaseFolder folder, byte[] bytes)
    {
        string path = Path.Combine(folder.Path, "table");
        File.WriteAllBytes(path, bytes);
        var imports = new Imports(bytes: 0);
        new ReportFile(ReportSource.OfFile(path, "table"), TableFormats.BuiltIn).ReadInto(
            imports,
            (_, _) => { },
            CancellationToken.None
        );
        return imports;
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
}

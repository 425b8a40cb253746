using System.Text;

namespace Reprieve.Practices.Tests.Reports;

public sealed class ReportEncodingTests
{
    private const string German = "Größe für Türschlösser – schwarz, wärmedämmend und geprüft";
    private const string Japanese = "防水スポーツ時計 メンズ 軽量 デジタル腕時計 日本語説明書付き";
    private const string Chinese = "防水运动手表 男士 轻便 数字腕表 附中文说明书 高品质表带";

    public static TheoryData<string, string, bool> Files() =>
        new()
        {
            { "utf-8", Japanese, false },
            { "utf-8", German, true },
            { "utf-16", Chinese, true },
            { "utf-16", German, false },
            { "utf-16BE", Chinese, true },
            { "windows-1252", German, false },
            { "iso-8859-1", "Größe für Türschlösser, wärmedämmend und geprüft", false },
            { "shift_jis", Japanese, false },
            { "gb18030", Chinese, false },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_encoding_that_amazon_excel_and_erps_write_is_read(string name, string text, bool mark)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        string table =
            "seller-sku\titem-name\tlisting-id\titem-description\tasin1\tstatus\n"
            + string.Concat(
                Enumerable.Range(1, 20).Select(n => $"S{n}\t{text}\tL{n}\treplica {text}\tB00000000{n % 10}\tActive\n")
            );
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(table)];
        using CaseFolder folder = new CaseFolder().WithBytes("listings.txt", bytes);
        Practices.Reports.ReportRecogniser.TypeOf(Path.Combine(folder.Path, "listings.txt")).ShouldBe("listings");
        var imports = new Practices.Reports.Imports(bytes: 0);
        new Practices.Reports.ReportFile(
            Practices.Reports.ReportSource.OfFile(Path.Combine(folder.Path, "listings.txt"), "listings.txt"),
            Practices.Reports.TableFormats.BuiltIn
        ).ReadInto(imports, (_, _) => { }, TestContext.Current.CancellationToken);
        imports.Rejected.ShouldBeEmpty();
        imports.Listings.Count.ShouldBe(20);
        imports.Listings.ShouldAllBe(listing => listing.Name.ToString() == text);
    }

    [Fact]
    public void A_utf8_file_is_known_though_the_sample_ends_within_a_character()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("aé防😀");
        for (int length = 1; length <= bytes.Length; length++)
        {
            Practices.Reports.ReportEncoding.Of(bytes.AsSpan(0, length), whole: false).WebName.ShouldBe("utf-8");
        }
    }
}

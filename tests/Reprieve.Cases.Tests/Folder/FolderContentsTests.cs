using System.Globalization;
using System.IO.Compression;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Practices;

namespace Reprieve.Cases.Tests.Folder;

public sealed class FolderContentsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-contents-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Archives_and_pages_with_reports_are_reports_and_stand_once_for_each_type_they_fill()
    {
        using (ZipArchive zip = ZipFile.Open(Path.Combine(_folder, "pack.zip"), ZipArchiveMode.Create))
        {
            Write(zip, "a.txt", "order-id\trequested-by\n111-0000001-0000007\tbuyer\n");
            Write(zip, "b.csv", "order-id,type,opened,status\n");
        }

        Write("page.html", "<html><table><tr><td>order-id<td>requested-by</table></html>");
        FolderContents contents = Contents();
        contents.Reports.ShouldBe([
            ("pack.zip", "cancellations"),
            ("pack.zip", "claims"),
            ("page.html", "cancellations"),
        ]);
        contents.Messages.ShouldBeEmpty();
        contents.Unrecognised.ShouldBeEmpty();
    }

    [Fact]
    public void A_photo_in_a_form_that_nothing_reads_is_told_how_to_be_saved()
    {
        File.WriteAllBytes(
            Path.Combine(_folder, "IMG_1.HEIC"),
            [0, 0, 0, 24, 102, 116, 121, 112, 104, 101, 105, 99, 0, 1, 2]
        );

        Contents().Unrecognised.Single().Error.ShouldContain("JPG");
    }

    [Fact]
    public void A_page_with_a_notice_stays_a_message()
    {
        Write(
            "notice.html",
            "<html><body><table><tr><td><p>Hello, your account has been deactivated because your late shipment rate is too high.</p></td></tr><tr><td>Order ID</td><td>Ship by</td></tr></table></body></html>"
        );
        Contents().Messages.ShouldBe(["notice.html"]);
    }

    [Fact]
    public void What_was_mapped_fills_the_type_it_was_mapped_to_and_the_file_that_says_so_is_ours()
    {
        Write("erp.csv", "Ref;Gesendet\n111-0000001-0000007;2026-09-01\n");
        UnreadableFile unknown = Contents().Unrecognised.ShouldHaveSingleItem();
        unknown.Error.ShouldContain("reprieve map erp.csv");
        Write(
            "tables.yaml",
            "tables:\n  - header: [Ref, Gesendet]\n    as: shipments\n    columns: {order-id: Ref, ship-confirmed: Gesendet}\n"
        );
        FolderContents contents = Contents();
        contents.Reports.ShouldBe([("erp.csv", "shipments")]);
        contents.Unrecognised.ShouldBeEmpty();
    }

    [Fact]
    public void A_bomb_and_an_archive_of_nothing_known_are_unrecognised_with_what_to_do()
    {
        using (ZipArchive zip = ZipFile.Open(Path.Combine(_folder, "bomb.zip"), ZipArchiveMode.Create))
        {
            Write(zip, "claims.txt", new string('0', 40_000_000));
        }

        using (ZipArchive zip = ZipFile.Open(Path.Combine(_folder, "letters.zip"), ZipArchiveMode.Create))
        {
            Write(zip, "letter.txt", "Dear Seller");
        }

        Dictionary<string, string> said = Contents().Unrecognised.ToDictionary(file => file.Source, file => file.Error);
        said["bomb.zip"].ShouldContain("not unpacked");
        said["letters.zip"].ShouldContain("unpack them");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void What_the_command_wrote_into_the_folder_is_passed_over(string language)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            Write("get.md", MissingDownloads.Write(KnowledgeLoader.BuiltIn.Downloads, new DateOnly(2026, 9, 30)));
            Write("none.md", MissingDownloads.Write([], new DateOnly(2026, 9, 30)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        Write("bad-rows.csv", "\uFEFF" + RejectedRow.FileHeader + "\r\norders.txt,3,no order id\r\n");
        FolderContents contents = Contents();
        contents.Unrecognised.ShouldBeEmpty();
        contents.Messages.ShouldBeEmpty();
        contents.Reports.ShouldBeEmpty();
        contents.Documents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("file,row,reason,order\r\n")]
    [InlineData("How to get the files that are missing\n")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    public void What_only_looks_like_it_is_not(string text)
    {
        Write("other.txt", text);
        FolderContents contents = Contents();
        (contents.Unrecognised.Count + contents.Messages.Count).ShouldBe(1);
    }

    private FolderContents Contents() => FolderContents.Of(CasePaths.Of(_folder), KnowledgeLoader.BuiltIn);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}

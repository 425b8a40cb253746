using System.Buffers.Binary;
using System.Text;
using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports.Containers;

public sealed class ArchiveTests
{
    private static readonly string Claims = $"{ClaimHeader}\n{Id(1)}\ta_to_z\t2026-08-10\tgranted\n";
    private static readonly string Asked = $"order-id,requested-by\n{Id(2)},buyer\n";

    [Fact]
    public void Each_entry_is_known_by_its_content_and_shown_behind_its_archive()
    {
        using CaseFolder folder = new CaseFolder().WithBytes(
            "pack.zip",
            Zipped.Of(
                ("reports/claims.dat", Bytes(Claims)),
                ("Asked.csv", Bytes(Asked)),
                (
                    "book.xlsx",
                    Xlsx.Of([
                        ["order-id", "requested-by"],
                        [Id(3), "seller"],
                    ])
                ),
                ("inner.zip", Zipped.Of("deep.txt", Asked)),
                ("letter.txt", Bytes("Dear Seller,\nyour account")),
                ("__MACOSX/._claims.dat", [0, 5, 22]),
                (".DS_Store", [1]),
                ("empty/", [])
            )
        );
        Review review = folder.Review();
        review
            .Files.Select(file => (file.Path, file.Type, file.Rows))
            .ShouldBe([
                ("pack.zip/reports/claims.dat", "claims", 1),
                ("pack.zip/Asked.csv", "cancellations", 1),
                ("pack.zip/book.xlsx", "cancellations", 1),
                ("pack.zip/inner.zip/deep.txt", "cancellations", 1),
            ]);
        UnreadableFile letter = review.Unreadable.ShouldHaveSingleItem();
        letter.Source.ShouldBe("pack.zip/letter.txt");
        letter.Error.ShouldContain("unpack them");
        ReportRecogniser
            .TablesIn(Path.Combine(folder.Path, "pack.zip"))
            .Select(table => table.Type)
            .ShouldBe(["claims", "cancellations", "cancellations", "cancellations"]);
    }

    [Theory]
    [InlineData("../claims.txt")]
    [InlineData("a/../../claims.txt")]
    [InlineData("/etc/claims.txt")]
    [InlineData("C:\\claims.txt")]
    [InlineData("..\\claims.txt")]
    public void A_name_that_leaves_the_archive_is_refused_and_the_others_are_read(string name)
    {
        using CaseFolder folder = new CaseFolder().WithBytes(
            "pack.zip",
            Zipped.Of((name, Bytes(Claims)), ("asked.csv", Bytes(Asked)))
        );
        Review review = folder.Review();
        review.Files.ShouldHaveSingleItem().Path.ShouldBe("pack.zip/asked.csv");
        UnreadableFile refused = review.Unreadable.ShouldHaveSingleItem();
        refused.Error.ShouldContain("outside its archive");
        refused.Source.ShouldNotContain("..");
        Directory.GetFiles(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void Names_written_by_a_chinese_windows_are_shown_as_they_are()
    {
        byte[] zip = Zipped.Of("aaaa.csv", Asked);
        // The same length in GBK, and no mark that it is UTF-8.
        byte[] name = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("订单");
        foreach (int at in Places(zip, Encoding.ASCII.GetBytes("aaaa.csv")))
        {
            name.CopyTo(zip, at);
        }

        using CaseFolder folder = new CaseFolder().WithBytes("pack.zip", zip);
        folder.Review().Files.ShouldHaveSingleItem().Path.ShouldBe("pack.zip/订单.csv");
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        using CaseFolder folder = new CaseFolder()
            .WithBytes("zeros.zip", Zipped.Of(("claims.txt", new byte[64 * 1024 * 1024])))
            .WithBytes("liar.zip", WithLength(Zipped.Of("claims.txt", Claims), 5_000_000_000 % uint.MaxValue));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Review review = folder.Review();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(60_000_000);
        review.Files.ShouldBeEmpty();
        review.Unreadable.Select(file => file.Source).ShouldBe(["liar.zip", "zeros.zip"]);
        review.Unreadable.ShouldAllBe(file => file.Error.Contains("It was not unpacked"));
    }

    [Fact]
    public void An_entry_gives_no_more_than_the_archive_says_it_holds()
    {
        byte[] zip = WithLength(Zipped.Of("claims.txt", Claims), ClaimHeader.Length + 1);
        using CaseFolder folder = new CaseFolder().WithBytes("short.zip", zip);
        Review review = folder.Review();
        (review.Files.Sum(file => file.Rows) ?? 0).ShouldBe(0);
    }

    [Fact]
    public void Too_many_entries_and_too_deep_archives_are_refused()
    {
        byte[] deep = Zipped.Of("asked.csv", Asked);
        for (int i = 0; i < 3; i++)
        {
            deep = Zipped.Of(("inner.zip", deep));
        }

        using CaseFolder folder = new CaseFolder()
            .WithBytes("deep.zip", deep)
            .WithBytes(
                "many.zip",
                Zipped.Of([.. Enumerable.Range(0, 1001).Select(n => ($"f{n}", Array.Empty<byte>()))])
            )
            .WithBytes("none.zip", Zipped.Of());
        Review review = folder.Review();
        review.Files.ShouldBeEmpty();
        review.Unreadable.Count.ShouldBe(3);
        review.Unreadable.ShouldContain(file => file.Source == "deep.zip/inner.zip/inner.zip");
        review.Unreadable.ShouldContain(file => file.Source == "many.zip" && file.Error.Contains("1000"));
        review.Unreadable.ShouldContain(file => file.Source == "none.zip" && file.Error.Contains("no files"));
    }

    [Fact]
    public void An_entry_with_a_password_is_named_and_the_others_are_read()
    {
        byte[] zip = Zipped.Of(("secret.csv", Bytes(Asked)), ("claims.txt", Bytes(Claims)));
        foreach (int header in Places(zip, "PK\u0001\u0002"u8.ToArray()).Take(1))
        {
            zip[header + 8] |= 1;
        }

        using CaseFolder folder = new CaseFolder().WithBytes("pack.zip", zip);
        Review review = folder.Review();
        review.Files.ShouldHaveSingleItem().Path.ShouldBe("pack.zip/claims.txt");
        review.Unreadable.ShouldHaveSingleItem().Error.ShouldContain("password");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The archive, whose directory says another length of its first entry.</summary>
    private static byte[] WithLength(byte[] zip, long length)
    {
        int header = Places(zip, "PK\u0001\u0002"u8.ToArray())[0];
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(header + 24), (uint)length);
        return zip;
    }

    private static List<int> Places(byte[] bytes, byte[] part)
    {
        List<int> places = [];
        for (int at = 0; bytes.AsSpan(at).IndexOf(part) is >= 0 and int step; at += step + 1)
        {
            places.Add(at + step);
        }

        return places;
    }
}

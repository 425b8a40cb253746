using System.IO.Compression;
using System.Text;
using Reprieve.Amazon.Pulling;

namespace Reprieve.Amazon.Tests.Pulling;

public sealed class DocumentTextTests : IDisposable
{
    private const long Most = 1 << 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-document").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("shift_jis", "shift_jis", "注文番号\tお客様のコメント")]
    [InlineData("iso-8859-1", "iso-8859-1", "Bestellnummer\tGröße fehlt")]
    [InlineData("utf-8", "iso-8859-1", "Größe und 注文: UTF-8, whatever the answer says")]
    [InlineData("utf-8", null, "Größe")]
    [InlineData("utf-8", "nonsense", "Größe")]
    public void A_text_becomes_utf_8_by_what_it_is(string written, string? named, string text)
    {
        string from = Put(Of(written).GetBytes(text));
        Written(from, gzip: false, named).ShouldBe(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void Bytes_that_fit_nothing_that_is_named_stay_as_they_are()
    {
        // A lead byte of Shift_JIS with nothing behind it.
        byte[] bytes = [.. "order-id\t"u8, 0x81];
        Written(Put(bytes), gzip: false, "shift_jis").ShouldBe(bytes);
        Written(Put(bytes), gzip: false, null).ShouldBe(bytes);
    }

    [Fact]
    public void A_sign_that_two_blocks_share_is_not_torn()
    {
        string text = "x" + string.Concat(Enumerable.Repeat("注文", 70_000));
        string from = Put(Pack(Of("shift_jis").GetBytes(text)));
        Encoding.UTF8.GetString(Written(from, gzip: true, "shift_jis")).ShouldBe(text);
    }

    [Fact]
    public void A_packed_file_that_breaks_off_anywhere_is_not_whole()
    {
        byte[] packed = Pack(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 2000))));
        DocumentText.IsWhole(Put(packed), Most, TestContext.Current.CancellationToken).ShouldBeTrue();
        for (int length = 0; length < packed.Length; length += 97)
        {
            IsWhole(packed[..length]).ShouldBeFalse($"{length} of {packed.Length} bytes");
        }

        IsWhole(packed[..^1]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"a\":[1,2]}", true)]
    [InlineData("{\"a\":[1,", false)]
    [InlineData("order-id\tsku", null)]
    [InlineData("", null)]
    public void What_begins_as_JSON_must_end_as_JSON(string text, bool? whole) =>
        DocumentText.IsJson(Put(Encoding.UTF8.GetBytes(text))).ShouldBe(whole);

    [Fact]
    public void A_file_that_unpacks_to_more_than_the_limit_is_refused()
    {
        string from = Put(Pack(new byte[Most + 1]));
        Should.Throw<AmazonException>(() => DocumentText.IsWhole(from, Most, default)).Message.ShouldContain("GB");
    }

    private bool IsWhole(byte[] bytes)
    {
        try
        {
            return DocumentText.IsWhole(Put(bytes), Most, default);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private byte[] Written(string from, bool gzip, string? charset)
    {
        string to = Path.Combine(_folder, "written");
        DocumentText.Write(from, gzip, charset, to, Most, default);
        return File.ReadAllBytes(to);
    }

    private string Put(byte[] bytes)
    {
        string path = Path.Combine(_folder, "given");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static Encoding Of(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}

using System.IO.Compression;
using System.Text;
using CsCheck;
using Reprieve.Knowledge;
using Reprieve.Practices.Buyers;

namespace Reprieve.Practices.Tests.Buyers;

public sealed class BuyerColumnsTests
{
    private static readonly BuyerColumns Columns = new(KnowledgeLoader.BuiltIn);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    static BuyerColumnsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("order-id\tbuyer-name\tsku\r\n1\tKim Lee\tA-1\r\n", "order-id\tsku\r\n1\tA-1\r\n", 1)]
    [InlineData("Order ID,Buyer Email,SKU\n1,a@b.example,A\n", "Order ID,SKU\n1,A\n", 1)]
    [InlineData(
        "order-id,recipient-name,sku\n1,\"Lee, Kim\",\"A, \"\"1\"\"\"\n",
        "order-id,sku\n1,\"A, \"\"1\"\"\"\n",
        1
    )]
    [InlineData("order-id,ship-address-1,sku\n1,\"5 Mill\nRoad\",A\n2,x,B\n", "order-id,sku\n1,A\n2,B\n", 1)]
    [InlineData("订单号;收件人;SKU\r1;王伟;A\r", "订单号;SKU\r1;A\r", 1)]
    [InlineData("Orders of May\n\norder-id,buyer-phone-number\n1,555\n", "Orders of May\n\norder-id\n1\n", 1)]
    [InlineData("buyer-name\torder-id\tbuyer-email\nKim\t1\ta@b.example", "order-id\n1", 2)]
    [InlineData("order-id\tbuyer-name\n1\n", "order-id\n1\n", 1)]
    public void A_table_loses_the_columns_that_name_buyers_and_nothing_else(string table, string left, int dropped)
    {
        (string text, int gone) = Without(table, Utf8);

        text.ShouldBe(left);
        gone.ShouldBe(dropped);
    }

    [Fact]
    public void A_value_that_reads_like_such_a_column_is_none()
    {
        const string Cancellations = "order-id,requested-by\n111-4428684-3997804,buyer\n";

        Without(Cancellations, Utf8).ShouldBe((Cancellations, 0));
    }

    [Theory]
    [InlineData("order-id,buyer-name,sku\n1,\"Kim Lee,A\n2,Ann Poe,B\n")]
    [InlineData("order-id,buyer-name,sku\n1,Lee, Kim Lee,A\n2,Ann Poe,B\n")]
    [InlineData("order-id\tsku\tbuyer-name\n1\tA\tx\tKim Lee\n2\tB\tAnn Poe\n")]
    public void A_row_with_a_quote_or_delimiter_too_many_does_not_let_a_buyer_through(string table)
    {
        (string text, _) = Without(table, Utf8);

        text.ShouldNotContain("Kim");
        text.ShouldNotContain("Lee");
        text.ShouldNotContain("Ann");
        text.ShouldContain("\n2");
        text.Split('\n').Length.ShouldBe(table.Split('\n').Length);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    [InlineData("shift_jis")]
    [InlineData("gb18030")]
    public void Every_encoding_of_reports_is_kept(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        string city = name switch
        {
            "windows-1252" => "Köln",
            "shift_jis" => "大阪ソ表",
            "gb18030" => "深圳",
            _ => "Köln 深圳",
        };
        string rows = string.Concat(Enumerable.Range(0, 50).Select(i => $"{i}\tKim Lee\t{city}\r\n"));
        byte[] table = [.. encoding.GetPreamble(), .. encoding.GetBytes("order-id\tbuyer-name\tnote\r\n" + rows)];

        using BuyerFreeContent left = Columns.Without(new MemoryStream(table));

        byte[] expected =
        [
            .. encoding.GetPreamble(),
            .. encoding.GetBytes(
                ("order-id\tbuyer-name\tnote\r\n" + rows)
                    .Replace("\tbuyer-name", "", StringComparison.Ordinal)
                    .Replace("\tKim Lee", "", StringComparison.Ordinal)
            ),
        ];
        Bytes(left.Content).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Hello,\n\nthe buyer said that the address, the phone and the e-mail were wrong.\n")]
    [InlineData("order-id\tsku\n1\tA\n")]
    [InlineData("")]
    [InlineData("buyer-name")]
    public void What_has_no_such_column_stays_as_it_is(string text)
    {
        (string left, int dropped) = Without(text, Utf8);

        left.ShouldBe(text);
        dropped.ShouldBe(0);
    }

    [Fact]
    public void Any_bytes_without_such_a_header_come_back_byte_for_byte() =>
        Gen
            .Byte.Array[0, 200_000]
            .Sample(
                bytes =>
                {
                    using BuyerFreeContent left = Columns.Without(new MemoryStream(bytes));
                    return Bytes(left.Content).AsSpan().SequenceEqual(bytes);
                },
                iter: 50
            );

    [Fact]
    public void Whatever_the_fields_hold_the_other_columns_stay()
    {
        Gen<string> field = Gen.Char["ab ,\"\n;é王"].Array[0, 6].Select(text => new string(text));
        Gen.Select(field, field, field)
            .Array[1, 400]
            .Sample(rows =>
            {
                string table = "sku,buyer-name,note\r\n" + Rows(rows, row => [row.Item1, row.Item2, row.Item3]);
                string wanted = "sku,note\r\n" + Rows(rows, row => [row.Item1, row.Item3]);
                return Without(table, Utf8).Text == wanted;
            });
    }

    [Fact]
    public void A_row_longer_than_any_may_be_does_not_let_a_buyer_through()
    {
        string table = "sku\tbuyer-name\tnote\n1\tKim" + new string('K', 2_000_000) + "\tKim\n2\tAnn\tfine\n";

        (string text, _) = Without(table, Utf8);

        text.ShouldNotContain('K');
        text.ShouldEndWith("2\tfine\n");
    }

    [Fact]
    public void Of_an_archive_every_file_is_given_without_buyers()
    {
        using var folder = new Scratch();
        string path = folder.Path("reports.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Add(zip, "orders.txt", "order-id\tbuyer-name\n1\tKim\n");
            Add(zip, "letter.txt", "Dear supplier,\n");
        }

        IReadOnlyList<TableWithoutBuyers> tables = Columns.TablesIn(path, "reports.zip")!;

        tables.Select(table => table.Name).ShouldBe(["reports.zip/orders.txt", "reports.zip/letter.txt"]);
        using BuyerFreeContent orders = tables[0].Open();
        Utf8.GetString(Bytes(orders.Content)).ShouldBe("order-id\n1\n");
        using BuyerFreeContent letter = tables[1].Open();
        Utf8.GetString(Bytes(letter.Content)).ShouldBe("Dear supplier,\n");
    }

    [Fact]
    public void An_archive_that_names_no_buyer_may_stay_as_it_is()
    {
        using var folder = new Scratch();
        string path = folder.Path("reports.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Add(zip, "orders.txt", "order-id\tsku\n1\tA\n");
        }

        Columns.TablesIn(path, "reports.zip").ShouldBeNull();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), Utf8);
        writer.Write(text);
    }

    private static string Rows<T>(T[] rows, Func<T, string[]> fields) =>
        string.Concat(
            rows.Select(row =>
                string.Join(
                    ',',
                    fields(row).Select(text => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')
                ) + "\r\n"
            )
        );

    private static (string Text, int Dropped) Without(string table, Encoding encoding)
    {
        using BuyerFreeContent left = Columns.Without(new MemoryStream(encoding.GetBytes(table)));
        return (encoding.GetString(Bytes(left.Content)), left.Dropped);
    }

    private static byte[] Bytes(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private sealed class Scratch : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-buyers-").FullName;

        public string Path(string name) => System.IO.Path.Combine(_folder, name);

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}

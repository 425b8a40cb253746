using System.Text;

namespace Reprieve.Notices.Tests;

public sealed class CharsetTests
{
    private const string Chinese =
        "您好，您的亚马逊卖家账户已被停用。请在十七天之内提交行动计划，说明根本原因和已经采取的措施。";
    private const string Japanese =
        "お客様の出品用アカウントは停止されました。七十二時間以内に改善計画をお送りください。";
    private const string German = "Ihr Verkäuferkonto wurde vorübergehend für den Verkauf gesperrt. Grüße";
    private const string Turkish =
        "Satıcı hesabınız devre dışı bırakıldı. Lütfen gönderdiğimiz mesajı okuyun, çünkü süreniz şimdi işliyor.";
    private const string Arabic =
        "تم تعطيل حساب البائع الخاص بك. يرجى إرسال خطة عمل خلال سبعة عشر يوما من تاريخ هذه الرسالة.";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("gb18030", Chinese)]
    [InlineData("hz-gb-2312", Chinese)]
    [InlineData("big5", "您好，您的賣家帳戶已被停用。請在十七天之內提交行動計畫，說明根本原因。")]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1254", Turkish)]
    [InlineData("windows-1256", Arabic)]
    [InlineData("utf-16", German)]
    public void Text_without_a_label_is_told_by_its_bytes(string charset, string text) =>
        Charsets.Decode(Encoding.GetEncoding(charset).GetBytes(text).AsSpan()).ShouldBe(text);

    [Theory]
    [InlineData("iso-8859-1", "utf-8", German + German)]
    [InlineData("gb2312", "utf-8", Chinese)]
    [InlineData("utf-8", "gb18030", Chinese)]
    [InlineData("shift_jis", "utf-8", Japanese)]
    [InlineData("us-ascii", "utf-8", German)]
    [InlineData("no-such-charset", "utf-8", German)]
    [InlineData("utf-7", "utf-8", German)]
    [InlineData("\"GB2312\"", "gb18030", Chinese)]
    [InlineData("x-sjis", "shift_jis", Japanese)]
    [InlineData("iso-8859-9", "windows-1254", Turkish)]
    [InlineData("cp1256", "windows-1256", Arabic)]
    [InlineData("iso-8859-1", "windows-1252", "“Your” account – " + German)]
    public void A_label_that_is_wrong_does_not_spoil_the_text(string label, string charset, string text) =>
        Charsets.Decode(Encoding.GetEncoding(charset).GetBytes(text), label).ShouldBe(text);

    [Theory]
    [InlineData("Subject: =?utf-8?B?5oKo5aW9?=", "您好")]
    [InlineData("Subject: =?utf-8?Q?Your account?= is =?utf-8?Q?closed?=", "Your account is closed")]
    [InlineData("Subject: =?GB2312?B?xPq6ww==?=", "您好")]
    [InlineData("Subject: =?utf-8?B?5oKo5Q==?= =?utf-8?B?pb0=?=", "您好")]
    [InlineData("Subject: =?no-such?Q?Your_account?=", "Your account")]
    [InlineData("Subject: =?iso-2022-jp?B?GyRCJCo1Uk1NGyhC?=", "お客様")]
    [InlineData("Subject: 您好，您的账户", "您好，您的账户")]
    public void Subjects_are_read_however_they_are_written(string header, string subject)
    {
        Some.Mail($"From: a@b.example\n{header}\n\nHello").Subject.ShouldBe(subject);
    }

    [Fact]
    public void A_raw_subject_is_read_in_the_charset_of_the_text()
    {
        byte[] mail =
        [
            .. "From: a@b.example\r\nSubject: "u8,
            .. Encoding.GetEncoding("gb18030").GetBytes(Chinese),
            .. "\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n"u8,
            .. Encoding.GetEncoding("gb18030").GetBytes(Chinese),
        ];
        Message read = Some.Mail(mail);
        read.Subject.ShouldBe(Chinese);
        read.Text.ShouldBe(Chinese);
    }

    [Theory]
    [InlineData("base64")]
    [InlineData("quoted-printable")]
    [InlineData("x-uuencode")]
    [InlineData("8bit")]
    public void Every_transfer_encoding_is_undone(string encoding)
    {
        string body = encoding switch
        {
            "base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(German)),
            "quoted-printable" => German
                .Replace("ä", "=C3=A4", StringComparison.Ordinal)
                .Replace("ü", "=C3=BC", StringComparison.Ordinal)
                .Replace("ß", "=C3=9F", StringComparison.Ordinal)
                .Replace("für", "f=\nür", StringComparison.Ordinal),
            "x-uuencode" => "begin 644 a.txt\n#2&5L\n#;&\\A\n`\nend",
            _ => German,
        };
        string read = Some.Mail(
                $"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{body}\n"
            )
            .Text.Trim();
        read.ShouldBe(encoding == "x-uuencode" ? "Hello!" : German);
    }

    [Fact]
    public void A_page_is_read_in_the_charset_it_names()
    {
        byte[] page = Encoding
            .GetEncoding("windows-1254")
            .GetBytes($"<html><head><meta charset=\"windows-1254\"></head><p>{Turkish}</p></html>");
        using var folder = new TemporaryFolder();
        MessageReader.Read(folder.File("a.html", page)).Single().Message!.Text.ShouldBe(Turkish);
    }
}

using System.Text;
using CsCheck;
using Reprieve.Knowledge;
using Reprieve.Mail.Watching;
using Reprieve.MailWatch;

namespace Reprieve.Mail.Tests.Watching;

/// <summary>Which mails concern Amazon.</summary>
public sealed class AmazonMailTests
{
    static AmazonMailTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly AmazonMail Relevance = new(KnowledgeLoader.BuiltIn.Senders, "seller@example.com");

    [Theory]
    [InlineData("Amazon <x@example.org>", "Hello", "")]
    [InlineData("no-reply@amazon.co.jp", "Hello", "")]
    [InlineData("x@gs.amazon.cn", "Hello", "")]
    [InlineData("x@amazon-verify.example", "Hello", "")]
    [InlineData("x@example.org", "Your Amazon account", "")]
    [InlineData("x@example.org", "=?utf-8?B?5oKo55qE5Lqa6ams6YCK5biQ5oi3?=", "")]
    [InlineData("=?gb2312?B?0cfC7dG3?= <x@example.org>", "Hello", "")]
    [InlineData("x@example.org", "Konto", "Ihr Verkäuferkonto bei Amazon wurde gesperrt.")]
    [InlineData("x@example.org", "Compte", "Votre compte vendeur Amazon est désactivé.")]
    [InlineData("x@example.org", "通知", "您的亚马逊卖家账户已被停用。")]
    [InlineData("x@example.org", "通知", "您的亞馬遜賣家帳戶已被停用。")]
    [InlineData("x@example.org", "お知らせ", "アマゾン出品アカウントについて")]
    [InlineData("x@example.org", "お知らせ", "ｱﾏｿﾞﾝ出品アカウントについて")]
    [InlineData("x@example.org", "إشعار", "حسابك على أمازون")]
    [InlineData("x@example.org", "알림", "아마존 계정")]
    [InlineData("x@example.org", "सूचना", "आपका अमेज़न खाता")]
    [InlineData("x@example.org", "Hesap", "AMAZON hesabınız")]
    [InlineData("x@example.org", "Look", "Please sign in at Seller Central.")]
    [InlineData("x@example.org", "Look", "Your Аmаzоn account")]
    [InlineData("x@example.org", "Look", "Your Amaz0n account")]
    [InlineData("x@example.org", "Look", "Your Am\u200bazon account")]
    [InlineData("x@example.org", "Look", "Your arnazon account")]
    public void From_Amazon_or_about_it_or_as_if(string from, string subject, string text)
    {
        foreach (string encoding in new[] { "8bit", "base64", "quoted-printable" })
        {
            Relevance.Concerns(Plain(from, subject, text, encoding)).ShouldBeTrue(encoding);
        }
    }

    [Fact]
    public void A_notice_of_our_own_program_is_passed_over_whatever_mailbox_it_comes_from()
    {
        AppealMail Mail(bool notice) =>
            AppealMail.Build(
                new MailDraft
                {
                    SendingId = "a",
                    From = "other@example.com",
                    To = ["seller@example.com"],
                    Subject = "Reprieve: Amazon asks for more",
                    Date = DateTimeOffset.UnixEpoch,
                    Text = "An invoice is missing.",
                    IsNotice = notice,
                },
                null
            );

        Relevance.Concerns(Mail(notice: true).Bytes.Span).ShouldBeFalse();
        Relevance.Concerns(Mail(notice: false).Bytes.Span).ShouldBeTrue();
    }

    [Theory]
    [InlineData("x@example.org", "Invoice", "Thank you for your order.")]
    [InlineData("Amanda Zonta <amanda@zonta.example>", "Hello", "Ama, Zon")]
    [InlineData("x@amazonses.com", "Newsletter", "Pictures at https://s3.eu.amazonaws.com/x.png")]
    [InlineData("x@eu-west-1.amazonses.com", "Newsletter", "Mail by amazonses.com")]
    [InlineData("x@notamazn.example", "马上", "逊色")]
    [InlineData("seller@example.com", "Amazon", "My appeal to Amazon")]
    public void Anything_else_and_what_the_owner_wrote(string from, string subject, string text)
    {
        foreach (string encoding in new[] { "8bit", "base64", "quoted-printable" })
        {
            Relevance.Concerns(Plain(from, subject, text, encoding)).ShouldBeFalse(encoding);
        }
    }

    [Theory]
    [InlineData("<style>.amazon{}</style><p>Hello</p>", false)]
    [InlineData("<p>Your <b>Ama</b>zon account</p>", true)]
    [InlineData("<p>Your &#65;mazon account</p>", true)]
    [InlineData("<a href='https://x.s3.amazonaws.com/amazon'>Pictures</a>", false)]
    [InlineData("<img src='x.png' alt='Amazon'>", true)]
    public void Of_a_page_what_a_person_reads_counts(string html, bool concerns) =>
        Relevance.Concerns(Plain("x@example.org", "Look", html, "base64", "text/html")).ShouldBe(concerns);

    [Theory]
    [InlineData("gb18030")]
    [InlineData("gb2312")]
    [InlineData("utf-8")]
    [InlineData("no-such-charset")]
    [InlineData("")]
    public void Old_charsets_and_missing_ones_are_read(string charset)
    {
        Encoding encoding = charset.StartsWith("gb", StringComparison.Ordinal)
            ? Encoding.GetEncoding(charset)
            : Encoding.UTF8;
        string told = charset.Length == 0 ? "" : $"; charset={charset}";
        byte[] head = Encoding.ASCII.GetBytes($"From: x@example.org\r\nContent-Type: text/plain{told}\r\n\r\n");
        Relevance.Concerns([.. head, .. encoding.GetBytes("您的亚马逊账户")]).ShouldBeTrue();
        Relevance.Concerns([.. head, .. encoding.GetBytes("您的账户")]).ShouldBeFalse();
    }

    [Fact]
    public void A_forwarded_mail_counts_as_the_one_in_it()
    {
        string inner = Encoding.UTF8.GetString(Plain("x@amazon.de", "Hallo", "Guten Tag", "base64"));
        string outer =
            "From: x@example.org\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + $"--b\r\n\r\nsee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--b--\r\n";
        Relevance.Concerns(Encoding.UTF8.GetBytes(outer)).ShouldBeTrue();
        Relevance.Concerns(Encoding.UTF8.GetBytes(outer.Replace("amazon.de", "example.de"))).ShouldBeFalse();
    }

    [Fact]
    public void A_name_in_the_beginning_of_a_cut_mail_is_found()
    {
        byte[] whole = Plain("x@example.org", "Look", "Amazon " + new string('x', 100_000), "base64");
        Relevance.Concerns(whole.AsSpan(0, AmazonMail.Beginning)).ShouldBeTrue();
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen
            .Byte.Array[0, 400]
            .Select(Gen.Int[0, 4], Gen.Int[0, 2_000], (noise, seed, at) => Mixed(Seeds()[seed], noise, at))
            .Sample(
                bytes =>
                {
                    Relevance.Concerns(bytes);
                    MailIdentity.Of(bytes).ShouldBe(MailIdentity.Of(bytes));
                },
                iter: 5_000
            );

    private static byte[][] Seeds() =>
        [
            [],
            SomeMails.Amazon("a"),
            Plain("Amazon <x@example.org>", "=?utf-8?B?5oKo55qE5Lqa6ams6YCK5biQ5oi3?=", "亚马逊", "base64"),
            Plain("x@example.org", "=?x?q?=?=", "<p>&#x110000;<!-- <![CDATA[", "quoted-printable", "text/html"),
            Encoding.ASCII.GetBytes(
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a\r\n\r\n--b\r\n"
            ),
        ];

    private static byte[] Mixed(byte[] seed, byte[] noise, int at)
    {
        int place = Math.Min(at, seed.Length);
        return [.. seed[..place], .. noise, .. seed[Math.Min(seed.Length, place + (noise.Length / 2))..]];
    }

    private static byte[] Plain(string from, string subject, string text, string encoding, string type = "text/plain")
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string body = encoding switch
        {
            "base64" => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
            "quoted-printable" => string.Concat(bytes.Select(one => $"={one:X2}=\r\n")),
            _ => text,
        };
        return Encoding.UTF8.GetBytes(
            $"From: {from}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: {type}; charset=utf-8\r\n"
                + $"Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n"
        );
    }
}

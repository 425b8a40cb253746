using System.Text;

namespace Reprieve.Notices.Tests;

public sealed class MessageReaderTests
{
    [Fact]
    public void Text_is_kept_character_for_character()
    {
        using var folder = new TemporaryFolder();
        const string Text = "  Hello,\r\n\r\n“Your” account\u200B … \t\r\n";
        Only(folder.File("a.txt", Text)).Text.ShouldBe(Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    public void Text_in_any_charset_is_read(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text =
            "您好，您的亚马逊卖家账户已被停用。请在十七天之内提交行动计划，说明根本原因和已经采取的措施。";
        using var folder = new TemporaryFolder();
        var encoding = Encoding.GetEncoding(charset);
        string path = folder.File("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
        Only(path).Text.ShouldBe(Text);
    }

    [Fact]
    public void A_mail_in_html_alone_is_read_without_its_hidden_text()
    {
        Message mail = Some.Mail(
            "From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Your account</p><div style='display: none'>secret</div><p>is <b>active</b>.</p><a href='https://x.example/y'>here</a>"
        );
        mail.Text.ShouldBe("Your account\n\nis active.\n\nhere");
        mail.Links.ShouldBe([new Link("here", "https://x.example/y")]);
    }

    [Fact]
    public void Quoted_printable_and_encoded_subjects_are_decoded()
    {
        Message mail = Some.Mail(
            "From: a@b.example\nTo: c@d.example\nSubject: =?utf-8?B?5oKo5aW9?=\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nVerk=E4uferkonto wurde deaktiv=\niert"
        );
        mail.Subject.ShouldBe("您好");
        mail.Text.Trim().ShouldBe("Verkäuferkonto wurde deaktiviert");
    }

    [Fact]
    public void A_mailbox_gives_its_mails_with_their_numbers()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(
            "a.mbox",
            "From x Mon\nFrom: a@b.example\nSubject: one\n\nFirst\n\nFrom y Tue\nFrom: a@b.example\nSubject: two\n\nSecond\n"
        );
        ReadResult[] results = [.. MessageReader.Read(path)];
        results.Select(r => r.Source).ShouldBe([path + "#1", path + "#2"]);
        results.Select(r => r.Message!.Subject).ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Lines_of_json_are_read_and_a_broken_one_is_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("a.jsonl", "{\"id\":\"n1\",\"text\":\"Hi\",\"lang\":\"de\"}\n{oops\n{\"id\":2}\n");
        ReadResult[] results = [.. MessageReader.Read(path)];
        results[0].Message!.Id.ShouldBe("n1");
        results[0].Message!.DeclaredLanguage.ShouldBe("de");
        results[1].Error!.ShouldContain("#2");
        results[2].Error!.ShouldContain("\"text\"");
    }

    [Fact]
    public void A_folder_passes_over_what_is_no_message()
    {
        using var folder = new TemporaryFolder();
        folder.File("1.txt", "Your account has been deactivated.");
        folder.File("2.txt", "order-id\tsku\n1\t2\n3\t4\n");
        folder.File("3.txt", "s._domainkey.amazon.com\tv=DKIM1; p=AA\n");
        folder.File("4.pdf", "%PDF-1.4");
        ReadResult[] results = [.. MessageReader.Read(folder.Path)];
        results.Count(r => r.Message is not null).ShouldBe(1);
        results.Count(r => r.PassedOver).ShouldBe(3);
    }

    [Theory]
    [InlineData("order-id,type,opened,status\n1,a_to_z,2026-01-01,granted\n", false)]
    [InlineData("order-id\tpurchase-date\n", false)]
    [InlineData("Hello,\n\nYour account, which you know, has been deactivated, sadly.\n", true)]
    [InlineData("", false)]
    public void A_text_is_told_from_a_table(string content, bool message)
    {
        using var folder = new TemporaryFolder();
        MessageReader.LooksLikeMessage(folder.File("a.txt", content)).ShouldBe(message);
    }

    [Theory]
    [InlineData("a.eml")]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.mbox")]
    [InlineData("a.jsonl")]
    [InlineData("a.bin")]
    public void Binary_junk_gives_a_sentence_and_no_exception(string name)
    {
        byte[] junk = new byte[5000];
        new Random(7).NextBytes(junk);
        junk[100] = 0;
        using var folder = new TemporaryFolder();
        foreach (ReadResult result in MessageReader.Read(folder.File(name, junk)))
        {
            result.Message.ShouldBeNull();
            result.Error.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [InlineData("a.eml")]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.mbox")]
    public void An_empty_file_gives_a_sentence(string name)
    {
        using var folder = new TemporaryFolder();
        MessageReader.Read(folder.File(name, " \n")).Single().Error.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_file_that_is_not_there_gives_a_sentence() =>
        MessageReader.Read("no-such-file.eml").Single().Error!.ShouldContain("no-such-file.eml");

    [Fact]
    public void A_mail_that_is_too_large_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.eml");
        using (FileStream file = File.Create(path))
        {
            file.SetLength(MessageReader.MaxBytes + 1L);
        }

        MessageReader.Read(path).Single().Error!.ShouldContain("25");
    }

    private static Message Only(string path) => MessageReader.Read(path).Single().Message.ShouldNotBeNull();
}

namespace Reprieve.Notices.Tests;

public sealed class MailBodyTests
{
    private const string Head = "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n";
    private const string Notice =
        "Your Amazon seller account has been deactivated. Please send a plan of action within 17 days, with the root cause of the issue, what you did, and how you will prevent it.";

    [Theory]
    [InlineData("")]
    [InlineData("Your e-mail client does not support HTML messages. Please open this message in a browser to read it.")]
    [InlineData(
        "https://sellercentral.amazon.com/a/very/long/address/of/a/page/that/shows/this/mail/in/a/browser/instead/of/here?x=y"
    )]
    public void The_page_is_read_where_the_plain_form_says_nothing(string plain) =>
        Some.Mail(Alternative(plain, $"<p>{Notice}</p>")).Text.ShouldBe(Notice);

    [Fact]
    public void The_plain_form_is_read_where_it_says_the_same() =>
        Some.Mail(Alternative(Notice, $"<p>{Notice}</p><p>Footer</p>")).Text.Trim().ShouldBe(Notice);

    [Fact]
    public void Parts_that_follow_each_other_are_all_read()
    {
        string text = Some.Mail(
            Head
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nOne\n--b\nContent-Type: text/html\n\n<p>Two</p>\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nThree\n--b--\n"
        ).Text;
        text.ShouldContain("One");
        text.ShouldContain("Two");
        text.ShouldNotContain("Three");
    }

    [Fact]
    public void An_invitation_is_added_as_lines()
    {
        Message mail = Some.Mail(
            Head
                + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nYou are invited.\n--b\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\n\nBEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Video interview\\, identity\nDTSTART;TZID=\"Asia/Shanghai\":20260305T093000\nDESCRIPTION:Bring your passport.\\nBe on\n  time.\nEND:VEVENT\nEND:VCALENDAR\n--b--\n"
        );
        mail.Text.ShouldBe(
            "You are invited.\n\nVideo interview, identity\n2026-03-05 09:30 (Asia/Shanghai)\nBring your passport.\nBe on time.\n"
        );
    }

    [Fact]
    public void A_mail_attached_to_an_attached_mail_is_read()
    {
        Message mail = Some.Mail(
            "From: outer@x.example\nSubject: Fwd\nContent-Type: message/rfc822\n\nFrom: middle@x.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee attached\n--b\nContent-Type: message/rfc822\n\nFrom: inner@x.example\nSubject: inner\n\nHello\n--b--\n"
        );
        mail.Subject.ShouldBe("inner");
        mail.ForwardedBy.ShouldBe("outer@x.example");
        mail.Text.Trim().ShouldBe("Hello");
    }

    [Fact]
    public void A_mail_attached_as_a_file_is_read()
    {
        string inner = Convert.ToBase64String("From: inner@x.example\r\nSubject: inner\r\n\r\nHello"u8);
        Message mail = Some.Mail(
            $"From: outer@x.example\nSubject: Fwd\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee attached\n--b\nContent-Type: application/octet-stream; name=notice.eml\nContent-Transfer-Encoding: base64\n\n{inner}\n--b--\n"
        );
        (mail.From, mail.Subject, mail.Text, mail.ForwardedBy).ShouldBe(
            ("inner@x.example", "inner", "Hello", "outer@x.example")
        );
    }

    [Fact]
    public void Soft_line_breaks_are_joined() =>
        Some.Mail(Head + "Content-Type: text/plain; format=flowed\n\nYour \naccount\n-- \nA\n")
            .Text.ShouldBe("Your account\n--\nA\n");

    [Fact]
    public void A_page_saved_as_one_file_is_no_mail()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(
            "a.mhtml",
            "From: <Saved by Blink>\nSubject: Performance Notifications\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Your account has been deactivated.</p>\n--b--\n"
        );
        Message page = MessageReader.Read(path).Single().Message.ShouldNotBeNull();
        (page.Text, page.Subject, page.From, page.Mime.HasValue).ShouldBe(
            ("Your account has been deactivated.", "Performance Notifications", null, false)
        );
    }

    [Theory]
    [InlineData(5_001, 0, 0)]
    [InlineData(0, 2_001, 0)]
    [InlineData(0, 0, 9_000)]
    public void A_mail_built_to_exhaust_its_reader_is_refused(int headers, int parts, int parameter)
    {
        string mail =
            Head
            + string.Concat(Enumerable.Repeat("X-A: b\n", headers))
            + $"Content-Type: multipart/mixed; boundary=b; a={new string('x', parameter)}\n\n"
            + string.Concat(Enumerable.Repeat("--b\n\nx\n", parts));
        ReadResult read = MessageReader
            .ReadStream(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(mail)), "a.eml")
            .Single();
        read.Error.ShouldNotBeNull().ShouldContain("a.eml");
    }

    private static string Alternative(string plain, string page) =>
        Head
        + $"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b--\n";

    [Theory]
    [InlineData("From: Amazon <a@amazon.com>\nReply-To: Amazon <a@amazon.com>\n", "a@amazon.com")]
    [InlineData("From: Amazon <a@amazon.com>\nReply-To: Amazon <b@amazon.com>\n", "b@amazon.com")]
    [InlineData("From: Amazon <a@amazon.com>\n", "a@amazon.com")]
    [InlineData(
        "Reply-To: Other <b@amazon.com>\nFrom: Amazon <a@amazon.com>\nReply-To: Amazon <a@amazon.com>\n",
        "b@amazon.com"
    )]
    public void An_answer_goes_where_the_mail_says(string headers, string address) =>
        Some.Mail($"{headers}Message-ID: <1@amazon.com>\nSubject: x\n\nHello there\n")
            .Thread.ShouldNotBeNull()
            .ReplyTo.ShouldBe(address);

    [Theory]
    [InlineData(
        "From x Mon\nFrom: a@b.example\nSubject: one\n\nOne\n\nFrom y Tue\nFrom: a@b.example\nSubject: two\n\nTwo\n"
    )]
    [InlineData("{\"text\":\"One\"}\n{\"text\":\"Two\"}\n")]
    public void A_small_stream_of_several_messages_is_told_by_what_it_holds(string content) =>
        MessageReader
            .ReadStream(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(content)), "x")
            .Select(read => read.Message?.Text.Trim())
            .ShouldBe(["One", "Two"]);
}

using System.Text;
using Reprieve.Mail.Watching;

namespace Reprieve.Mail.Tests.Watching;

public sealed class MailIdentityTests
{
    private const string Mail =
        "Message-ID: <a@x>\r\nDate: today\r\nFrom: Amazon\r\n <a@x>\r\nSubject: one\r\n\r\nBody\r\n\r\nmore\r\n";

    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("Message-ID", "Received: by x\r\nMESSAGE-id")]
    [InlineData("Amazon\r\n <a@x>", "Amazon <a@x>")]
    [InlineData("more\r\n", "more\r\n\r\n")]
    [InlineData("Date: today\r\nFrom: Amazon\r\n <a@x>", "From: Amazon\r\n <a@x>\r\nDate: today")]
    public void What_servers_and_programs_change_on_the_way_does_not_count(string was, string now) =>
        Of(Mail.Replace(was, now)).ShouldBe(Of(Mail));

    [Theory]
    [InlineData("<a@x>\r\nDate", "<b@x>\r\nDate")]
    [InlineData("today", "tomorrow")]
    [InlineData("Amazon", "Amazin")]
    [InlineData("one", "two")]
    [InlineData("Body\r\n\r\nmore", "Body\r\nmore")]
    [InlineData("more", "other")]
    [InlineData("Subject: one\r\n", "Subject: one\r\nSubject: two\r\n")]
    [InlineData("Message-ID: <a@x>\r\n", "")]
    public void Another_mail_is_another(string was, string now) => Of(Mail.Replace(was, now)).ShouldNotBe(Of(Mail));

    [Fact]
    public void A_header_without_an_end_is_no_body() => Of("From: a\r\nX: b").ShouldBe(Of("From: a"));

    private static UInt128 Of(string mail) => MailIdentity.Of(Encoding.UTF8.GetBytes(mail));
}

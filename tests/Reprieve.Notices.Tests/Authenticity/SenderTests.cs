using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

public sealed class SenderTests
{
    private const string Body = "Your Amazon seller account has been deactivated because of your late shipment rate.";

    [Fact]
    public void An_answer_led_elsewhere_is_suspicious()
    {
        Diagnosis read = Read("Reply-To: help@seller-desk.example\n");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
        read.Authenticity.Checks.ShouldContain(c => c.Name == "reply_to" && c.Result == "fail");
        read.Kind.ShouldBe(NoticeKind.Phishing);
    }

    [Fact]
    public void A_mail_without_signature_from_an_Amazon_address_is_unverifiable()
    {
        Diagnosis read = Read("");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
        read.Kind.ShouldBe(NoticeKind.Deactivation);
    }

    [Theory]
    [InlineData("Amazon Seller Performance <no-reply@notice.example>")]
    [InlineData("Support <help@amaz0n-sellers.example>")]
    [InlineData("Support <help@amazon.com.biz>")]
    [InlineData("Support <help@payments-amazon.com>")]
    [InlineData("Support <help@xn--mazon-3ve.com>")]
    public void A_sender_that_only_looks_like_Amazon_is_phishing(string sender)
    {
        Diagnosis read = Some.Reader.Read(Some.Mail($"From: {sender}\nTo: a@b.example\nSubject: Notice\n\n{Body}\n"));
        read.Kind.ShouldBe(NoticeKind.Phishing);
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Fact]
    public void A_notice_forwarded_in_the_text_is_read_and_not_called_a_fraud()
    {
        Diagnosis read = Some.Reader.Read(
            Some.Mail(
                $"From: Owner <owner@shop.example>\nTo: a@b.example\nSubject: Fwd: notice\n\n---------- Forwarded message ----------\nFrom: Amazon\n\n{Body}\n"
            )
        );
        read.Kind.ShouldBe(NoticeKind.Deactivation);
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Theory]
    [InlineData("https://sellercentral.amazon.com.login-check.example/x")]
    [InlineData("https://sellercentral-amazon.example")]
    public void A_link_to_a_host_that_looks_like_Amazons_is_suspicious(string link)
    {
        Diagnosis read = Some.Read($"{Body} Log in here: {link}");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
        read.Kind.ShouldBe(NoticeKind.Phishing);
    }

    [Fact]
    public void A_link_whose_text_lies_is_suspicious()
    {
        Diagnosis read = Some.Reader.Read(
            Some.Mail(
                $"From: Amazon <a@amazon.com>\nTo: a@b.example\nSubject: Notice\nContent-Type: text/html\n\n<p>{Body}</p><a href='https://evil.example/'>https://sellercentral.amazon.com</a>\n"
            )
        );
        read.Authenticity.Checks.ShouldContain(c => c.Name == "links" && c.Result == "fail");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Fact]
    public void A_link_elsewhere_that_says_so_is_only_named()
    {
        Diagnosis read = Some.Read($"{Body} See https://www.youtube.com/watch?v=1");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
        read.Authenticity.Checks.ShouldContain(c => c.Name == "links" && c.Result == "warn");
    }

    [Fact]
    public void A_link_cut_short_when_it_was_copied_is_no_fraud()
    {
        Some.Read($"{Body} (https://sellercentral.amazon.c ... 361070)").Kind.ShouldBe(NoticeKind.Deactivation);
    }

    private static Diagnosis Read(string headers) =>
        Some.Reader.Read(
            Some.Mail(
                $"From: Amazon <seller-performance@amazon.com>\nTo: a@b.example\n{headers}Subject: Notice\n\n{Body}\n"
            )
        );
}

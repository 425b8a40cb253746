using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>Where links lead, and what they pretend.</summary>
public sealed class LinkTests
{
    private const string Body = "Your Amazon seller account has been deactivated because of your late shipment rate.";

    [Theory]
    [InlineData("https://sellercentral.amazon.com@evil.example/x", "evil.example")]
    [InlineData("https://amazon.com%40login@evil.example/x", "evil.example")]
    [InlineData("http://192.0.2.7/sellercentral", "192.0.2.7")]
    [InlineData("http://3221225991/login", "3221225991")]
    [InlineData("http://[2001:db8::1]:8080/login", "[2001:db8::1]")]
    [InlineData("https://seller-central.example/login", "seller-central.example")]
    [InlineData("https://www.amazon.com/gp/r.html?U=https%3A%2F%2Famaz0n-login.example%2F", "amaz0n-login.example")]
    [InlineData("https://x.r.us-east-1.awstrack.me/L0/https:%2F%2Farnazon.example%2Fa/1/0", "arnazon.example")]
    public void A_link_that_deceives_is_suspicious(string link, string host)
    {
        Diagnosis read = Html(link, "Sign in");
        Links(read).Result.ShouldBe("fail");
        Links(read).Detail.ShouldContain(host);
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
        read.Kind.ShouldBe(NoticeKind.Phishing);
    }

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("https://www.amazon.com/gp/redirect.html?location=https%253A%252F%252Fevil.example")]
    [InlineData("https://bucket.s3.amazonaws.com/login.html")]
    [InlineData("https://bit.ly/3x")]
    public void A_link_that_shows_an_Amazon_address_and_leads_elsewhere_is_suspicious(string link)
    {
        Links(Html(link, "https://sellercentral.amazon.com/x")).Result.ShouldBe("fail");
    }

    [Theory]
    [InlineData("https://www.amazon.com/gp/redirect.html?location=//evil.example/", "evil.example")]
    [InlineData("https://bucket.s3.amazonaws.com/a.html", "bucket.s3.amazonaws.com")]
    [InlineData("https://x.r.us-east-1.awstrack.me/L0/https:%2F%2Fsurvey.example%2Fa/1/0", "survey.example")]
    [InlineData("https://tinyurl.com/abc", "tinyurl.com")]
    public void A_link_elsewhere_is_named_by_where_it_leads(string link, string host)
    {
        Links(Html(link, "here")).Result.ShouldBe("warn");
        Links(Html(link, "here")).Detail.ShouldContain(host);
    }

    [Theory]
    [InlineData("https://sellercentral.amazon.co.jp/performance")]
    [InlineData("https://x.r.us-east-1.awstrack.me/L0/https:%2F%2Fsellercentral.amazon.de%2Fx/1/0")]
    [InlineData("https://www.amazon.com/ap/signin?openid.return_to=https%3A%2F%2Fsellercentral.amazon.com%2Fx")]
    [InlineData("https://amzn.to/3abc")]
    public void A_link_to_Amazon_passes(string link)
    {
        Links(Html(link, "https://sellercentral.amazon.com/")).Result.ShouldBe("pass");
    }

    [Fact]
    public void A_hidden_target_is_suspicious_under_an_Amazon_sender()
    {
        Html("https://bit.ly/3x", "here").Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
        Some.Read(Body + " See https://bit.ly/3x").Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Theory]
    [InlineData("amazon.com.biz")]
    [InlineData("security-amazon.com")]
    [InlineData("arnazon.com")]
    [InlineData("amaz0n.example")]
    [InlineData("amzon-support.example")]
    [InlineData("amazom.example")]
    [InlineData("amzaon.example")]
    [InlineData("аmazon.com")]
    [InlineData("xn--mazon-3ve.com")]
    [InlineData("ａｍａｚｏｎ.example")]
    [InlineData("àmázon.example")]
    [InlineData("amazοn.example")]
    [InlineData("sellercentral.login-check.example")]
    [InlineData("sellercentral.amazon.com.login-check.example")]
    public void Such_a_name_looks_like_Amazons(string domain) => LookAlike.Is(domain).ShouldBeTrue();

    [Theory]
    [InlineData("amazing.example")]
    [InlineData("horizon.example")]
    [InlineData("shop.example")]
    [InlineData("xn--bcher-kva.example")]
    [InlineData("xn--0")]
    public void Such_a_name_does_not(string domain) => LookAlike.Is(domain).ShouldBeFalse();

    private static AuthenticityCheck Links(Diagnosis read) => read.Authenticity.Checks.Single(c => c.Name == "links");

    private static Diagnosis Html(string link, string shown) =>
        Some.Reader.Read(
            Some.Mail(
                $"From: Amazon <a@amazon.com>\nTo: a@b.example\nSubject: Notice\nContent-Type: text/html; charset=utf-8\n\n<p>{Body}</p><a href='{link}'>{shown}</a>\n"
            )
        );
}

namespace Reprieve.Notices.Tests;

/// <summary>What the receiving mail server found (SPF, DMARC), and who may say so.</summary>
public sealed class ReceiverResultTests
{
    private const string Hop =
        "Received: from a.smtp-out.amazonses.com by mx1.shop.example; Tue, 15 Sep 2026 17:00:00 +0000\n";

    private const string Good =
        "Authentication-Results: mx.shop.example; spf=pass smtp.mailfrom=x@bounces.amazon.com; dmarc=pass header.from=amazon.com\n";

    private const string Bad =
        "Authentication-Results: mx.shop.example; spf=fail smtp.mailfrom=x@evil.example; dmarc=fail header.from=amazon.com\n";

    [Fact]
    public void The_receivers_own_results_are_told_and_prove_nothing_by_themselves()
    {
        Diagnosis read = Read(Good + Hop);
        Result(read, "spf").ShouldBe("pass");
        Result(read, "dmarc").ShouldBe("pass");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void Results_below_the_receivers_own_line_count_where_the_receiver_writes_them_there()
    {
        string google =
            "Received: by 2002:a05:6000:1:b0:1 with SMTP id x; Tue, 15 Sep 2026 17:00:01 +0000\n"
            + "Received: from a.amazonses.com (a.amazonses.com. [192.0.2.1]) by mx.google.com with ESMTPS; Tue, 15 Sep 2026 17:00:00 +0000\n"
            + "Authentication-Results: mx.google.com; dkim=pass header.i=@amazon.com; spf=pass smtp.mailfrom=x@amazonses.com; dmarc=pass header.from=amazon.com\n";
        Diagnosis read = Read(google);
        Result(read, "spf").ShouldBe("pass");
        Result(read, "dmarc").ShouldBe("pass");
    }

    [Fact]
    public void A_sender_that_the_receiver_disowns_is_suspicious()
    {
        Diagnosis read = Read(Bad + Hop);
        Result(read, "spf").ShouldBe("warn");
        Result(read, "dmarc").ShouldBe("fail");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
    }

    [Fact]
    public void Forwarding_breaks_these_and_is_no_sign_of_fraud()
    {
        Read("Resent-From: owner@shop.example\n" + Bad + Hop)
            .Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void A_valid_signature_outweighs_what_the_receiver_found()
    {
        using var key = new SigningKey("amazon.com");
        byte[] mail = Notice.Under(Bad + Hop, key.Sign(Notice.From("Amazon <a@amazon.com>")));
        Notice.Verdict(mail, Keys.Of(key)).ShouldBe(AuthenticityVerdict.Genuine);
    }

    [Theory]
    [InlineData("Authentication-Results: mx.evil.example; dmarc=pass header.from=amazon.com\n", "mx.evil.example")]
    [InlineData("Authentication-Results: com; dmarc=pass header.from=amazon.com\n", "com")]
    [InlineData(
        "Received: by mail.evil.example; Tue, 15 Sep 2026 16:00:00 +0000\nAuthentication-Results: mx.shop.example; dmarc=pass header.from=amazon.com\n",
        "mx.shop.example"
    )]
    public void What_the_sender_wrote_in_is_ignored_and_that_is_said(string forged, string writer)
    {
        Diagnosis read = Read(Hop + forged);
        read.Authenticity.Checks.ShouldNotContain(c => c.Name == "dmarc");
        AuthenticityCheck ignored = read.Authenticity.Checks.Single(c => c.Name == "authentication_results");
        ignored.Result.ShouldBe("none");
        ignored.Detail.ShouldContain(writer);
    }

    [Fact]
    public void The_topmost_results_of_the_receiver_count_and_the_forged_ones_below_do_not()
    {
        Diagnosis read = Read(Bad + Hop + Good);
        Result(read, "dmarc").ShouldBe("fail");
        read.Authenticity.Checks.ShouldContain(c => c.Name == "authentication_results");
    }

    [Fact]
    public void Without_a_line_of_any_receiver_nobody_is_trusted()
    {
        Read(Good).Authenticity.Checks.ShouldNotContain(c => c.Name == "dmarc" || c.Name == "spf");
    }

    [Fact]
    public void A_pass_for_another_domain_says_nothing_about_the_sender_shown()
    {
        string other = "Authentication-Results: mx.shop.example; spf=pass smtp.mailfrom=x@bulk.example\n";
        Result(Read(other + Hop), "spf").ShouldBe("none");
    }

    private static string Result(Diagnosis read, string name) =>
        read.Authenticity.Checks.Single(c => c.Name == name).Result;

    private static Diagnosis Read(string headers) =>
        Notice.Read(Notice.Under(headers, SigningKey.Bytes(Notice.From("Amazon <a@amazon.com>"))), null);
}

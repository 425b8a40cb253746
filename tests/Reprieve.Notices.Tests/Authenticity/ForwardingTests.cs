using MimeKit;
using MimeKit.Cryptography;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>Mail that was passed on: lists, forwarding rules, seals, attached mails.</summary>
public sealed class ForwardingTests : IDisposable
{
    private const string Amazon = "Amazon <seller-performance@amazon.com>";

    private readonly SigningKey _amazon = new("amazon.com");
    private readonly SigningKey _google = new("google.com", "arc");

    public void Dispose()
    {
        _amazon.Dispose();
        _google.Dispose();
    }

    [Theory]
    [InlineData("Resent-From: owner@shop.example\n")]
    [InlineData("X-Forwarded-To: team@shop.example\nX-Forwarded-For: owner@shop.example team@shop.example\n")]
    [InlineData("List-Id: <team.lists.example>\n")]
    [InlineData(
        "Received: from mx.first.example by mx.second.example; Tue, 15 Sep 2026 17:00:09 +0000\nReceived: from smtp-out.amazonses.com by mx.first.example; Tue, 15 Sep 2026 17:00:00 +0000\n"
    )]
    public void A_mail_that_was_passed_on_and_changed_is_no_forgery_but_suspicious(string headers)
    {
        Diagnosis read = Notice.Read(Notice.Under(headers, Broken()), Keys.Of(_amazon));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Suspicious);
        read.Kind.ShouldBe(NoticeKind.Deactivation);
        read.Authenticity.Checks.ShouldContain(c => c.Name == "dkim" && c.Result == "warn");
    }

    [Theory]
    [InlineData("")]
    [InlineData("List-Unsubscribe: <https://sellercentral.amazon.com/x>\n")]
    [InlineData(
        "Received: from a48.smtp-out.amazonses.com by mx.shop.example; Tue, 15 Sep 2026 17:00:00 +0000\nReceived: from x by relay.amazon.com; Tue, 15 Sep 2026 16:59:59 +0000\n"
    )]
    [InlineData(
        "Received: by 2002:a05:6000:1:b0:1 with SMTP id x; Tue, 15 Sep 2026 17:00:01 +0000\nReceived: from a.amazonses.com by mx.google.com; Tue, 15 Sep 2026 17:00:00 +0000\n"
    )]
    public void A_mail_that_came_straight_and_does_not_fit_is_forged(string headers)
    {
        Notice.Verdict(Notice.Under(headers, Broken()), Keys.Of(_amazon)).ShouldBe(AuthenticityVerdict.Forged);
    }

    [Fact]
    public void A_mail_that_was_passed_on_whole_is_genuine()
    {
        byte[] mail = Notice.Under("X-Forwarded-To: team@shop.example\n", _amazon.Sign(Notice.From(Amazon)));
        Notice.Verdict(mail, Keys.Of(_amazon)).ShouldBe(AuthenticityVerdict.Genuine);
    }

    [Fact]
    public void The_seal_of_a_trusted_provider_keeps_a_changed_mail_from_being_forged_and_proves_nothing_more()
    {
        Diagnosis read = Notice.Read(Sealed(_google, Broken()), Keys.Of(_amazon, _google));
        Arc(read).Result.ShouldBe("pass");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
        read.Authenticity.Keys.Select(k => k.Name).ShouldBe(["s1._domainkey.amazon.com", "arc._domainkey.google.com"]);
    }

    [Fact]
    public void A_chain_of_trusted_seals_is_followed_to_the_one_that_saw_the_signature()
    {
        using var outlook = new SigningKey("outlook.com", "arc");
        byte[] twice = Sealed(outlook, Sealed(_google, Broken()), "none", "");
        Arc(Notice.Read(twice, Keys.Of(_amazon, _google, outlook))).Result.ShouldBe("pass");
        using var stranger = new SigningKey("relay.example", "arc");
        byte[] through = Sealed(outlook, Sealed(stranger, Broken()), "none", "");
        Arc(Notice.Read(through, Keys.Of(_amazon, stranger, outlook))).Result.ShouldBe("none");
    }

    [Fact]
    public void Without_a_signature_a_seal_supports_and_never_makes_genuine()
    {
        byte[] plain = SigningKey.Bytes(Notice.From(Amazon));
        Diagnosis read = Notice.Read(Sealed(_google, plain), Keys.Of(_google));
        Arc(read).Result.ShouldBe("pass");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void A_seal_that_saw_no_signature_of_Amazons_changes_nothing()
    {
        byte[] delivered = Notice.Under(
            "Received: by mx.google.com; Tue, 15 Sep 2026 17:00:00 +0000\n",
            Sealed(_google, Broken(), "fail")
        );
        Diagnosis read = Notice.Read(delivered, Keys.Of(_amazon, _google));
        Arc(read).Result.ShouldBe("none");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Forged);
        Arc(Notice.Read(Sealed(_google, Broken(), "pass", "evil.example"), Keys.Of(_amazon, _google)))
            .Result.ShouldBe("none");
    }

    [Fact]
    public void The_word_of_a_stranger_is_not_taken()
    {
        using var stranger = new SigningKey("relay.example", "arc");
        Diagnosis read = Notice.Read(Sealed(stranger, Broken()), Keys.Of(_amazon, stranger));
        Arc(read).Result.ShouldBe("none");
        Arc(read).Detail.ShouldContain("relay.example");
        read.Authenticity.Verdict.ShouldNotBe(AuthenticityVerdict.Unverifiable);
    }

    [Fact]
    public void A_broken_seal_fails_and_one_without_key_says_nothing()
    {
        byte[] altered = Notice.Changed(Sealed(_google, Broken()), "cancellation", "other");
        Diagnosis read = Notice.Read(altered, Keys.Of(_amazon, _google));
        Arc(read).Result.ShouldBe("fail");
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Forged);
        Arc(Notice.Read(Sealed(_google, Broken()), Keys.Of(_amazon))).Result.ShouldBe("none");
    }

    [Fact]
    public void A_mail_attached_to_a_mail_attached_to_a_mail_is_judged_by_its_own_signature()
    {
        MimeMessage mail = MimeMessage.Load(
            new MemoryStream(_amazon.Sign(Notice.From(Amazon))),
            TestContext.Current.CancellationToken
        );
        for (int i = 1; i <= 3; i++)
        {
            mail = Carrying($"colleague{i}@shop.example", new MessagePart { Message = mail });
        }

        Diagnosis read = Notice.Read(SigningKey.Bytes(mail), Keys.Of(_amazon));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Genuine);
        read.Authenticity.Checks.Single(c => c.Name == "forwarded").Detail.ShouldContain("colleague3@shop.example");
        read.Kind.ShouldBe(NoticeKind.Deactivation);
    }

    [Fact]
    public void A_mail_attached_as_a_file_is_read_and_judged_too()
    {
        var file = new MimePart("application", "octet-stream")
        {
            FileName = "notice.eml",
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(_amazon.Sign(Notice.From(Amazon)))),
        };
        Diagnosis read = Notice.Read(SigningKey.Bytes(Carrying("owner@shop.example", file)), Keys.Of(_amazon));
        read.Authenticity.Verdict.ShouldBe(AuthenticityVerdict.Genuine);
        read.Kind.ShouldBe(NoticeKind.Deactivation);
    }

    [Fact]
    public void A_forged_mail_within_a_mail_is_forged()
    {
        MimeMessage inner = MimeMessage.Load(new MemoryStream(Broken()), TestContext.Current.CancellationToken);
        MimeMessage outer = Carrying("owner@shop.example", new MessagePart { Message = inner });
        Notice.Verdict(SigningKey.Bytes(outer), Keys.Of(_amazon)).ShouldBe(AuthenticityVerdict.Forged);
    }

    private static MimeMessage Carrying(string sender, MimeEntity attached)
    {
        MimeMessage outer = Notice.From(sender);
        outer.Subject = "Fwd: please look";
        outer.Body = new Multipart("mixed")
        {
            new TextPart("plain") { Text = "See attached." },
            attached,
        };
        return outer;
    }

    private static AuthenticityCheck Arc(Diagnosis read) => read.Authenticity.Checks.Single(c => c.Name == "arc");

    private byte[] Broken() => Notice.Changed(_amazon.Sign(Notice.From(Amazon)), "late shipment", "cancellation");

    /// <summary>The mail as a provider passes it on: what it found on the way in, sealed.</summary>
    private static byte[] Sealed(SigningKey key, byte[] mail, string dkim = "pass", string signer = "amazon.com")
    {
        MimeMessage read = MimeMessage.Load(new MemoryStream(mail), TestContext.Current.CancellationToken);
        new Sealer(key, dkim, signer).Sign(
            read,
            [HeaderId.From, HeaderId.Subject],
            TestContext.Current.CancellationToken
        );
        return SigningKey.Bytes(read);
    }

    private sealed class Sealer(SigningKey key, string dkim, string signer)
        : ArcSigner(key.Private, key.Domain, key.Selector, DkimSignatureAlgorithm.RsaSha256)
    {
        protected override AuthenticationResults GenerateArcAuthenticationResults(
            FormatOptions options,
            MimeMessage message,
            CancellationToken cancellationToken
        )
        {
            var results = new AuthenticationResults("mx." + Domain);
            var found = new AuthenticationMethodResult("dkim", dkim);
            if (signer.Length > 0)
            {
                found.Properties.Add(new AuthenticationMethodProperty("header", "i", "@" + signer));
            }

            results.Results.Add(found);
            return results;
        }

        protected override Task<AuthenticationResults> GenerateArcAuthenticationResultsAsync(
            FormatOptions options,
            MimeMessage message,
            CancellationToken cancellationToken
        ) => Task.FromResult(GenerateArcAuthenticationResults(options, message, cancellationToken));

        private new string Domain => key.Domain;
    }
}

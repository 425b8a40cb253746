namespace Reprieve.Knowledge.Tests;

public sealed class MailProviderTests
{
    private const string Sound = """
        code: ours
        source: practice
        seen: 2026-11-27
        marketplaces: [all]
        sure: practice
        name: {en: Ours, zh-Hans: 我们}
        signIn: [password]
        smtp: {host: mail.example.com, port: 465, tls: implicit}

        """;

    [Fact]
    public void Every_mailbox_that_sellers_use_is_there() =>
        KnowledgeLoader
            .BuiltIn.MailProviders.Select(provider => provider.Code)
            .ShouldBe(
                ["gmail", "microsoft", "qq", "netease_163", "tencent_exmail", "aliyun", "generic"],
                ignoreOrder: true
            );

    [Fact]
    public void No_domain_belongs_to_two_of_them() =>
        KnowledgeLoader.BuiltIn.MailProviders.SelectMany(provider => provider.Domains).ShouldBeUnique();

    [Fact]
    public void Whoever_takes_oauth_has_a_page_to_sign_in_at_and_steps_to_a_client()
    {
        MailProvider[] all =
        [
            .. KnowledgeLoader.BuiltIn.MailProviders.Where(provider => provider.SignIn.Contains(MailSignIn.Oauth)),
        ];
        all.Select(provider => provider.Code).ShouldBe(["gmail", "microsoft"], ignoreOrder: true);
        foreach (MailOAuth oauth in all.Select(provider => provider.OAuth.ShouldNotBeNull()))
        {
            oauth.AuthorizationEndpoint.ShouldNotBeNull();
            oauth.Scope.ShouldNotBeNull();
            oauth.ClientSteps.ShouldContain(step => step.In("en").Contains("{redirect}"));
            oauth.ClientSteps.ShouldAllBe(step => step.In("zh-Hans") != step.In("en"));
            oauth.Faults.ShouldAllBe(fault =>
                fault.Says.Count > 0 && fault.Means.In("zh-Hans") != fault.Means.In("en")
            );
        }
    }

    [Fact]
    public void Absence_is_concluded_from_only_where_a_source_says_that_the_provider_stores_what_was_sent() =>
        KnowledgeLoader
            .BuiltIn.MailProviders.Where(provider => provider.SentCopy is SentCopy.Provider)
            .ShouldAllBe(provider => provider.Sure != Certainty.Unconfirmed);

    [Fact]
    public void One_of_the_sellers_own_is_read()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("mail-providers/ours.yaml", Sound);
        KnowledgeLoader
            .Load(folder.Path)
            .MailProviders.Single(provider => provider.Code == "ours")
            .Smtp.ShouldBe(new MailServer("mail.example.com", 465, MailTls.Implicit));
    }

    [Theory]
    [InlineData("sentWithinMinutes: 5", "sentCopy")]
    [InlineData("sentCopy: provider\nsentWithinMinutes: 0", "at least 1")]
    [InlineData("imap: {host: '', port: 993, tls: implicit}", "host")]
    [InlineData("imap: {host: a.example, port: 70000, tls: implicit}", "65535")]
    [InlineData("messageMegabytes: 0", "messageMegabytes")]
    [InlineData("oAuth: {tokenEndpoint: 'http://a.example/token'}", "https")]
    [InlineData(
        "oAuth: {tokenEndpoint: 'https://a.example/token', authorizationEndpoint: 'http://a.example/ask'}",
        "authorizationEndpoint"
    )]
    [InlineData("oAuth: {tokenEndpoint: 'https://a.example/token', thisMachine: a.example}", "127.0.0.1")]
    public void What_could_lead_astray_is_refused(string line, string says)
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("mail-providers/ours.yaml", Sound + line + "\n");
        KnowledgeProblem problem = folder.Problems().ShouldHaveSingleItem();
        problem.Message.ShouldContain(says);
        problem.Line.ShouldBeGreaterThan(1);
    }
}

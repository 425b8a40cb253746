namespace Reprieve.Knowledge.Tests;

public sealed class AlertServiceTests
{
    private const string Sound = """
        code: ours
        source: practice
        seen: 2026-11-27
        marketplaces: [all]
        sure: practice
        name: {en: Ours, zh-Hans: 我们}
        messageBytes: 2000
        perMinute: 20
        answers:
          - {code: "1", says: sign, means: signature}

        """;

    [Fact]
    public void Every_service_of_an_alert_is_there() =>
        KnowledgeLoader
            .BuiltIn.AlertServices.Select(service => service.Code)
            .ShouldBe(["webhook", "slack", "feishu", "ding_talk", "we_com", "mail"], ignoreOrder: true);

    [Fact]
    public void One_of_the_sellers_own_is_read()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("alert-channels/ours.yaml", Sound);
        AlertService ours = KnowledgeLoader.Load(folder.Path).AlertServices.Single(service => service.Code == "ours");
        ours.Answers.ShouldBe([new AlertAnswer("1", "sign", AlertMeaning.Signature)]);
        ours.LimitedMinutes.ShouldBeNull();
    }

    [Theory]
    [InlineData("messageBytes: 2000", "messageBytes: 200", "1500")]
    [InlineData("perMinute: 20", "perMinute: 0", "perMinute")]
    [InlineData("perMinute: 20", "perMinute: 20\nlimitedMinutes: 0", "limitedMinutes")]
    [InlineData("code: \"1\"", "code: ''", "code")]
    [InlineData("signature", "perhaps", "allowed codes")]
    public void What_could_lead_astray_is_refused(string from, string to, string says)
    {
        string changed = Sound.Replace(from, to, StringComparison.Ordinal);
        using KnowledgeFolder folder = new KnowledgeFolder().With("alert-channels/ours.yaml", changed);
        KnowledgeProblem problem = folder.Problems().ShouldHaveSingleItem();
        problem.Message.ShouldContain(says);
        problem.Line.ShouldBeGreaterThanOrEqualTo(1);
    }
}

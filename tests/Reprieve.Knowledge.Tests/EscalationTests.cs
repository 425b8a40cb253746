namespace Reprieve.Knowledge.Tests;

public sealed class EscalationTests
{
    private const string Sound = """
        code: ours
        source: practice
        seen: 2026-11-27
        marketplaces: [all]
        sure: practice
        name: {en: Our lawyer, zh-Hans: 我们的律师}
        rank: 5
        opensWhen: {denials: 3}
        preconditions: [{en: Denied., zh-Hans: 已拒绝。}]
        clock: [{en: Soon., zh-Hans: 尽快。}]
        steps: [{en: Call., zh-Hans: 打电话。}]
        prepares: [{en: All of it., zh-Hans: 全部。}]
        cautions: [{en: It costs., zh-Hans: 要收费。}]
        doNot: [{en: Wait., zh-Hans: 等待。}]

        """;

    [Fact]
    public void One_of_the_sellers_own_is_read()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("escalations/ours.yaml", Sound);
        KnowledgeLoader.Load(folder.Path).Escalations.Single(way => way.Code == "ours").OpensWhen.Denials.ShouldBe(3);
    }

    [Fact]
    public void A_number_of_a_built_in_one_is_changed_without_saying_the_rest()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "escalations/funds.yaml",
            "code: funds_release\nopensWhen: {heldDays: 45}\n"
        );
        EscalationRoute way = KnowledgeLoader.Load(folder.Path).Escalations.Single(one => one.Code == "funds_release");
        way.OpensWhen.HeldDays.ShouldBe(45);
        way.Route.ShouldBe("funds_mailbox");
    }

    [Theory]
    [InlineData("opensWhen: {denials: 3}", "opensWhen: {}", "opensWhen is empty", 8)]
    [InlineData("opensWhen: {denials: 3}", "opensWhen: {denials: 0}", "at least 1", 8)]
    [InlineData("opensWhen: {denials: 3}", "opensWhen: {silentBusinessDays: -5}", "at least 1", 8)]
    [InlineData("opensWhen: {denials: 3}", "opensWhen: {heldDays: 0}", "at least 1", 8)]
    [InlineData("opensWhen: {denials: 3}", "opensWhen: {answers: [reinstated]}", "reinstated", 8)]
    [InlineData("opensWhen: {denials: 3}", "opensWhen: {answers: [refused]}", "not among the allowed codes", 8)]
    [InlineData("opensWhen: {denials: 3}", "opensWhen: {moonPhase: 3}", "moonPhase", 8)]
    [InlineData("rank: 5", "rank: 5\nwithinMonths: 0", "withinMonths", 8)]
    [InlineData("rank: 5", "rank: 5\nroute: nowhere", "no route of knowledge/routes", 8)]
    [InlineData("steps: [{en: Call.", "steps: [{en: 'Write to {address}.'", "{address}", 11)]
    [InlineData("doNot: [{en: Wait., zh-Hans: 等待。}]", "doNot: []", "doNot is empty", 14)]
    public void What_could_lead_astray_is_refused_with_its_line(string sound, string wrong, string says, int line)
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "escalations/ours.yaml",
            Sound.Replace(sound, wrong, StringComparison.Ordinal)
        );
        KnowledgeProblem problem = folder.Problems().ShouldHaveSingleItem();
        problem.Message.ShouldContain(says);
        problem.File.ShouldEndWith("ours.yaml");
        problem.Line.ShouldBe(line);
    }
}

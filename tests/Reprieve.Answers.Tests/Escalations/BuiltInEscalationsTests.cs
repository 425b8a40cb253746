using System.Globalization;
using Reprieve.Answers.Escalations;
using Reprieve.Knowledge;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Escalations;

/// <summary>Every way that ships: a case in which it is open, one in which it is not yet, one to which it is not offered.</summary>
public sealed class BuiltInEscalationsTests
{
    private const EscalationState Open = EscalationState.Open;
    private const EscalationState NotYet = EscalationState.NotYet;

    private static readonly Example[] Examples = EscalationExamples.All;

    public static TheoryData<string, string> Names => [.. Examples.Select(one => (one.Code, one.What))];

    public static TheoryData<string> Codes => [.. KnowledgeLoader.BuiltIn.Escalations.Select(way => way.Code)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_way_opens_when_its_conditions_hold_and_not_a_day_before(string code, string what)
    {
        Example example = Examples.Single(one => one.Code == code && one.What == what);

        Escalation? way = example.Case.Way(code, example.Now);

        (way?.State).ShouldBe(example.State);
        Iso(way?.From).ShouldBe(example.From);
        Iso(way?.Until).ShouldBe(example.Until);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_way_has_a_case_in_which_it_is_open_not_yet_and_not_offered(string code)
    {
        EscalationState?[] seen = [.. Examples.Where(one => one.Code == code).Select(one => one.State)];
        seen.ShouldContain(Open);
        seen.ShouldContain(NotYet);
        seen.ShouldContain((EscalationState?)null);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_way_is_told_whole_in_both_languages(string code)
    {
        EscalationRoute entry = KnowledgeLoader.BuiltIn.Escalations.Single(one => one.Code == code);
        LocalizedText[] texts =
        [
            entry.Name,
            .. entry.Preconditions,
            .. entry.Prepares,
            .. entry.Steps,
            .. entry.Script,
            .. entry.Clock,
            .. entry.Cautions,
            .. entry.DoNot,
        ];
        texts.ShouldAllBe(text => text.Has("zh-Hans"));
        Example open = Examples.First(one => one.Code == code && one.State == Open);
        Example later = Examples.First(one => one.Code == code && one.State == NotYet);
        foreach (string language in Screen.Languages)
        {
            foreach (Example example in new[] { open, later })
            {
                Escalation way = Screen.In(language, () => example.Case.Way(code, example.Now))!;
                string all = string.Join('\n', [way.Why, .. way.Steps, .. way.Script.SelectMany(one => one.Lines)]);
                all.ShouldNotContain('{');
                way.Why.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBe(language == "zh-Hans", way.Why);
            }
        }
    }

    [Fact]
    public void The_mildest_way_comes_first() =>
        Situation
            .Answered(Decision.DeniedFinal)
            .In("amazon.com")
            .Ways("2026-12-10T13:00-07:00")
            .Select(way => way.Code)
            .ShouldBe(["account_health_call", "funds_release", "executive_relations", "arbitration_us"]);

    [Fact]
    public void An_address_stands_only_where_a_source_has_one()
    {
        KnowledgeLoader
            .BuiltIn.Escalations.Where(way => way.Route is not null)
            .Select(way => way.Code)
            .ShouldBe(["funds_release"]);
        Examples
            .Where(one => one.State == Open && one.Code != "funds_release")
            .SelectMany(one => one.Case.Way(one.Code, one.Now)!.Steps)
            .ShouldAllBe(step => !step.Contains('@'));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

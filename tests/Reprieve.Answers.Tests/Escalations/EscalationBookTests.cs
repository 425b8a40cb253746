using Reprieve.Answers.Escalations;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Escalations;

public sealed class EscalationBookTests
{
    private const string Call = "account_health_call";

    [Fact]
    public void Days_are_those_of_the_store()
    {
        // 23:30 on Thursday in UTC is Friday in Berlin: the fifth business day after it is a Friday.
        Situation sent = Situation.Fresh.In("amazon.de").SentAt("2026-10-01T23:30:00Z");
        sent.Way(Call, "2026-10-08T21:59:00Z")!.From.ShouldBe(new DateOnly(2026, 10, 9));
        sent.Way(Call, "2026-10-08T21:59:00Z")!.State.ShouldBe(EscalationState.NotYet);
        sent.Way(Call, "2026-10-08T22:00:00Z")!.State.ShouldBe(EscalationState.Open);
    }

    [Fact]
    public void Days_of_an_unknown_store_are_those_of_UTC()
    {
        Situation sent = Situation
            .Fresh.Read(notice => notice with { Marketplace = null })
            .SentAt("2026-10-01T23:30:00Z");
        sent.Way(Call, "2026-10-07T23:59:00Z")!.From.ShouldBe(new DateOnly(2026, 10, 8));
    }

    [Fact]
    public void A_forged_message_opens_nothing()
    {
        var forged = new Authenticity(AuthenticityVerdict.Forged, []);
        Situation.Fresh.Read(notice => notice with { Authenticity = forged }).Ways("2026-12-30T00:00Z").ShouldBeEmpty();

        Situation answered = Situation.Answered(Decision.DeniedFinal);
        answered = answered with
        {
            Sent = [answered.Sent[0] with { Answer = answered.Sent[0].Answer! with { Authenticity = forged } }],
        };
        answered.Way("executive_relations", "2026-10-12T12:00-07:00")!.State.ShouldBe(EscalationState.NotYet);
    }

    [Fact]
    public void A_mail_about_something_else_is_no_case() =>
        Situation.Fresh.Of(NoticeKind.OtherAmazonMail).Ways("2026-12-30T00:00Z").ShouldBeEmpty();

    [Fact]
    public void The_same_letter_twice_counts_once() =>
        Situation
            .Answered(Decision.Denied)
            .Message(Decision.Denied, "2026-10-09T12:00:00-07:00")
            .Way("executive_relations", "2026-10-12T12:00-07:00")!
            .State.ShouldBe(EscalationState.NotYet);

    [Fact]
    public void The_script_speaks_of_this_store_and_this_answer()
    {
        Escalation way = Situation.Answered(Decision.Denied).Way(Call, "2026-10-12T12:00-07:00")!;

        way.Script.ShouldHaveSingleItem().Lines[0].ShouldContain("Larkmoor Supply on amazon.com");
        way.Script[0].Lines[1].ShouldContain("2 October 2026");
    }

    [Fact]
    public void A_chinese_screen_has_the_script_in_english_too()
    {
        Escalation way = Screen.In(
            "zh-Hans",
            () => Situation.Answered(Decision.Denied).Way(Call, "2026-10-12T12:00-07:00")
        )!;

        way.Script.Select(one => one.Language).ShouldBe(["zh-Hans", "en"]);
        way.Script[0].Lines[1].ShouldContain("2026年10月2日");
        way.Script[1].Lines[1].ShouldContain("2 October 2026");
    }

    [Fact]
    public void Who_sent_nothing_does_not_say_so_on_the_phone()
    {
        Escalation way = Situation
            .Fresh.Read(notice => notice with { ResponseMode = ResponseMode.Call })
            .Way(Call, "2026-10-01T13:00-07:00")!;

        way.Script[0].Lines.ShouldNotContain(line => line.Contains("I sent my last answer", StringComparison.Ordinal));
    }

    [Fact]
    public void The_mailbox_is_that_of_the_way_to_send() =>
        Situation
            .Fresh.Way("funds_release", "2026-12-30T00:00-08:00")!
            .Steps.ShouldContain(step => step.Contains("disbursement-appeals@amazon.com", StringComparison.Ordinal));

    [Fact]
    public void The_reason_names_the_days()
    {
        Situation
            .Waiting.Way(Call, "2026-10-05T12:00-07:00")!
            .Why.ShouldBe(
                "Your appeal has been with Amazon since 2 Oct 2026. Let 5 business days pass before you go this way."
            );
        Situation
            .Answered(Decision.Denied)
            .Way("executive_relations", "2026-10-12T12:00-07:00")!
            .Why.ShouldBe("It opens after 2 denials, or a final one. So far: 1. First answer what Amazon wrote.");
    }

    [Fact]
    public void A_number_is_changed_in_the_knowledge_and_nowhere_else()
    {
        KnowledgeBase knowledge = KnowledgeLoader.BuiltIn with
        {
            Escalations =
            [
                .. KnowledgeLoader.BuiltIn.Escalations.Select(way =>
                    way with
                    {
                        OpensWhen = way.OpensWhen with { SilentBusinessDays = 1 },
                    }
                ),
            ],
        };

        Situation.Waiting.Way(Call, "2026-10-05T00:00-07:00", knowledge)!.State.ShouldBe(EscalationState.Open);
    }
}

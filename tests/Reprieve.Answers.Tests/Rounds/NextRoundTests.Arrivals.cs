using Microsoft.Extensions.Time.Testing;
using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Rounds;

/// <summary>What is done about what came, where it is no answer.</summary>
public partial class NextRoundTests
{
    [Theory]
    [InlineData(10, "2026-10-13", 3)]
    [InlineData(14, "2026-10-13", 6)]
    public void Silence_says_how_long_and_when_to_ask(int day, string chase, int passed)
    {
        NextRoundPlan plan = After(day, Arrivals.Since([], []));
        plan.Outcome.ShouldBe(AnswerOutcome.Silence);
        plan.OpensRound.ShouldBeFalse();
        plan.Next[0].ShouldContain($"business days since: {passed}.");
        bool waits = day < int.Parse(chase[^2..], null);
        plan.Next[1].ShouldStartWith(waits ? "Wait." : "5 business days have passed");
        plan.Next[1].ShouldContain("13 October 2026");
        plan.Next[^1].ShouldContain("junk folder");
    }

    [Fact]
    public void A_call_decides_nothing_and_its_limit_is_told()
    {
        Diagnosis call = Diagnoses.LateShipment with
        {
            ResponseMode = ResponseMode.Call,
            Date = new DateTimeOffset(2026, 10, 8, 9, 0, 0, TimeSpan.FromHours(-7)),
            Sha256 = new string('f', 64),
        };
        NextRoundPlan plan = After(10, new Arrivals(null, call, null, [], []));
        plan.Outcome.ShouldBe(AnswerOutcome.PhoneAttempt);
        plan.OpensRound.ShouldBeFalse();
        plan.Deadlines.ShouldBe(call.Deadlines);
        plan.Next[0].ShouldContain("Thursday, 8 October 2026");
        plan.Next[^1].ShouldStartWith("The limit is 2026-10-18");
    }

    [Fact]
    public void A_call_after_the_answer_is_told_beside_it()
    {
        Diagnosis call = Diagnoses.LateShipment with { Date = Diagnoses.Denied.Date!.Value.AddDays(1) };
        NextRoundPlan plan = Plan(
            Diagnoses.Denied,
            request => request with { Came = new Arrivals(null, call, null, [], []) }
        );
        plan.Outcome.ShouldBe(AnswerOutcome.Denied);
        plan.Next[0].ShouldContain("tried to call");
        Plan(
            Diagnoses.Denied,
            request =>
                request with
                {
                    Came = new Arrivals(
                        null,
                        call with
                        {
                            Date = Diagnoses.Denied.Date.Value.AddDays(-1),
                        },
                        null,
                        [],
                        []
                    ),
                }
        )
            .Next[0]
            .ShouldNotContain("tried to call");
    }

    [Fact]
    public void A_new_notice_leaves_what_was_sent_open()
    {
        Diagnosis other = Diagnoses.LateShipment with { Reasons = [new StatedReason("inauthentic", 0.9, [])] };
        NextRoundPlan plan = After(10, new Arrivals(null, null, other, [], []));
        plan.Outcome.ShouldBe(AnswerOutcome.NewNotice);
        plan.OpensRound.ShouldBeTrue();
        plan.NothingNew.ShouldBeFalse();
        plan.Next.ShouldContain(step => step.Contains("still open", StringComparison.Ordinal));
    }

    private static NextRoundPlan After(int day, Arrivals came) =>
        Screen.In(
            "en",
            () =>
                new NextRound(
                    KnowledgeLoader.BuiltIn,
                    new FakeTimeProvider(new DateTimeOffset(2026, 10, day, 16, 0, 0, TimeSpan.Zero))
                ).Plan(
                    new NextRoundRequest
                    {
                        Came = came,
                        Notice = Diagnoses.LateShipment,
                        Sent = [Round],
                    }
                )
        );
}

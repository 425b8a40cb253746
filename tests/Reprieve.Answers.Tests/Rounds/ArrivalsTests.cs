using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Rounds;

public class ArrivalsTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 10, 6, 9, 0, 0, TimeSpan.FromHours(-7));
    private static readonly Diagnosis Notice = Diagnoses.LateShipment;
    private static readonly Diagnosis Call = Notice with
    {
        ResponseMode = ResponseMode.Call,
        Date = SentAt.AddDays(1),
        Sha256 = new string('1', 64),
    };

    [Fact]
    public void The_newest_message_that_answers_is_the_answer()
    {
        Diagnosis denied = Diagnoses.Denied with { Date = Diagnoses.MoreInformation.Date!.Value.AddDays(1) };
        Arrivals came = Since(Notice, Diagnoses.MoreInformation, denied);
        came.Answer.ShouldBe(denied);
        came.Before.ShouldBe([Notice]);
    }

    [Fact]
    public void A_call_is_kept_apart_and_leaves_the_case_open()
    {
        Arrivals came = Since(Notice, Call);
        came.Answer.ShouldBeNull();
        came.Call.ShouldBe(Call);
        came.LeavesOpen(Call).ShouldBeTrue();
        came.LeavesOpen(Notice).ShouldBeFalse();
    }

    [Fact]
    public void What_came_before_the_sending_is_no_answer_to_it()
    {
        Diagnosis early = Diagnoses.Denied with { Date = SentAt.AddHours(-1) };
        Since(Notice, early).Answer.ShouldBeNull();
        Since(Notice, early with { Date = SentAt.AddHours(1) }).Answer.ShouldNotBeNull();
    }

    [Fact]
    public void A_pasted_decision_without_a_day_answers_and_a_pasted_notice_does_not()
    {
        Since(Notice, Diagnoses.Denied with { Date = null }).Answer.ShouldNotBeNull();
        Since(Notice, Notice with { Date = null, Sha256 = new string('2', 64) }).Answer.ShouldBeNull();
    }

    [Fact]
    public void A_pasted_message_without_a_day_is_later_where_it_was_not_at_hand_at_the_sending()
    {
        Diagnosis pasted = Call with { Date = null };
        SentRound round = Round(1, SentAt) with { Known = new HashSet<string> { Notice.Sha256 } };
        Arrivals.Since([round], [pasted, Notice]).Call.ShouldBe(pasted);
        Arrivals.Since([round with { Known = new HashSet<string> { pasted.Sha256 } }], [pasted]).Call.ShouldBeNull();
    }

    [Fact]
    public void The_answer_to_an_earlier_round_does_not_answer_a_later_one()
    {
        Diagnosis pasted = Diagnoses.Denied with { Date = null };
        SentRound first = Round(1, SentAt) with { Answer = pasted };
        Arrivals.Since([first, Round(2, SentAt.AddDays(9))], [Notice, pasted]).Answer.ShouldBeNull();
    }

    [Fact]
    public void Where_nobody_knows_the_day_of_sending_only_a_decision_answers()
    {
        SentRound undated = Round(1, SentAt) with { Sent = null };
        Arrivals.Since([undated], [Notice, Call]).Call.ShouldBeNull();
        Arrivals.Since([undated], [Notice, Diagnoses.Denied]).Answer.ShouldBe(Diagnoses.Denied);
    }

    [Fact]
    public void A_forged_message_is_nothing_of_it()
    {
        Arrivals came = Since(Notice, Diagnoses.Forged with { Date = SentAt.AddDays(1) });
        (came.Answer, came.Call, came.Notice, came.Unclear.Count).ShouldBe((null, null, null, 0));
    }

    [Fact]
    public void Where_nothing_was_sent_nothing_is_an_answer() =>
        Arrivals.Since([], [Notice, Diagnoses.Denied]).Answer.ShouldBeNull();

    private static Arrivals Since(params Diagnosis[] messages) => Arrivals.Since([Round(1, SentAt)], messages);

    private static SentRound Round(int number, DateTimeOffset at) =>
        new()
        {
            Number = number,
            Text = "…",
            Sent = new SentAppeal(number, at, "Mei Lin", RouteChannel.AccountHealth, "aa", [], []),
        };
}

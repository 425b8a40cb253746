using Microsoft.Extensions.Time.Testing;
using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Evidence;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Rounds;

public partial class NextRoundTests
{
    [Fact]
    public void More_information_names_the_sentences_that_were_sent_on_each_cell()
    {
        NextRoundPlan plan = Plan(Diagnoses.MoreInformation);
        plan.Decision.ShouldBe(Decision.MoreInformation);
        plan.OpensRound.ShouldBeTrue();
        Gap gap = plan.Gaps.ShouldHaveSingleItem();
        (gap.Cause, gap.Section, gap.Paper).ShouldBe(("late_shipment", PlanSection.Prevention, null));
        gap.Sent.ShouldBe(["We check the pick-up every day."]);
        gap.Evidence.Quote.ShouldBe("greater detail on the steps to prevent");
    }

    [Fact]
    public void A_cell_of_a_cause_that_was_never_answered_is_empty()
    {
        Diagnosis answer = Diagnoses.MoreInformation with
        {
            RequestGrid =
            [
                Cell("item_not_received", PlanSection.RootCause),
                Cell("item_not_received", PlanSection.RootCause),
                Cell(null, PlanSection.RootCause),
            ],
        };
        Plan(answer).Gaps.Select(gap => (gap.Cause, gap.Sent.Count)).ShouldBe([("item_not_received", 0), (null, 1)]);
    }

    [Fact]
    public void Papers_asked_for_are_held_against_those_that_were_sent()
    {
        Diagnosis answer = Diagnoses.MoreInformation with
        {
            RequestGrid = [],
            Asks = [Ask("invoices"), Ask("letter_of_authorisation"), Ask("other"), Ask("invoices")],
        };
        NextRoundPlan plan = Plan(answer);
        plan.Gaps.Select(gap => (gap.Paper, string.Join(' ', gap.Sent)))
            .ShouldBe([("invoices", "01-invoice.pdf"), ("letter_of_authorisation", ""), ("other", "")]);
        plan.Next.ShouldContain(step => step.Contains("01-invoice.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_that_the_grid_takes_apart_is_not_asked_for_twice() =>
        Plan(Diagnoses.MoreInformation with { Asks = [Ask("plan_of_action")] }).Gaps.Count.ShouldBe(1);

    [Theory]
    [InlineData(Decision.Reinstated, false)]
    [InlineData(Decision.PartiallyReinstated, false)]
    [InlineData(Decision.MoreInformation, true)]
    [InlineData(Decision.Denied, true)]
    [InlineData(Decision.DeniedFinal, false)]
    public void Each_decision_opens_a_round_or_does_not(Decision decision, bool opens)
    {
        NextRoundPlan plan = Plan(Diagnoses.Denied with { Decision = decision });
        plan.Decision.ShouldBe(decision);
        plan.OpensRound.ShouldBe(opens);
        plan.Next.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_part_given_back_opens_a_round_when_something_is_asked_for() =>
        Plan(Diagnoses.MoreInformation with { Decision = Decision.PartiallyReinstated }).OpensRound.ShouldBeTrue();

    [Fact]
    public void The_same_notice_again_means_that_nothing_was_read()
    {
        NextRoundPlan plan = Plan(Diagnoses.LateShipment with { Sha256 = new string('e', 64) });
        plan.Outcome.ShouldBe(AnswerOutcome.SameNotice);
        plan.Decision.ShouldBeNull();
        plan.OpensRound.ShouldBeTrue();
        plan.NothingNew.ShouldBeTrue();
        plan.Next[0].ShouldContain("same notice");
    }

    [Fact]
    public void Where_nothing_is_new_it_is_said_what_would_be()
    {
        Diagnosis answer = Diagnoses.MoreInformation with
        {
            RequestGrid = [],
            Asks = [Ask("invoices"), Ask("letter_of_authorisation"), Ask("other")],
        };
        NextRoundPlan plan = Plan(
            answer,
            request => request with { OpenQuestions = ["a?", "b?", "c?", "d?", "e?", "f?"] }
        );
        plan.NothingNew.ShouldBeTrue();
        plan.WouldBeNew.Count.ShouldBe(8);
        plan.WouldBeNew[0].ShouldContain("a better copy");
        plan.WouldBeNew[1].ShouldStartWith("New would be this paper");
        plan.WouldBeNew[2].ShouldEndWith("a?");
        plan.Next.ShouldContain(plan.WouldBeNew[0]);
        Plan(answer, request => request with { Documents = [Paper("new")] }).WouldBeNew.ShouldBeEmpty();
    }

    [Fact]
    public void A_contradiction_with_an_earlier_round_stands_among_the_next_steps() =>
        Plan(Diagnoses.Denied, request => request with { Contradictions = ["“5 October” against “7 October”"] })
            .Next.ShouldContain(step => step.Contains("“5 October” against “7 October”", StringComparison.Ordinal));

    [Fact]
    public void A_forged_answer_changes_nothing()
    {
        NextRoundPlan plan = Plan(
            Diagnoses.MoreInformation with
            {
                Kind = NoticeKind.Reinstated,
                Decision = Decision.Reinstated,
                Authenticity = new Authenticity(AuthenticityVerdict.Suspicious, []),
            }
        );
        plan.Decision.ShouldBeNull();
        plan.OpensRound.ShouldBeFalse();
        plan.Gaps.ShouldBeEmpty();
        plan.Next[0].ShouldContain("Do not click");
    }

    [Fact]
    public void Nothing_new_is_said_plainly()
    {
        NextRoundPlan plan = Plan(Diagnoses.Denied);
        plan.NothingNew.ShouldBeTrue();
        plan.OpensRound.ShouldBeTrue();
        plan.Next.ShouldContain(step => step.Contains("Do not send now", StringComparison.Ordinal));
        plan.Next.ShouldNotContain(step => step.Contains("run `reprieve appeal` again", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_fact_or_a_new_paper_is_something_to_say()
    {
        Plan(Diagnoses.Denied, request => request with { Facts = [.. request.Facts, Said("tool", "a label printer")] })
            .NothingNew.ShouldBeFalse();
        Plan(Diagnoses.Denied, request => request with { Documents = [.. request.Documents, Paper("new")] })
            .NothingNew.ShouldBeFalse();
    }

    [Theory]
    [InlineData("orders-file", true)]
    [InlineData("newer-orders-file", false)]
    public void A_figure_is_new_when_its_file_is_not_when_only_the_day_moved(string file, bool nothingNew)
    {
        SentRound sent = Round with { Facts = [Figure("6.8 %", "orders-file")] };
        Plan(Diagnoses.Denied, request => request with { Sent = [sent], Facts = [Figure("5.1 %", file)] })
            .NothingNew.ShouldBe(nothingNew);
    }

    [Fact]
    public void What_went_out_in_an_earlier_round_is_not_new_in_a_later_one()
    {
        SentRound second = Round with
        {
            Number = 2,
            Facts = [Said("tool", "a label printer")],
            Sent = Round.Sent! with { Round = 2, Files = [new PackedFile("attachments/02-bill.pdf", "bill")] },
        };
        Plan(
            Diagnoses.Denied,
            request => request with { Sent = [Round, second], Documents = [Paper("invoice"), Paper("bill")] }
        )
            .NothingNew.ShouldBeTrue();
    }

    [Fact]
    public void Papers_of_which_nobody_knows_whether_they_went_out_are_not_called_old() =>
        Plan(Diagnoses.Denied, request => request with { Sent = [Round with { Sent = null }] })
            .NothingNew.ShouldBeFalse();

    [Fact]
    public void Without_a_ledger_a_persons_word_that_was_not_in_the_text_is_new()
    {
        SentRound bare = Round with { Facts = null, Text = "The carrier came late." };
        Plan(Diagnoses.Denied, request => request with { Sent = [bare], Facts = [Said("why", "carrier came LATE")] })
            .NothingNew.ShouldBeTrue();
        Plan(Diagnoses.Denied, request => request with { Sent = [bare], Facts = [Said("who", "Mei Lin")] })
            .NothingNew.ShouldBeFalse();
    }

    [Fact]
    public void Without_an_earlier_round_nothing_is_old() =>
        Plan(Diagnoses.Denied, request => request with { Sent = [] }).NothingNew.ShouldBeFalse();

    [Fact]
    public void The_limit_of_the_answer_stands_among_the_next_steps()
    {
        Diagnosis answer = Diagnoses.MoreInformation with { Deadlines = Diagnoses.LateShipment.Deadlines };
        NextRoundPlan plan = Plan(answer);
        plan.Deadlines.ShouldBe(answer.Deadlines);
        plan.Next[^1].ShouldBe("The limit is 2026-10-18 23:59 (America/Los_Angeles); days left: 8.");
    }

    [Fact]
    public void The_decision_comes_first_then_what_knowledge_advises()
    {
        var reply = new Reply
        {
            Code = "grid",
            Source = "invented",
            Seen = new DateOnly(2026, 11, 22),
            Marketplaces = ["all"],
            Sure = Certainty.Practice,
            Kind = NoticeKind.AppealMoreInfo,
            Decision = Decision.MoreInformation,
            Cues = new Dictionary<string, IReadOnlyList<Cue>>(),
            Next = new LocalizedText(
                new Dictionary<string, string> { ["en"] = "Fill each cell.", ["zh-Hans"] = "逐项补充。" }
            ),
        };
        KnowledgeBase knowledge = new() { Replies = [reply] };
        Plan(Diagnoses.MoreInformation, knowledge: knowledge)
            .Next.Take(2)
            .ShouldBe(["Amazon wants more before it decides.", "Fill each cell."]);
        Plan(Diagnoses.MoreInformation, knowledge: knowledge, language: "zh-Hans").Next[1].ShouldBe("逐项补充。");
    }

    private static SentRound Round =>
        new()
        {
            Number = 1,
            Text = "The carrier came late. We check the pick-up every day.",
            Sentences =
            [
                Sentence("The carrier came late.", PlanSection.RootCause),
                Sentence("We check the pick-up every day.", PlanSection.Prevention),
            ],
            Facts = [Said("late_shipment.cause", "late pick-up")],
            Sent = new SentAppeal(
                1,
                new DateTimeOffset(2026, 10, 6, 9, 0, 0, TimeSpan.FromHours(-7)),
                "Mei Lin",
                RouteChannel.AccountHealth,
                "aa",
                [new PackedFile("attachments/01-invoice.pdf", "invoice")],
                []
            ),
        };

    private static NextRoundPlan Plan(
        Diagnosis answer,
        Func<NextRoundRequest, NextRoundRequest>? change = null,
        KnowledgeBase? knowledge = null,
        string language = "en"
    )
    {
        var request = new NextRoundRequest
        {
            Answer = answer,
            Notice = Diagnoses.LateShipment,
            Sent = [Round],
            Facts = [Said("late_shipment.cause", "late pick-up")],
            Documents = [Paper("invoice")],
        };
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 10, 16, 0, 0, TimeSpan.Zero));
        var next = new NextRound(
            knowledge ?? new KnowledgeBase { Marketplaces = KnowledgeLoader.BuiltIn.Marketplaces },
            clock
        );
        return Screen.In(language, () => next.Plan(change is null ? request : change(request)));
    }

    private static RequestCell Cell(string? cause, PlanSection section) =>
        new(cause, section, Diagnoses.Quote("detail"));

    private static Ask Ask(string what) => new(what, Diagnoses.Quote("please send"));

    private static Fact Said(string id, string value) =>
        new(id, value, value, new FactSource { Origin = FactOrigin.Statement, Person = "Mei Lin" });

    private static Fact Figure(string value, string file) =>
        new("late_shipment.rate", value, value, new FactSource { Origin = FactOrigin.Report, Sha256 = file });

    private static LedgerSentence Sentence(string text, PlanSection section) =>
        new("late_shipment.x", text, [], "late_shipment", section, 0, text.Length);

    private static Document Paper(string hash) =>
        new()
        {
            Path = hash + ".pdf",
            Sha256 = hash,
            Kind = DocumentKind.Invoice,
            Pages = 1,
            HasText = true,
        };
}

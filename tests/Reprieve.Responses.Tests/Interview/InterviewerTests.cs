using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Tests.Writing;

namespace Reprieve.Responses.Tests.Interview;

public sealed class InterviewerTests
{
    private static readonly ResponseRequest Full = FullCases.Request("late_shipment", "carrier_pickup");
    private readonly Interviewer _interviewer = new(KnowledgeLoader.BuiltIn);

    [Fact]
    public void With_every_answer_given_nothing_is_open()
    {
        InterviewGuide guide = _interviewer.Guide(Full);

        guide.IsDone.ShouldBeTrue();
        guide.Questions.ShouldAllBe(question =>
            question.State == QuestionState.Answered || question.State == QuestionState.Known
        );
        guide
            .Questions.Single(q => q.Question.Id == "late_shipment.since")
            .ShouldSatisfyAllConditions(
                since => since.Section.ShouldBe(PlanSection.RootCause),
                since => since.Cause.ShouldBe("late_shipment"),
                since => since.Fact!.Source.Person.ShouldBe("Dana Whitlock")
            );
    }

    [Fact]
    public void A_question_appears_only_when_the_answer_before_it_calls_for_it()
    {
        Ids(_interviewer.Guide(With("late_shipment.cause", "staffing")))
            .ShouldNotContain("late_shipment.pickup_agreed");
        Ids(_interviewer.Guide(With("late_shipment.cause", "carrier_pickup")))
            .ShouldContain("late_shipment.pickup_agreed");
    }

    [Fact]
    public void The_open_questions_are_those_the_writer_asks()
    {
        ResponseRequest bare = Full with { Answers = AnswerSheet.Empty };

        Response response = new Responses.Writing.ResponseWriter(KnowledgeLoader.BuiltIn).Write(bare);

        response.Questions.Count.ShouldBeGreaterThan(5);
        _interviewer
            .Guide(bare)
            .Open.Select(open => (open.Question.Id, open.Question.Optional))
            .ShouldBe(response.Questions.Select(open => (open.Question.Id, open.Question.Optional)));
    }

    [Fact]
    public void An_answer_in_another_script_waits_for_its_wording()
    {
        ResponseRequest chinese = With("late_shipment.check_who", "阿强");
        GuideQuestion asked = _interviewer
            .Guide(chinese)
            .Questions.Single(q => q.Question.Id == "late_shipment.check_who");
        asked.State.ShouldBe(QuestionState.NotTaken);

        AnswerReading alone = _interviewer.Read(chinese, "en", asked.Question, Say("阿强"));
        AnswerReading worded = _interviewer.Read(
            chinese,
            "en",
            asked.Question,
            Say("阿强") with
            {
                Translation = ("en", "Aqiang"),
            }
        );

        alone.WordingIn.ShouldNotBeNull();
        worded.ShouldBe(new AnswerReading("Aqiang", null, null));
    }

    [Fact]
    public void The_persons_own_words_stay_in_the_source_of_a_translated_fact()
    {
        ResponseRequest request = With("late_shipment.check_who", "阿强", "Aqiang");

        Fact fact = _interviewer.Guide(request).Questions.Single(q => q.Question.Id == "late_shipment.check_who").Fact!;

        fact.Value.ShouldBe("Aqiang");
        fact.Source.Original.ShouldBe("阿强");
    }

    [Fact]
    public void Nobody_is_their_own_deputy()
    {
        string who = _interviewer
            .Guide(Full)
            .Questions.Single(q => q.Question.Id == "late_shipment.check_who")
            .Fact!.Value;

        GuideQuestion deputy = _interviewer
            .Guide(With("late_shipment.deputy", who))
            .Questions.Single(q => q.Question.Id == "late_shipment.deputy");

        deputy.State.ShouldBe(QuestionState.NotTaken);
        deputy.Problem!.ShouldContain("somebody else");
    }

    [Fact]
    public void A_known_role_in_chinese_needs_no_wording() =>
        _interviewer
            .Read(Full, "en", Question("late_shipment.check_who"), Say("仓库主管"))
            .Words.ShouldBe("our warehouse supervisor");

    [Theory]
    [InlineData(ResponseMode.Wait)]
    [InlineData(ResponseMode.None)]
    public void Where_nothing_is_written_nothing_is_asked(ResponseMode mode) =>
        _interviewer.Guide(Full with { Mode = mode }).Questions.ShouldBeEmpty();

    [Fact]
    public void What_buyers_say_in_the_reports_stands_beside_the_question_that_counts_them() =>
        _interviewer
            .Guide(SampleCases.Read("inauthentic", new DateOnly(2026, 10, 20)))
            .Questions.Single(q => q.Question.Id == "inauthentic.complaints")
            .Hints.ShouldBe([
                "Feedback and returns of 2 orders say so. Product reviews and messages are not among them.",
                "The first of these is of September 26, 2026, the last of October 2, 2026.",
            ]);

    [Fact]
    public void The_name_a_notice_greets_is_the_stores_until_the_seller_says_another()
    {
        Store(Greeting("Hello Brindlecove Goods,\n"))
            .ShouldSatisfyAllConditions(
                read => read.State.ShouldBe(QuestionState.Read),
                read => read.Fact!.Value.ShouldBe("Brindlecove Goods"),
                read => read.Fact!.Source.File.ShouldBe("notice.eml")
            );
        Store(Answered(Greeting("Hello Dana Whitlock,\n"), "Brindlecove Goods"))
            .ShouldSatisfyAllConditions(
                said => said.State.ShouldBe(QuestionState.Answered),
                said => said.Fact!.Value.ShouldBe("Brindlecove Goods")
            );
        Store(Greeting("Hello Brindlecove Goods,\n") with { Answers = Full.Answers })
            .State.ShouldBe(QuestionState.Answered);
    }

    [Fact]
    public void A_greeting_that_the_seller_took_back_is_asked() =>
        Store(Answered(Greeting("Hello Dana Whitlock,\n"), null)).State.ShouldBe(QuestionState.Open);

    [Fact]
    public void A_greeting_that_the_answer_could_not_write_is_asked() =>
        Store(Greeting("Hello 青葉雑貨,\n")).State.ShouldBe(QuestionState.Open);

    private static ResponseRequest Greeting(string text) =>
        Full with
        {
            Notice = Full.Notice with { Text = text + Full.Notice.Text },
            Answers = Full.Answers with { Seller = new Seller() },
        };

    private static ResponseRequest Answered(ResponseRequest request, string? store) =>
        request with
        {
            Answers = request.Answers with
            {
                Answers =
                [
                    .. request.Answers.Answers,
                    new Answer(
                        Seller.StoreFact,
                        null,
                        store,
                        store is null ? [] : [store],
                        "Dana Whitlock",
                        null,
                        [],
                        99
                    )
                    {
                        IsTakenBack = store is null,
                    },
                ],
            },
        };

    private GuideQuestion Store(ResponseRequest request) =>
        _interviewer.Guide(request).Questions.Single(q => q.Question.Id == Seller.StoreFact);

    private static IEnumerable<string> Ids(InterviewGuide guide) => guide.Questions.Select(q => q.Question.Id);

    private static GivenAnswer Say(string value) => new([value], null, null, []);

    private static Question Question(string id) =>
        KnowledgeLoader.BuiltIn.Playbooks.SelectMany(p => p.Questions).First(q => q.Id == id);

    private static ResponseRequest With(string id, string value, string? english = null) =>
        Full with
        {
            Answers = Full.Answers with
            {
                Answers =
                [
                    .. Full.Answers.Answers.Where(answer => answer.Id != id),
                    new Answer(id, null, value, [value], "Dana Whitlock", null, [], 99)
                    {
                        Translations = english is null ? [] : new Dictionary<string, string> { ["en"] = english },
                    },
                ],
            },
        };
}

using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Export;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

public sealed class PlaybookTests(ITestOutputHelper output)
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;

    /// <summary>What we write ourselves is held to more than what a seller writes: four sentences in ten without a fact at most.</summary>
    private static readonly KnowledgeBase Strict = Knowledge with
    {
        Checks =
        [
            .. Knowledge.Checks.Select(rule =>
                rule.Code == "GEN-01"
                    ? rule with
                    {
                        Limits = new Dictionary<string, double>(rule.Limits) { ["share"] = 0.4 },
                    }
                    : rule
            ),
        ],
    };

    public static TheoryData<string, string> Plans
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (
                string reason in Knowledge
                    .Playbooks.Where(p => p.Modes.Contains(ResponseMode.Plan) && p.Topic is not null)
                    .SelectMany(p => p.Reasons)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
            {
                Playbook playbook = PlaybookChoice.Of(reason, ResponseMode.Plan, null, Knowledge)!;
                Question? cause = playbook.Questions.FirstOrDefault(q =>
                    q.Slot == Slot.Pick && q.Id.EndsWith(".cause", StringComparison.Ordinal)
                );
                foreach (string code in cause?.Choices.Select(choice => choice.Code) ?? [""])
                {
                    all.Add(reason, code);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_plan_with_full_answers_is_whole_and_passes_the_check(string reason, string cause)
    {
        ResponseRequest request = FullCases.Request(reason, cause);

        PlanOfAction plan = new ResponseWriter(Knowledge).Write(request).ShouldBeOfType<PlanOfAction>();

        CheckReport check = new ResponseChecker(Strict).Check(
            plan.Text,
            new CheckRequest { Notice = request.Notice, Today = request.Today }
        );
        output.WriteLine(plan.Text);
        check.Findings.ToList().ForEach(f => output.WriteLine($"{f.Rule} {f.Severity} {f.Message} [{f.Quote}]"));
        plan.Questions.Where(q => !q.Question.Optional).Select(q => q.Question.Id + q.Problem).ShouldBeEmpty();
        check.Words.ShouldBeInRange(250, 600);
        check.Findings.Where(f => f.Severity == Severity.Block).ShouldBeEmpty();
        plan.Text.ShouldNotContain("{");
        plan.Sentences.ShouldAllBe(s => plan.Text.Substring(s.Start, s.Length) == s.Text);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_same_request_gives_the_same_answer(string reason, string cause)
    {
        ResponseRequest request = FullCases.Request(reason, cause);
        var one = (PlanOfAction)new ResponseWriter(Knowledge).Write(request);
        var other = (PlanOfAction)new ResponseWriter(Knowledge).Write(FullCases.Request(reason, cause));

        other.Text.ShouldBe(one.Text);
        other.Facts.ShouldBe(one.Facts);
    }

    [Theory]
    [InlineData("late_shipment", "carrier_pickup", PracticeArea.SalesProcess)]
    [InlineData("inauthentic", "packaging", PracticeArea.ProductSelection)]
    public void What_is_mended_is_marked(string reason, string cause, PracticeArea area)
    {
        var plan = (PlanOfAction)new ResponseWriter(Knowledge).Write(FullCases.Request(reason, cause));

        plan.Causes.ShouldBe([new AnsweredCause(reason, area)]);
        Ledger.Of(plan).Causes.ShouldBe(plan.Causes);
    }

    [Fact]
    public void Every_question_feeds_a_sentence_or_a_condition()
    {
        foreach (Playbook part in Knowledge.Playbooks.Where(p => p.Reasons.Count + p.BuyerCauses.Count > 0))
        {
            Playbook playbook = PlaybookChoice.Of(
                part.Reasons.Concat(part.BuyerCauses).First(),
                part.Modes[0],
                null,
                Knowledge
            )!;
            IEnumerable<string> used = playbook
                .Sentences.SelectMany(s =>
                    Template.Names(s.Say.In("en")).Concat(s.When.Select(w => Condition.Parse(w).Fact))
                )
                .Concat(playbook.Questions.SelectMany(q => q.When).Select(w => Condition.Parse(w).Fact));
            playbook
                .Questions.Select(q => q.Id)
                .Where(id => !id.StartsWith("paper.", StringComparison.Ordinal))
                .Except(used)
                .ShouldBeEmpty(part.Code);
        }
    }

    [Fact]
    public void A_language_that_a_playbook_lacks_makes_the_whole_answer_english()
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup") with { Language = "fr" };

        var plan = (PlanOfAction)new ResponseWriter(Knowledge).Write(request);

        plan.Language.ShouldBe("en");
        plan.Text.ShouldBe(((PlanOfAction)new ResponseWriter(Knowledge).Write(request with { Language = "en" })).Text);
    }

    [Fact]
    public void Nothing_answered_gives_questions_and_no_invented_sentence()
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup") with
        {
            Answers = AnswerSheet.Empty,
            Review = null,
        };

        var plan = (PlanOfAction)new ResponseWriter(Knowledge).Write(request);

        plan.Sentences.Where(s => s.Facts.Count > 0).ShouldBeEmpty();
        plan.Questions.Select(q => q.Question.Id).ShouldContain("late_shipment.cause");
        plan.Questions.Select(q => q.Question.Id).ShouldNotContain("late_shipment.pickup_agreed");
    }

    [Fact]
    public void A_plan_can_be_chosen_where_the_notice_does_not_tell()
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup");
        request = request with
        {
            Notice = request.Notice with { ResponseMode = ResponseMode.Unknown },
            Mode = ResponseMode.Plan,
        };

        new ResponseWriter(Knowledge).Write(request).ShouldBeOfType<PlanOfAction>();
    }

    [Fact]
    public void A_forged_notice_gets_no_text()
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup");
        Diagnosis forged = request.Notice with { Authenticity = new Authenticity(AuthenticityVerdict.Forged, []) };

        new ResponseWriter(Knowledge).Write(request with { Notice = forged }).ShouldBeOfType<NothingToSend>();
    }

    [Fact]
    public void A_text_that_was_sent_before_is_not_written_again()
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup") with
        {
            Mode = ResponseMode.Plan,
        };
        request = request with { Earlier = [new EarlierRound(1, "something else", null)] };
        var second = (PlanOfAction)new ResponseWriter(Knowledge).Write(request);

        new ResponseWriter(Knowledge)
            .Write(request with { Earlier = [new EarlierRound(1, second.Text, null)] })
            .ShouldBeOfType<NothingToSend>();
    }

    [Fact]
    public void Amazons_figure_read_off_the_page_is_a_fact_with_its_reader()
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup");
        var stated = new StatedFigure("late_shipment_rate_30d", null, 0.066, "Li Wei", new DateOnly(2026, 10, 1), 7);
        MetricResult[] metrics =
        [
            .. request.Review!.Metrics.Select(metric =>
                metric.Code == stated.Metric
                    ? metric with
                    {
                        AmazonReported = new ReportedFigure(stated.Value, null)
                        {
                            Source = FigureSource.Seller,
                            Stated = stated,
                        },
                    }
                    : metric
            ),
        ];
        var plan = (PlanOfAction)
            new ResponseWriter(Knowledge).Write(request with { Review = request.Review with { Metrics = metrics } });
        plan.Text.ShouldContain("stood at 6.6% by Amazon's own count");
        Fact fact = plan.Facts.First(known => known.Id == "late_shipment.amazon_rate");
        fact.Source.Origin.ShouldBe(FactOrigin.Statement);
        (fact.Source.File, fact.Source.Where, fact.Source.Person).ShouldBe(("answers.yaml", "line 7", "Li Wei"));
        fact.Source.Date.ShouldBe(stated.ReadOn);
    }
}

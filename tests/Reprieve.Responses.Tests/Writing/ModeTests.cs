using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

/// <summary>Every way in which Amazon wants an answer, with a case that is complete for it.</summary>
public sealed class ModeTests(ITestOutputHelper output)
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;

    private static readonly Dictionary<ResponseMode, Type> Texts = new()
    {
        [ResponseMode.Plan] = typeof(PlanOfAction),
        [ResponseMode.Documents] = typeof(DocumentPack),
        [ResponseMode.Questionnaire] = typeof(Questionnaire),
        [ResponseMode.Acknowledge] = typeof(Acknowledgement),
        [ResponseMode.Dispute] = typeof(Dispute),
    };

    public static TheoryData<ResponseMode, string> Written
    {
        get
        {
            TheoryData<ResponseMode, string> all = [];
            foreach (ResponseMode mode in Texts.Keys)
            {
                foreach (
                    Reason reason in Knowledge.Reasons.Where(r =>
                        PlaybookChoice.Of(r.Code, mode, null, Knowledge) is not null
                    )
                )
                {
                    all.Add(mode, reason.Code);
                }
            }

            return all;
        }
    }

    [Fact]
    public void Every_reason_has_an_answer_in_every_mode_that_has_a_text()
    {
        foreach (Reason reason in Knowledge.Reasons)
        {
            foreach (ResponseMode mode in Texts.Keys)
            {
                PlaybookChoice.Of(reason.Code, mode, null, Knowledge).ShouldNotBeNull($"{reason.Code}, {mode}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void A_complete_case_gives_a_text_that_passes_and_rests_on_facts(ResponseMode mode, string reason)
    {
        ResponseRequest request = FullCases.Request(reason, FirstCause(reason, mode), mode);

        var written = (WrittenResponse)new ResponseWriter(Knowledge).Write(request);

        output.WriteLine(written.Text);
        written.ShouldBeOfType(Texts[mode]);
        written.Questions.Where(q => !q.Question.Optional).Select(q => q.Question.Id + q.Problem).ShouldBeEmpty();
        written.Sentences.Where(s => s.Cause is not null && !s.Id.Contains("heading")).ShouldNotBeEmpty();
        written.Sentences.Where(s => !s.Id.Contains("heading")).ShouldAllBe(s => s.Facts.Count > 0);
        written.Text.ShouldNotContain("{");
        Check(written, request)
            .Findings.Where(f => f.Severity == Severity.Block)
            .Select(f => f.Message)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Where_a_lawyer_should_look_first_nothing_is_said_before(ResponseMode mode, string reason)
    {
        ResponseRequest full = FullCases.Request(reason, FirstCause(reason, mode), mode);
        AnswerSheet unasked = full.Answers with
        {
            Answers = [.. full.Answers.Answers.Where(answer => answer.Id != Lawyer.Question)],
        };

        var written = (WrittenResponse)new ResponseWriter(Knowledge).Write(full with { Answers = unasked });

        bool first = Knowledge.Reason(reason)!.LawyerFirst;
        written.Questions.Any(q => q.Question.Id == Lawyer.Question && !q.Question.Optional).ShouldBe(first);
        if (first)
        {
            written.Sentences.Where(s => s.Cause is not null && !s.Id.Contains("heading")).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("related_account")]
    [InlineData("inauthentic")]
    [InlineData("review_manipulation")]
    public void A_dispute_admits_nothing(string reason)
    {
        var dispute = (Dispute)new ResponseWriter(Knowledge).Write(FullCases.Request(reason, "", ResponseMode.Dispute));

        foreach (string admission in (string[])["omission", "our fault", "we failed", "sorry", "apolog", "root cause"])
        {
            dispute.Text.ShouldNotContain(admission, Case.Insensitive);
        }
    }

    [Fact]
    public void An_acknowledgement_that_the_seller_does_not_agree_with_opens_with_nothing()
    {
        ResponseRequest full = FullCases.Request("late_shipment", "carrier_pickup", ResponseMode.Acknowledge);
        ResponseRequest denied = Answered(full, "acknowledge.agrees", "no");

        var written = (Acknowledgement)new ResponseWriter(Knowledge).Write(denied);

        written.Text.ShouldNotContain("acknowledge the violation");
    }

    [Fact]
    public void Claims_that_can_be_appealed_are_named_with_their_last_day()
    {
        ResponseRequest request = Steps("order_defect_rate", ResponseMode.ClaimsFirst);
        Review review = request.Review! with
        {
            Files =
            [
                .. request.Review!.Files,
                new ReviewedFile("claims.csv", "claims", 3, 0, null, null, new string('c', 64)),
            ],
            Repairs =
            [
                new Repair
                {
                    Rule = "a_to_z_appeal",
                    Order = "111-1000000-2000000",
                    Due = new DateOnly(2026, 10, 24),
                },
                new Repair { Rule = "chargeback_answer", Order = "111-1000001-2000001" },
                new Repair { Rule = "close_listing", Sku = "SKU-1" },
            ],
        };

        var nothing = (NothingToSend)new ResponseWriter(Knowledge).Write(request with { Review = review });

        nothing.Why.ShouldContain("there are 2");
        nothing.Instead[0].ShouldBe("Order 111-1000000-2000000: Appeal a granted A-to-z claim, by October 24, 2026.");
        nothing.Instead[1].ShouldContain("111-1000001-2000001");
    }

    [Fact]
    public void When_no_claim_can_be_appealed_any_more_the_plan_is_written()
    {
        ResponseRequest request = Steps("order_defect_rate", ResponseMode.ClaimsFirst);
        Review review = request.Review! with
        {
            Files =
            [
                .. request.Review!.Files,
                new ReviewedFile("claims.csv", "claims", 3, 0, null, null, new string('c', 64)),
            ],
        };

        new ResponseWriter(Knowledge).Write(request with { Review = review }).ShouldBeOfType<PlanOfAction>();
        new ResponseWriter(Knowledge).Write(request).ShouldBeOfType<NothingToSend>();
    }

    [Fact]
    public void The_listings_to_mend_are_named_with_the_words_that_betray_them()
    {
        ResponseRequest request = Steps("detail_page_misuse", ResponseMode.FixListing);
        var finding = new ListingFinding(
            "QB-LID-6",
            "B0ZQB2L6MK",
            "restricted.pesticide",
            ListingSeverity.High,
            new ListingEvidence("item-name", "repels ants")
        );

        var nothing = (NothingToSend)
            new ResponseWriter(Knowledge).Write(
                request with
                {
                    Review = request.Review! with { Listings = [finding] },
                }
            );

        nothing.Instead.ShouldContain(step => step.StartsWith("ASIN B0ZQB2L6MK"));
        nothing.Instead.ShouldContain(step => step.StartsWith("SKU QB-LID-6: \"repels ants\""));
    }

    [Fact]
    public void Until_when_to_wait_is_read_from_the_notice_and_the_forecast()
    {
        ResponseRequest request = Steps("late_shipment", ResponseMode.Wait);
        Notices.Evidence evidence = new("reason", 0, 6);
        var end = new DateTimeOffset(2026, 10, 28, 23, 59, 59, TimeSpan.FromHours(-7));
        request = request with
        {
            Notice = request.Notice with { Deadlines = [new Deadline("review", evidence, "30 days", 30, "days", end)] },
            Review = request.Review! with
            {
                Forecast =
                [
                    new MetricForecast("late_shipment_rate_30d", Fulfilment.Merchant, new DateOnly(2026, 10, 26), 430),
                ],
            },
        };

        var nothing = (NothingToSend)new ResponseWriter(Knowledge).Write(request);

        nothing.Instead[0].ShouldContain("October 28, 2026");
        nothing.Instead[1].ShouldContain("October 26, 2026");
        nothing.Instead[1].ShouldContain("430");
    }

    [Fact]
    public void A_related_account_that_is_active_again_is_answered_with_its_name_and_day()
    {
        ResponseRequest request = Steps("related_account", ResponseMode.OtherAccountFirst);
        new ResponseWriter(Knowledge)
            .Write(request)
            .ShouldBeOfType<NothingToSend>()
            .Instead.ShouldContain(step => step.Contains("related.reactivated"));

        request = FullCases.Request("related_account", "", ResponseMode.Documents);
        request = request with { Notice = request.Notice with { ResponseMode = ResponseMode.OtherAccountFirst } };

        var pack = (DocumentPack)new ResponseWriter(Knowledge).Write(request);
        pack.Text.ShouldContain("The related account Bluepost is ours and was reactivated on October");
    }

    [Theory]
    [InlineData(ResponseMode.OtherAccountFirst)]
    [InlineData(ResponseMode.ClaimsFirst)]
    [InlineData(ResponseMode.FixListing)]
    [InlineData(ResponseMode.Wait)]
    [InlineData(ResponseMode.Call)]
    [InlineData(ResponseMode.None)]
    [InlineData(ResponseMode.Unknown)]
    public void Where_nothing_is_sent_it_is_said_why_and_what_to_do(ResponseMode mode)
    {
        foreach (Reason reason in Knowledge.Reasons)
        {
            var nothing = (NothingToSend)new ResponseWriter(Knowledge).Write(Steps(reason.Code, mode));

            nothing.Why.ShouldNotBeEmpty(reason.Code);
            nothing.Instead.ShouldNotBeEmpty(reason.Code);
            nothing.Instead.ShouldAllBe(step => !step.Contains('{'));
        }
    }

    private static ResponseRequest Steps(string reason, ResponseMode mode)
    {
        ResponseRequest request = FullCases.Request(
            reason,
            "",
            mode == ResponseMode.Unknown ? ResponseMode.None : mode
        );
        return request with
        {
            Answers = request.Answers with { Answers = [] },
            Notice = request.Notice with { ResponseMode = mode },
        };
    }

    private static ResponseRequest Answered(ResponseRequest request, string id, string value) =>
        request with
        {
            Answers = request.Answers with
            {
                Answers =
                [
                    .. request.Answers.Answers.Select(answer =>
                        answer.Id == id ? answer with { Value = value, Values = [value] } : answer
                    ),
                ],
            },
        };

    private static CheckReport Check(WrittenResponse written, ResponseRequest request) =>
        new ResponseChecker(Knowledge).Check(
            written.Text,
            new CheckRequest
            {
                Notice = request.Notice,
                Mode = written.Mode,
                Language = written.Language,
                Today = request.Today,
            }
        );

    /// <summary>The first cause that a playbook offers; "" where it offers none.</summary>
    private static string FirstCause(string reason, ResponseMode mode) =>
        PlaybookChoice
            .Of(reason, mode, null, Knowledge)!
            .Questions.FirstOrDefault(q => q.Slot == Slot.Pick && q.Id.EndsWith(".cause", StringComparison.Ordinal))
            ?.Choices[0]
            .Code
        ?? "";
}

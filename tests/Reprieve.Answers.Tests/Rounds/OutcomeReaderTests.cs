using Reprieve.Answers.Rounds;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Rounds;

public class OutcomeReaderTests
{
    private static readonly Diagnosis Notice = Diagnoses.LateShipment;
    private static readonly Diagnosis Again = Notice with
    {
        Sha256 = new string('e', 64),
        Date = Notice.Date!.Value.AddDays(9),
    };

    [Theory]
    [InlineData(Decision.Reinstated, AnswerOutcome.Reinstated)]
    [InlineData(Decision.PartiallyReinstated, AnswerOutcome.PartiallyReinstated)]
    [InlineData(Decision.MoreInformation, AnswerOutcome.MoreInformation)]
    [InlineData(Decision.Denied, AnswerOutcome.Denied)]
    [InlineData(Decision.DeniedFinal, AnswerOutcome.DeniedFinal)]
    public void What_the_message_decides_counts_first(Decision decision, AnswerOutcome outcome)
    {
        Read(Again with { Decision = decision, ResponseMode = ResponseMode.Call }).ShouldBe(outcome);
        outcome.Decision().ShouldBe(decision);
        outcome.Answers().ShouldBeTrue();
    }

    [Theory]
    [InlineData(NoticeKind.Reinstated, AnswerOutcome.Reinstated)]
    [InlineData(NoticeKind.AppealMoreInfo, AnswerOutcome.MoreInformation)]
    [InlineData(NoticeKind.AppealDenied, AnswerOutcome.Denied)]
    public void Its_kind_decides_where_it_says_no_decision(NoticeKind kind, AnswerOutcome outcome) =>
        Read(Again with { Kind = kind }).ShouldBe(outcome);

    [Fact]
    public void The_same_event_with_the_same_wishes_is_the_same_notice()
    {
        Read(Again).ShouldBe(AnswerOutcome.SameNotice);
        AnswerOutcome.SameNotice.Answers().ShouldBeTrue();
    }

    [Fact]
    public void Another_reason_store_or_complaint_makes_it_a_new_notice()
    {
        foreach (
            Diagnosis other in new[]
            {
                Again with
                {
                    Reasons = [new StatedReason("inauthentic", 0.9, [])],
                },
                Again with
                {
                    Marketplace = "amazon.de",
                },
                Again with
                {
                    ComplaintIds = ["10234567891"],
                },
                Again with
                {
                    Kind = NoticeKind.ListingRemoval,
                },
            }
        )
        {
            Read(other).ShouldBe(AnswerOutcome.NewNotice);
        }

        AnswerOutcome.NewNotice.Answers().ShouldBeFalse();
    }

    [Theory]
    [InlineData(NoticeKind.InfoRequest)]
    [InlineData(NoticeKind.VerificationRequest)]
    public void A_wish_for_other_papers_is_a_wish_for_more(NoticeKind kind) =>
        Read(Again with { Kind = kind, Reasons = [], Asks = [new Ask("utility_bill", Diagnoses.Quote("a bill"))] })
            .ShouldBe(AnswerOutcome.MoreInformation);

    [Fact]
    public void Papers_for_a_reason_that_was_never_stated_are_a_new_notice() =>
        Read(
                Again with
                {
                    Kind = NoticeKind.InfoRequest,
                    Reasons = [new StatedReason("inauthentic", 0.9, [])],
                    Asks = [new Ask("invoices", Diagnoses.Quote("invoices"))],
                }
            )
            .ShouldBe(AnswerOutcome.NewNotice);

    [Theory]
    [InlineData(NoticeKind.AtRiskWarning)]
    [InlineData(NoticeKind.OtherAmazonMail)]
    public void A_wish_for_a_call_decides_nothing(NoticeKind kind)
    {
        Read(Again with { Kind = kind, ResponseMode = ResponseMode.Call }).ShouldBe(AnswerOutcome.PhoneAttempt);
        AnswerOutcome.PhoneAttempt.Answers().ShouldBeFalse();
    }

    [Theory]
    [InlineData(NoticeKind.Deactivation)]
    [InlineData(NoticeKind.FundsHold)]
    [InlineData(NoticeKind.OtherAmazonMail)]
    public void A_mail_without_a_ground_or_a_wish_is_unclear(NoticeKind kind) =>
        Read(Again with { Kind = kind, Reasons = [], Asks = [], ResponseMode = ResponseMode.Unknown })
            .ShouldBe(AnswerOutcome.Unclear);

    [Theory]
    [InlineData(AuthenticityVerdict.Forged)]
    [InlineData(AuthenticityVerdict.Suspicious)]
    public void A_message_that_is_not_amazons_is_not_believed_whatever_it_says(AuthenticityVerdict verdict) =>
        Read(Again with { Decision = Decision.Reinstated, Authenticity = new Authenticity(verdict, []) })
            .ShouldBe(AnswerOutcome.NotBelieved);

    private static AnswerOutcome Read(Diagnosis later) => OutcomeReader.Read(later, [Notice]);
}

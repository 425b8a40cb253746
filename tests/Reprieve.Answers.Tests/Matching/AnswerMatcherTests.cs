using Reprieve.Answers.Matching;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Matching;

public class AnswerMatcherTests
{
    private static readonly DateTimeOffset Sent = new(2026, 10, 6, 9, 0, 0, TimeSpan.FromHours(-7));

    [Fact]
    public void The_answer_in_the_same_thread_is_taken() =>
        Verdict(Diagnoses.MoreInformation).ShouldBe(MatchVerdict.Yes);

    [Fact]
    public void The_same_store_and_reason_suffice_for_a_decision() => Verdict(Plain).ShouldBe(MatchVerdict.Yes);

    [Fact]
    public void The_same_notice_again_answers_a_case_that_waits()
    {
        Diagnosis again = Diagnoses.LateShipment with { Date = Sent.AddDays(2), Sha256 = new string('e', 64) };
        Verdict(again).ShouldBe(MatchVerdict.Yes);
    }

    [Fact]
    public void A_wish_for_papers_with_nothing_in_common_is_asked_about()
    {
        Diagnosis wish = Plain with
        {
            Kind = NoticeKind.InfoRequest,
            Decision = null,
            Reasons = [],
            Asks = [new Ask("utility_bill", Diagnoses.Quote("a bill"))],
        };
        Verdict(wish).ShouldBe(MatchVerdict.Unsure);
    }

    [Fact]
    public void A_complaint_id_decides_even_when_the_reason_is_another()
    {
        Diagnosis notice = Diagnoses.LateShipment with { ComplaintIds = ["10234567891"] };
        Diagnosis answer = Plain with
        {
            ComplaintIds = ["10234567891"],
            Reasons = [new StatedReason("inauthentic", 0.9, [])],
        };
        AnswerMatcher.Match(answer, Known(notice)).Verdict.ShouldBe(MatchVerdict.Yes);
    }

    [Fact]
    public void A_shared_asin_decides_also_without_a_store()
    {
        Diagnosis notice = Diagnoses.LateShipment with { Asins = ["B0EXAMPLE1"] };
        Diagnosis answer = Plain with { Asins = ["B0EXAMPLE1", "B0EXAMPLE9"], Marketplace = null, Decision = null };
        AnswerMatcher.Match(answer, Known(notice)).Verdict.ShouldBe(MatchVerdict.Yes);
    }

    [Theory]
    [InlineData(AuthenticityVerdict.Forged, NoticeKind.AppealMoreInfo)]
    [InlineData(AuthenticityVerdict.Suspicious, NoticeKind.Reinstated)]
    [InlineData(AuthenticityVerdict.Unverifiable, NoticeKind.Phishing)]
    public void A_mail_that_is_not_amazons_never_matches(AuthenticityVerdict verdict, NoticeKind kind)
    {
        Diagnosis notice = Diagnoses.LateShipment with { ComplaintIds = ["10234567891"] };
        Diagnosis answer = Diagnoses.MoreInformation with
        {
            Kind = kind,
            ComplaintIds = ["10234567891"],
            Authenticity = new Authenticity(verdict, []),
        };
        AnswerMatcher.Match(answer, Known(notice)).Verdict.ShouldBe(MatchVerdict.No);
    }

    [Fact]
    public void Another_store_is_another_case() =>
        Verdict(Diagnoses.MoreInformation with { Marketplace = "amazon.de" }).ShouldBe(MatchVerdict.No);

    [Fact]
    public void What_is_older_than_the_sending_is_no_answer_to_it() =>
        Verdict(Diagnoses.MoreInformation with { Date = Sent.AddMinutes(-1) }).ShouldBe(MatchVerdict.No);

    [Fact]
    public void A_message_the_case_has_already_is_not_taken_twice() =>
        Verdict(Diagnoses.LateShipment).ShouldBe(MatchVerdict.No);

    [Fact]
    public void A_newsletter_is_no_answer() =>
        Verdict(Diagnoses.MoreInformation with { Kind = NoticeKind.OtherAmazonMail }).ShouldBe(MatchVerdict.No);

    [Fact]
    public void A_decision_on_another_reason_is_for_a_person_to_judge_in_the_thread_and_no_match_outside()
    {
        StatedReason[] other = [new StatedReason("inauthentic", 0.9, [])];
        Verdict(Diagnoses.MoreInformation with { Reasons = other }).ShouldBe(MatchVerdict.Unsure);
        Verdict(Plain with { Reasons = other }).ShouldBe(MatchVerdict.No);
    }

    [Fact]
    public void A_decision_without_any_mark_is_for_a_person_to_judge()
    {
        Diagnosis bare = Plain with { Reasons = [], Marketplace = null, Date = null };
        Match match = Screen.In("en", () => AnswerMatcher.Match(bare, Known(Diagnoses.LateShipment)));
        match.Verdict.ShouldBe(MatchVerdict.Unsure);
        match.Why.ShouldHaveSingleItem().ShouldContain("waits for an answer");
    }

    [Theory]
    [InlineData("Re: Your selling account", "Your  selling account")]
    [InlineData("AW: RE: Your selling account", "your selling account")]
    [InlineData("回复：您的亚马逊销售账户已被停用，请查看", "您的亚马逊销售账户已被停用，请查看")]
    public void Marks_of_replies_do_not_part_a_thread(string reply, string subject) =>
        AnswerMatcher.Thread(reply).ShouldBe(AnswerMatcher.Thread(subject));

    [Theory]
    [InlineData(null)]
    [InlineData("Re: Amazon")]
    [InlineData("::::")]
    public void A_subject_that_says_nothing_ties_nothing_together(string? subject) =>
        AnswerMatcher.Thread(subject).ShouldBeNull();

    [Fact]
    public void Every_verdict_says_why_in_both_languages()
    {
        foreach (string language in Screen.Languages)
        {
            Screen.In(language, () => AnswerMatcher.Match(Plain, Known(Diagnoses.LateShipment))).Why.ShouldNotBeEmpty();
        }
    }

    /// <summary>A decision with a subject of its own.</summary>
    private static Diagnosis Plain => Diagnoses.MoreInformation with { Subject = "Notice from Seller Performance" };

    private static MatchVerdict Verdict(Diagnosis later) =>
        AnswerMatcher.Match(later, Known(Diagnoses.LateShipment)).Verdict;

    private static MatchContext Known(Diagnosis notice) =>
        new()
        {
            Marketplace = "amazon.com",
            Messages = [notice],
            SentAt = Sent,
        };
}

using Reprieve.Answers.Matching;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Matching;

public class ArrivalSorterTests
{
    private static readonly DateTimeOffset Sent = new(2026, 10, 6, 9, 0, 0, TimeSpan.FromHours(-7));
    private static readonly DateTimeOffset Now = Sent.AddDays(4);

    private static Diagnosis Answer => Genuine(Diagnoses.MoreInformation);

    private static Diagnosis Notice =>
        Genuine(Diagnoses.LateShipment) with
        {
            Sha256 = new string('9', 64),
            Subject = "About your items",
            Date = Now.AddDays(-1),
            Reasons = [new StatedReason("inauthentic", 0.9, [])],
        };

    [Fact]
    public void A_proven_answer_that_one_case_awaits_goes_into_it() =>
        Place(Answer, Waiting("one"), Waiting("other", Other)).ShouldBe((ArrivalPlace.Case, "one"));

    [Fact]
    public void An_answer_that_nobody_can_prove_is_asked_about_with_its_likely_case_first() =>
        Place(Answer with { Authenticity = new Authenticity(AuthenticityVerdict.Unverifiable, []) }, Waiting("one"))
            .ShouldBe((ArrivalPlace.Ask, "one"));

    [Theory]
    [InlineData(AuthenticityVerdict.Forged, NoticeKind.Reinstated)]
    [InlineData(AuthenticityVerdict.Suspicious, NoticeKind.AppealMoreInfo)]
    [InlineData(AuthenticityVerdict.Genuine, NoticeKind.Phishing)]
    public void A_false_mail_is_flagged_whatever_it_matches(AuthenticityVerdict verdict, NoticeKind kind) =>
        Place(Answer with { Authenticity = new Authenticity(verdict, []), Kind = kind }, Waiting("one"))
            .ShouldBe((ArrivalPlace.Flagged, null));

    [Fact]
    public void An_answer_that_two_cases_await_is_asked_about() =>
        Place(Answer, Waiting("one"), Waiting("two")).Place.ShouldBe(ArrivalPlace.Ask);

    [Fact]
    public void Two_stores_of_one_case_are_one_case() =>
        Place(Answer, Waiting("one"), Waiting("one")).ShouldBe((ArrivalPlace.Case, "one"));

    [Fact]
    public void A_mail_that_a_case_has_is_known_also_when_another_program_saved_it()
    {
        var thread = new MailThread("a@amazon.com", [], null);
        Diagnosis saved = Answer with { Thread = thread, Sha256 = new string('c', 64) };
        KnownCase<string> has = Waiting("one", Diagnoses.LateShipment, Answer with { Thread = thread });
        Place(saved, has).ShouldBe((ArrivalPlace.Known, "one"));
        Place(saved with { Date = Now }, has).Place.ShouldNotBe(ArrivalPlace.Known);
    }

    [Fact]
    public void A_proven_new_notice_begins_a_case() => Place(Notice).ShouldBe((ArrivalPlace.NewCase, null));

    [Fact]
    public void A_notice_that_nobody_can_prove_begins_none() =>
        Place(Notice with { Authenticity = new Authenticity(AuthenticityVerdict.Unverifiable, []) })
            .Place.ShouldBe(ArrivalPlace.Ask);

    [Theory]
    [InlineData(59, ArrivalPlace.NewCase)]
    [InlineData(60, ArrivalPlace.Ask)]
    public void An_old_notice_is_asked_about(int days, ArrivalPlace place) =>
        Place(Notice with { Date = Now.AddDays(-days) }).Place.ShouldBe(place);

    [Fact]
    public void A_notice_without_a_day_is_asked_about() =>
        Place(Notice with { Date = null }).Place.ShouldBe(ArrivalPlace.Ask);

    [Fact]
    public void A_notice_about_something_else_that_names_an_ASIN_of_a_sent_case_begins_its_own()
    {
        Diagnosis first = Diagnoses.LateShipment with { Asins = ["B0EXAMPLE1"], Reasons = [] };
        Diagnosis second = Notice with { Asins = ["B0EXAMPLE1"] };
        Place(second, Waiting("one", first)).ShouldBe((ArrivalPlace.NewCase, null));
        Place(second with { ComplaintIds = ["77"] }, Waiting("one", first with { ComplaintIds = ["77"] }))
            .ShouldBe((ArrivalPlace.Case, "one"));
    }

    [Fact]
    public void A_decision_that_no_case_awaits_is_asked_about() => Place(Answer).Place.ShouldBe(ArrivalPlace.Ask);

    [Fact]
    public void An_earlier_answer_of_the_same_thread_is_asked_about_with_its_case() =>
        Place(Answer with { Date = Sent.AddDays(-3) }, Waiting("one")).ShouldBe((ArrivalPlace.Ask, "one"));

    [Theory]
    [InlineData(NoticeKind.NotAmazon, 0.3)]
    [InlineData(NoticeKind.OtherAmazonMail, 0.9)]
    public void Other_mails_go_nowhere(NoticeKind kind, double sure) =>
        Place(Unlike(kind, sure), Waiting("one")).Place.ShouldBe(ArrivalPlace.Nowhere);

    [Fact]
    public void A_mail_that_is_perhaps_about_the_account_is_asked_about_where_it_touches_a_case()
    {
        Diagnosis mail = Unlike(NoticeKind.OtherAmazonMail, 0.5);
        Place(mail).Place.ShouldBe(ArrivalPlace.Nowhere);
        Place(
                mail with
                {
                    ComplaintIds = ["77"],
                },
                Waiting("one", Diagnoses.LateShipment with { ComplaintIds = ["77"] })
            )
            .ShouldBe((ArrivalPlace.Ask, "one"));
    }

    private static Diagnosis Other =>
        Diagnoses.LateShipment with
        {
            Marketplace = "amazon.de",
            Sha256 = new string('d', 64),
        };

    private static Diagnosis Unlike(NoticeKind kind, double sure) =>
        Answer with
        {
            Kind = kind,
            Decision = null,
            Confidence = new ReadingConfidence(sure, sure),
        };

    private static Diagnosis Genuine(Diagnosis mail) =>
        mail with
        {
            Authenticity = new Authenticity(AuthenticityVerdict.Genuine, []),
        };

    private static KnownCase<string> Waiting(string key, params Diagnosis[] messages) =>
        new(
            key,
            new MatchContext
            {
                Marketplace = messages is [var first, ..] ? first.Marketplace : Diagnoses.LateShipment.Marketplace,
                Messages = messages.Length > 0 ? messages : [Diagnoses.LateShipment],
                SentAt = Sent,
            }
        );

    private static (ArrivalPlace Place, string? First) Place(Diagnosis mail, params KnownCase<string>[] known)
    {
        Placed<string> placed = ArrivalSorter.Place(mail, known, Now);
        return (placed.Place, placed.Cases is [var first, ..] ? first.Key : null);
    }
}

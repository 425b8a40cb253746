using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Tests.Workflow;

public sealed class NoticeChoiceTests
{
    private static readonly NoticeReader Reader = new(KnowledgeLoader.BuiltIn);

    private static Diagnosis Message(
        string source,
        NoticeKind kind,
        int? day = null,
        Decision? decision = null,
        AuthenticityVerdict verdict = AuthenticityVerdict.Unverifiable
    ) =>
        Reader.Read(
            new Message
            {
                Source = source,
                Text = "Hello",
                Sha256 = source,
            }
        ) with
        {
            Kind = kind,
            Decision = decision,
            Date = day is { } n ? new DateTimeOffset(2026, 9, n, 0, 0, 0, TimeSpan.Zero) : null,
            Authenticity = new Authenticity(verdict, []),
        };

    private static string? Chosen(params Diagnosis[] messages) =>
        NoticeChoice.ToAnswer(NoticeChoice.InOrder(messages))?.Source;

    [Fact]
    public void The_newest_message_is_the_one_to_answer() =>
        Chosen(
                Message("old", NoticeKind.Deactivation, 1),
                Message("new", NoticeKind.AppealMoreInfo, 20, Decision.MoreInformation),
                Message("middle", NoticeKind.AppealDenied, 10, Decision.Denied)
            )
            .ShouldBe("new");

    [Fact]
    public void A_pasted_answer_comes_after_the_notice_and_a_pasted_notice_before_the_answer()
    {
        Chosen(
                Message("notice", NoticeKind.Deactivation, 1),
                Message("pasted", NoticeKind.AppealDenied, null, Decision.Denied)
            )
            .ShouldBe("pasted");
        Chosen(
                Message("pasted", NoticeKind.Deactivation),
                Message("answer", NoticeKind.AppealDenied, 5, Decision.Denied)
            )
            .ShouldBe("answer");
    }

    [Fact]
    public void A_forged_message_never_takes_the_place_of_a_notice() =>
        Chosen(
                Message("notice", NoticeKind.Deactivation, 1),
                Message("phish", NoticeKind.Phishing, 9, null, AuthenticityVerdict.Suspicious),
                Message("forged", NoticeKind.Deactivation, 10, null, AuthenticityVerdict.Forged)
            )
            .ShouldBe("notice");

    [Fact]
    public void A_forged_message_alone_is_chosen_so_that_the_seller_is_warned() =>
        Chosen(
                Message("other", NoticeKind.NotAmazon, 11),
                Message("phish", NoticeKind.Phishing, 9, null, AuthenticityVerdict.Suspicious)
            )
            .ShouldBe("phish");

    [Fact]
    public void No_message_is_no_notice() => Chosen().ShouldBeNull();
}

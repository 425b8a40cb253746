using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>The traps of real notices (facts of notices, "Traps"), in our own words.</summary>
public sealed class TrapTests
{
    [Fact]
    public void Section_3_is_boilerplate_and_no_reason()
    {
        Diagnosis read = Some.ReadAs(
            NoticeKind.Deactivation,
            "Your account has been deactivated in accordance with section 3 of the Business Solutions Agreement. If we find that you have engaged in deceptive, fraudulent, or illegal activity, we may withhold your funds."
        );
        read.Reasons.ShouldBeEmpty();
        read.ResponseMode.ShouldBe(ResponseMode.Unknown);
    }

    [Fact]
    public void A_denial_may_open_like_a_deactivation()
    {
        Diagnosis read = Some.ReadAs(
            NoticeKind.AppealDenied,
            "Your Amazon seller account has been deactivated. This decision was made after reviewing both your account and the information provided."
        );
        read.Decision.ShouldBe(Decision.Denied);
    }

    [Theory]
    [InlineData("Your order defect rate is too high. This can result in the removal of your selling privileges.")]
    [InlineData("Your account may be deactivated because your late shipment rate is too high.")]
    [InlineData("Your seller account is at risk of deactivation.")]
    [InlineData("Ihr Verkäuferkonto könnte wegen Ihrer Stornierungsrate deaktiviert werden.")]
    [InlineData("您的账户可能会被停用，因为您的迟发率过高。")]
    public void What_may_happen_has_not_happened(string text)
    {
        Some.ReadAs(NoticeKind.AtRiskWarning, text, AccountStatus.AtRisk);
    }

    [Fact]
    public void The_heading_about_errors_removes_nothing()
    {
        Some.ReadAs(
            NoticeKind.PolicyWarning,
            "We received a complaint about your product. Your listing is still active.\n\nHas your account been deactivated in error?\nIf you believe there has been an error, tell us."
        );
    }

    [Fact]
    public void A_reinstatement_may_speak_of_what_could_be_removed_again()
    {
        Some.ReadAs(
            NoticeKind.Reinstated,
            "Your account has been reactivated. If problems return, your selling privileges may be removed again.",
            AccountStatus.Active
        );
    }

    [Fact]
    public void Only_seller_fulfilled_offers_is_partial()
    {
        Some.ReadAs(
            NoticeKind.Deactivation,
            "Your seller-fulfilled offers have been deactivated. FBA offers stay active.",
            AccountStatus.PartiallyDeactivated
        );
    }

    [Fact]
    public void Greater_detail_asked_before_any_appeal_is_a_warning()
    {
        Diagnosis read = Some.ReadAs(
            NoticeKind.AtRiskWarning,
            "Your seller account is at risk of deactivation. Within 72 hours, send a plan of action with greater detail on the root causes of the late shipments."
        );
        read.Decision.ShouldBeNull();
    }

    [Fact]
    public void An_earlier_mail_quoted_below_is_history()
    {
        Diagnosis read = Some.ReadAs(
            NoticeKind.Reinstated,
            "Your account has been reactivated.\n\nOn Mon, 1 Jun 2026, Amazon wrote:\n> Your account has been deactivated because of your late shipment rate.\n> ASIN B0C4TQ7M2K. Send a plan of action within 17 days."
        );
        read.Reasons.ShouldBeEmpty();
        read.Asins.ShouldBeEmpty();
        read.Deadlines.ShouldBeEmpty();
        read.Asks.ShouldBeEmpty();
    }

    [Fact]
    public void The_mail_of_an_author_account_is_not_about_selling()
    {
        Some.ReadAs(
            NoticeKind.OtherAmazonMail,
            "We closed your account. Your outstanding royalties are lost and all your published titles are removed. You may not open new KDP accounts with Amazon."
        );
    }

    [Fact]
    public void A_mail_that_does_not_tell_what_it_wants_does_not_want_a_plan()
    {
        Some.Read("Your account has been deactivated because of your cancellation rate.")
            .ResponseMode.ShouldBe(ResponseMode.Unknown);
    }

    [Fact]
    public void A_reason_that_only_the_subject_states_is_quoted_from_the_subject()
    {
        Diagnosis read = Some.Read(
            "See the details in Seller Central.",
            subject: "Your late shipment rate is too high"
        );
        Evidence evidence = read.Reasons.ShouldHaveSingleItem().Evidence.ShouldHaveSingleItem();
        evidence.In.ShouldBe("subject");
        DiagnosisJson.Serialize(read).ShouldContain("\"in\":\"subject\"");
    }
}

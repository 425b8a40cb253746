using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>Who did what to which object, and whether it was done.</summary>
public sealed class DeedTests
{
    [Fact]
    public void It_stands_for_what_was_named_last()
    {
        Some.ReadAs(
            NoticeKind.Reinstated,
            "Good news about your seller account: we have reactivated it.",
            AccountStatus.Active
        );
    }

    [Fact]
    public void Orders_that_the_seller_cancelled_are_no_account_that_was_closed()
    {
        Some.ReadAs(
            NoticeKind.AtRiskWarning,
            "Your seller account may be deactivated, because you have cancelled too many orders. Your cancellation rate is 4.2%."
        );
    }

    [Fact]
    public void A_threat_that_opens_the_mail_weighs_more_than_the_listings_already_removed()
    {
        Some.ReadAs(
            NoticeKind.AtRiskWarning,
            "If you do not act within 72 hours, your account may be deactivated.\n\nWhy is this happening?\nYou listed restricted products. All three listings have already been removed."
        );
    }

    [Theory]
    [InlineData(
        "Your account has been deactivated. If we do not receive a plan within 17 days, we may not reactivate it."
    )]
    [InlineData(
        "Your account has been deactivated.\n\nWhat happens if I do not reply?\nYour account will remain deactivated and will not be reactivated."
    )]
    public void What_may_follow_is_no_answer_to_an_appeal(string text)
    {
        Some.Read(text).Kind.ShouldBe(NoticeKind.Deactivation);
    }

    [Fact]
    public void An_account_still_to_be_reactivated_is_not_reinstated()
    {
        Diagnosis read = Some.ReadAs(
            NoticeKind.Deactivation,
            "Your seller account has been deactivated. It is related to the account Blue Shop.\n\nWhat do I need to do?\nFirst get the account Blue Shop reactivated."
        );
        read.ResponseMode.ShouldBe(ResponseMode.OtherAccountFirst);
    }

    [Theory]
    [InlineData("Your selling privileges have been removed, your listings canceled and your funds put on hold.")]
    [InlineData("Your account has been temporarily deactivated and your listings have been taken off the site.")]
    public void What_follows_a_comma_or_an_and_has_a_deed_of_its_own(string text)
    {
        Some.ReadAs(NoticeKind.Deactivation, text, AccountStatus.Deactivated);
    }

    [Fact]
    public void A_closing_that_ends_the_exchange_answers_no_appeal_by_itself()
    {
        Diagnosis read = Some.ReadAs(
            NoticeKind.Deactivation,
            "Your Amazon.com selling privileges were removed because your account is related to an account that we closed. The decision is final, and we may not reply to further e-mails."
        );
        read.Decision.ShouldBeNull();
    }
}

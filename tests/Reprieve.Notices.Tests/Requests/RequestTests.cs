using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>What is asked, and what only sounds so.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("You do not need to write a plan of action.")]
    [InlineData("A plan of action is not required.")]
    [InlineData("No plan of action is needed.")]
    public void What_the_clause_takes_back_is_not_asked(string sentence)
    {
        Diagnosis read = Some.Read(
            $"Your account is at risk of deactivation.\n\nWhat do I need to do?\nPlease complete the quiz. {sentence}"
        );
        read.Asks.ShouldBeEmpty();
        read.ResponseMode.ShouldBe(ResponseMode.Questionnaire);
    }

    [Theory]
    [InlineData(
        "We called about the appeal for your selling account. Please call us back from the Account Health page."
    )]
    [InlineData("We called about the appeal for your selling account. Please return our call.")]
    [InlineData("Wegen des Einspruchs zu Ihrem Verkäuferkonto: Bitte rufen Sie uns innerhalb von 72 Stunden zurück.")]
    [InlineData("Nous avons appelé au sujet de votre compte de vente Amazon. Veuillez nous appeler ou rappelez-nous.")]
    [InlineData("Ti abbiamo cercato per il tuo account venditore Amazon. Richiamaci entro 72 ore.")]
    [InlineData("Llamamos por tu cuenta de vendedor de Amazon. Devuélvenos la llamada en 72 horas.")]
    [InlineData("Amazonの出品用アカウントの件でお電話いたしました。折り返しお電話をお願いいたします。")]
    [InlineData("关于您的亚马逊卖家账户，我们的电话未能接通。请在72小时内回电。")]
    [InlineData("關於您的亞馬遜賣家帳戶，我們的電話未能接通。請在72小時內回電。")]
    public void A_request_to_call_back_is_a_call(string text) =>
        Some.Read(text).ResponseMode.ShouldBe(ResponseMode.Call);

    [Fact]
    public void A_call_that_was_missed_beside_other_wishes_is_no_request_to_call() =>
        Some.Read(
                "We tried to reach you by phone. Your account is at risk of deactivation. Please send us a plan of action."
            )
            .ResponseMode.ShouldBe(ResponseMode.Plan);

    [Fact]
    public void When_listings_are_back_is_no_limit_for_the_seller() =>
        Some.Read(
                "We accept your plan of action. Your selling account has been reactivated and your listings will be back within 24 hours."
            )
            .Deadlines.ShouldBeEmpty();

    [Fact]
    public void A_fault_found_with_a_paper_does_not_ask_for_it()
    {
        Diagnosis read = Some.Read(
            "Your listing cannot be reactivated yet:\n* The invoice does not come from the brand.\n\nWhat do we need now?\nPlease provide a letter of authorisation."
        );
        read.Asks.Select(a => a.What).ShouldBe(["letter_of_authorisation"]);
    }

    [Fact]
    public void A_request_that_names_a_mailbox_of_Amazon_names_the_way()
    {
        Diagnosis read = Some.Read(
            "We removed your listing. Please provide one of these to notice-dispute@amazon.com: a court order. The rights owner is ip@harrow.example. Questions about payments go to payments-funds@amazon.com."
        );
        read.Route.Address.ShouldBe("notice-dispute@amazon.com");
    }

    [Fact]
    public void A_complaint_closed_by_the_mail_itself_leaves_nothing_to_do()
    {
        Diagnosis read = Some.ReadAs(
            NoticeKind.PolicyWarning,
            "A customer told us that the item was not as described. Your listing is still active, and you do not need to answer this message."
        );
        read.ResponseMode.ShouldBe(ResponseMode.None);
    }

    [Fact]
    public void Finer_complaints_of_buyers_are_the_causes_of_the_grid()
    {
        Diagnosis read = Some.Read(
            "Your account has been deactivated. Please send a plan of action with:\n- The root cause of the wrong items and missing parts\n"
        );
        read.RequestGrid.Select(c => c.Cause).ShouldBe(["different_item", "missing_parts"]);
    }

    [Fact]
    public void The_three_parts_together_are_a_plan_whatever_they_are_called()
    {
        Diagnosis read = Some.Read(
            "Your account has been deactivated.\n\nHow do I reactivate my account?\nPlease send us the information below:\n1) The root cause of the problem\n2) The actions you have taken\n3) The steps you will take to prevent it in the future\n"
        );
        read.ResponseMode.ShouldBe(ResponseMode.Plan);
    }

    [Fact]
    public void What_only_the_owner_can_take_back_is_a_dispute()
    {
        Diagnosis read = Some.Read(
            "We had to take down one of your listings. A rights owner says that it infringes its copyright. Ask the owner to tell us that the notice is withdrawn."
        );
        read.ResponseMode.ShouldBe(ResponseMode.Dispute);
    }

    [Fact]
    public void A_denial_that_takes_new_information_leaves_open_what_to_do()
    {
        Diagnosis read = Some.Read(
            "We have reviewed your appeal and decided not to reactivate your account. Should you have new information, you may send it. Otherwise we may not answer further e-mails."
        );
        read.ResponseMode.ShouldBe(ResponseMode.Unknown);
    }
}
